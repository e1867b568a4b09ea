/** Whether a text is a year, a month or a day, such as `2025-03`. */
export function isDate(text: string): boolean {
  return /^\d{4}(?:-\d\d){0,2}$/.test(text);
}

/**
 * Whether a day is in a range of dates.
 *
 * @param day `YYYY-MM-DD`; the empty text where none is known, which is in no range
 * @param from a year, a month or a day, which belongs to the range; the empty text for no end
 * @param to the same of the other end
 */
export function isWithin(day: string, from: string, to: string): boolean {
  return day !== '' && day >= from && (to === '' || day.slice(0, to.length) <= to);
}
