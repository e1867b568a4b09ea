/** A day of a year that may not be known. */
export interface DayOfYear {
  year?: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthName =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?' +
  '|nov(?:ember)?|dec(?:ember)?)\\.?';
const forms = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  new RegExp(`^${monthName} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?$`, 'i'),
  new RegExp(`^(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)? ${monthName}(?:,? (?<year>\\d{4}))?$`, 'i'),
];

/**
 * Reads a date as digests write it: `Mar 12`, `March 12, 2025`, `12 Mar 2025`, `2025-03-12`.
 *
 * @returns the day, or `undefined` when the text is no date; whether a calendar has that day is for {@link isoDate}
 */
export function parseDateText(text: string): DayOfYear | undefined {
  for (const form of forms) {
    const found = form.exec(text)?.groups;
    if (!found) continue;
    const month = found['name'] ? (monthNumber(found['name']) as number) : Number(found['month']);
    const day = Number(found['day']);
    return found['year'] ? { year: Number(found['year']), month, day } : { month, day };
  }
  return undefined;
}

/** Number of a month from its English name or the first three letters of it, 1 to 12. */
export function monthNumber(name: string): number | undefined {
  const index = months.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** `YYYY-MM-DD` of a day, or `undefined` when the calendar does not have it. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** The first and the last day of a week of ISO 8601, or `undefined` when the year has no such week. */
export function daysOfWeek(year: number, week: number): { first: string; last: string } | undefined {
  // The 4th of January is in the first week.
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + 7 * (week - 1);
  const [first, thursday, last] = [0, 3, 6].map((day) => new Date(Date.UTC(year, 0, monday + day)));
  if (week < 1 || thursday?.getUTCFullYear() !== year) return undefined;
  return {
    first: (first as Date).toISOString().slice(0, 10),
    last: (last as Date).toISOString().slice(0, 10),
  };
}

/** What the name of a digest file tells of its date. */
export interface FileNameDate {
  /** The day, when the name holds one that the calendar has; of a week its last one. */
  date?: string;
  /** The first day of the week that the name holds. */
  firstDay?: string;
  /** The year, when the name holds a day or a year. */
  year?: number;
  /** The text in the name that looks like a day or a week but is none. */
  invalid?: string;
}

/** Reads the date from a file name such as `2025-03-12.txt` or `2025-W11.txt`, or a year from one such as `papers-2025.txt`. */
export function dateOfFileName(path: string): FileNameDate {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const day = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(name);
  if (day) {
    const year = Number(day[1]);
    const date = isoDate(year, Number(day[2]), Number(day[3]));
    return date === undefined ? { year, invalid: day[0] } : { date, year };
  }
  const week = /(?<!\d)(\d{4})-?W(\d{2})(?!\d)/.exec(name);
  if (week) {
    const year = Number(week[1]);
    const days = daysOfWeek(year, Number(week[2]));
    return days ? { date: days.last, firstDay: days.first, year } : { year, invalid: week[0] };
  }
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(name);
  return year ? { year: Number(year[0]) } : {};
}
