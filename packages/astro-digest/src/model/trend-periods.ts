import { dateOf, dayNumber, isoWeek, weekday } from './days.ts';

/** How long the periods are that papers are counted in. */
export type PeriodUnit = 'month' | 'week';

/** The period that a day of the calendar is in: `2025-03`, or, by ISO 8601, `2025-W11`. */
export function periodOfDay(day: string, unit: PeriodUnit): string {
  return unit === 'month' ? day.slice(0, 7) : (isoWeek(day) as string);
}

/** The periods from that of one day to that of another, one after another. */
export function periodsBetween(first: string, last: string, unit: PeriodUnit): string[] {
  const periods: string[] = [];
  const end = periodOfDay(last, unit);
  for (let day = first; ; day = dayAfterPeriod(day, unit)) {
    const period = periodOfDay(day, unit);
    if (period > end) return periods;
    periods.push(period);
    if (period === end) return periods;
  }
}

/** The first day after the period that a day is in. */
export function dayAfterPeriod(day: string, unit: PeriodUnit): string {
  const number = dayNumber(day) as number;
  if (unit === 'week') return dateOf(number + 8 - weekday(number));
  // No month has more than 31 days, and none fewer than 28.
  const firstOfMonth = number - Number(day.slice(8)) + 1;
  return `${dateOf(firstOfMonth + 31).slice(0, 7)}-01`;
}
