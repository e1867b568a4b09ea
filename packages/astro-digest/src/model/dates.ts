/** Writes a day in full, such as `Wednesday, March 12, 2025`. */
export function fullDate(date: string, locale: string): string {
  return format(date, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Writes a day without its year, such as `Wed, Mar 12`. */
export function shortDate(date: string, locale: string): string {
  return format(date, locale, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** Writes a day with its month cut short, such as `Mar 12, 2025`. */
export function mediumDate(date: string, locale: string): string {
  return format(date, locale, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** Writes a month, such as `March 2025`. */
export function monthAndYear(date: string, locale: string): string {
  return format(date, locale, { month: 'long', year: 'numeric' });
}

/** Writes the name of a month alone, such as `March`. */
export function monthName(date: string, locale: string): string {
  return format(date, locale, { month: 'long' });
}

/** Short names of the days of the week, such as `Mo`, beginning with a day from 1, Monday, to 7, Sunday. */
export function weekdayNames(first: number, locale: string): { short: string; long: string }[] {
  return Array.from({ length: 7 }, (_, index) => {
    // 1 January 2024 was a Monday.
    const date = `2024-01-0${((first - 1 + index) % 7) + 1}`;
    return {
      short: format(date, locale, { weekday: 'narrow' }),
      long: format(date, locale, { weekday: 'long' }),
    };
  });
}

// Making a formatter takes far longer than using it.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A day has no time zone; UTC keeps it the same day wherever the site is built. */
function format(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  return formatter.format(new Date(`${date}T00:00:00Z`));
}
