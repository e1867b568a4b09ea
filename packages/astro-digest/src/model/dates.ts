/** Writes a day in full, such as `Wednesday, March 12, 2025`. */
export function fullDate(date: string, locale: string): string {
  return format(date, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Writes a day without its year, such as `Wed, Mar 12`. */
export function shortDate(date: string, locale: string): string {
  return format(date, locale, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** Writes a month, such as `March 2025`. */
export function monthAndYear(date: string, locale: string): string {
  return format(date, locale, { month: 'long', year: 'numeric' });
}

/** A day has no time zone; UTC keeps it the same day wherever the site is built. */
function format(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
