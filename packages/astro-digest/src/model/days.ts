/** Milliseconds of a day. UTC knows no daylight saving time. */
const length = 86_400_000;

/**
 * Number of a day, counted from 1970-01-01 (day 0) in the Gregorian calendar.
 *
 * @param date a day such as `2025-03-12`, of the years 1 to 9999
 * @returns `undefined` for what is no day of the calendar, such as `2025-02-29`
 */
export function dayNumber(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date < '0001') return undefined;
  const number = Date.parse(`${date}T00:00:00Z`) / length;
  // Some engines read 30 February as 2 March.
  return Number.isInteger(number) && dateOf(number) === date ? number : undefined;
}

/** Writes the day of a number as `YYYY-MM-DD`. */
export function dateOf(number: number): string {
  return new Date(number * length).toISOString().slice(0, 10);
}

/** Day of the week by its number: 1 is Monday, 7 is Sunday, as in ISO 8601. */
export function weekday(number: number): number {
  // Day 0, 1970-01-01, was a Thursday.
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/**
 * Week of a day as ISO 8601 writes it, such as `2025-W11`. Weeks begin on Monday and belong to the year that their
 * Thursday is in, so that 2024-12-30 is in `2025-W01`.
 *
 * @param date a day, `YYYY-MM-DD`
 * @returns `undefined` for what is no day of the calendar
 */
export function isoWeek(date: string): string | undefined {
  const number = dayNumber(date);
  if (number === undefined) return undefined;
  const thursday = number + 4 - weekday(number);
  const year = dateOf(thursday).slice(0, 4);
  const newYear = dayNumber(`${year}-01-01`) as number;
  const week = Math.floor((thursday - newYear) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
