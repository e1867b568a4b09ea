/** As many bars as can be told apart and pressed on a phone. */
const mostBars = 48;

/**
 * The spans of time that have a bar each, without a gap: months such as `2025-03`, or years where there would be too many.
 *
 * @param months that have papers, in no order
 */
export function barsOf(months: readonly string[]): string[] {
  const sorted = [...months].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  if (first === '') return [];
  const [from, to] = [monthNumber(first), monthNumber(last)];
  if (to - from < mostBars) return Array.from({ length: to - from + 1 }, (_, index) => nameOf(from + index));
  const year = Number(first.slice(0, 4));
  return Array.from({ length: Number(last.slice(0, 4)) - year + 1 }, (_, index) => yearName(year + index));
}

/** How many papers there are in a span of time. */
export function countIn(span: string, months: ReadonlyMap<string, number>): number {
  return [...months].reduce((sum, [month, count]) => sum + (month.startsWith(span) ? count : 0), 0);
}

/** Whether a span of time is within a range, as far as the range is told; both ends belong to it. */
export function isWithin(span: string, from: string | undefined, to: string | undefined): boolean {
  const isAfter = from === undefined || from.slice(0, span.length) <= span;
  const isBefore = to === undefined || span.slice(0, to.length) <= to;
  return isAfter && isBefore;
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const yearName = (year: number): string => String(year).padStart(4, '0');

function nameOf(month: number): string {
  return `${yearName(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
}
