/** What of a day is written, by the name of the form. */
const forms = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  monthAndYear: { month: 'long', year: 'numeric' },
  month: { month: 'long' },
  weekday: { weekday: 'long' },
  weekdayInitial: { weekday: 'narrow' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Writes a day in full, such as `Wednesday, March 12, 2025`. */
export function fullDate(date: string, locale: string): string {
  return format(date, locale, 'full');
}

/** Writes a day without its year, such as `Wed, Mar 12`. */
export function shortDate(date: string, locale: string): string {
  return format(date, locale, 'short');
}

/** Writes a day with its month cut short, such as `Mar 12, 2025`, or a month or a year where no day is told. */
export function mediumDate(date: string, locale: string): string {
  if (date.length === 4) return date;
  return date.length === 7 ? format(`${date}-01`, locale, 'monthAndYear') : format(date, locale, 'medium');
}

/** Writes a month, such as `March 2025`. */
export function monthAndYear(date: string, locale: string): string {
  return format(date, locale, 'monthAndYear');
}

/** Writes the months from one day to another, such as `Jan – Jun 2025`. */
export function rangeOfMonths(first: string, last: string, locale: string): string {
  return rangeOf(first, last, locale, { month: 'short', year: 'numeric' });
}

/** Writes the days from one to another, such as `Mar 8 – 14, 2025`. */
export function rangeOfDays(first: string, last: string, locale: string): string {
  return rangeOf(first, last, locale, { day: 'numeric', month: 'short', year: 'numeric' });
}

function rangeOf(first: string, last: string, locale: string, parts: Intl.DateTimeFormatOptions): string {
  const range = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
  return range.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`));
}

/** Writes the name of a month alone, such as `March`. */
export function monthName(date: string, locale: string): string {
  return format(date, locale, 'month');
}

/** Short names of the days of the week, such as `Mo`, beginning with a day from 1, Monday, to 7, Sunday. */
export function weekdayNames(first: number, locale: string): { short: string; long: string }[] {
  return Array.from({ length: 7 }, (_, index) => {
    // 1 January 2024 was a Monday.
    const date = `2024-01-0${((first - 1 + index) % 7) + 1}`;
    return {
      short: format(date, locale, 'weekdayInitial'),
      long: format(date, locale, 'weekday'),
    };
  });
}

const written = new Map<string, (date: string) => string>();

/** A day has no time zone; UTC keeps it the same day wherever the site is built. */
function format(date: string, locale: string, form: keyof typeof forms): string {
  const key = `${form} ${locale}`;
  let write = written.get(key);
  if (!write) {
    write = formatter(locale, forms[form]);
    written.set(key, write);
  }
  return write(date);
}

// Making a formatter takes far longer than using it, and using it far longer than remembering a day, which many papers share.
function formatter(locale: string, options: Intl.DateTimeFormatOptions): (date: string) => string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const days = new Map<string, string>();
  return (date) => {
    let day = days.get(date);
    if (day === undefined) {
      day = format.format(new Date(`${date}T00:00:00Z`));
      days.set(date, day);
    }
    return day;
  };
}
