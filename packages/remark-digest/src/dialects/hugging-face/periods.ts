import { daysOfWeek, isoDate, monthNumber } from '../../dates.ts';

/**
 * The last day of a day, a week or a month as the site's addresses write them: `2025-03-12`, `2025-W11`, `2025-03`. It is the day of an
 * issue, since the papers of a week came out on its days.
 */
export function lastDayOf(period: string): string | undefined {
  const {
    year = '',
    week,
    month,
    day,
  } = /^(?<year>\d{4})-(?:W(?<week>\d{1,2})|(?<month>\d{2})(?:-(?<day>\d{2}))?)$/.exec(period)?.groups ?? {};
  if (year === '') return undefined;
  if (week !== undefined) return daysOfWeek(Number(year), Number(week))?.last;
  if (day !== undefined) return isoDate(Number(year), Number(month), Number(day));
  return lastDayOfMonth(Number(year), Number(month));
}

/** The same of what stands in the header of a page: `Week 11, 2025`, `March 2025`. */
export function lastDayOfHeading(text: string): string | undefined {
  const { week, year, name } =
    /^(?:week (?<week>\d{1,2}),? |(?<name>[a-z]{3,9})\.? )(?<year>\d{4})$/i.exec(text)?.groups ?? {};
  if (year === undefined) return lastDayOf(text);
  if (week !== undefined) return daysOfWeek(Number(year), Number(week))?.last;
  const month = monthNumber(name ?? '');
  return month === undefined ? undefined : lastDayOfMonth(Number(year), month);
}

function lastDayOfMonth(year: number, month: number): string | undefined {
  return month >= 1 && month <= 12
    ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
    : undefined;
}
