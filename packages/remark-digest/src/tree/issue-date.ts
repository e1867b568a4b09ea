import type { Point, Position } from 'unist';
import { isoDate, parseDateText, type FileNameDate } from '../dates.ts';
import { readDate } from '../facts/read-date.ts';
import type { FrontMatterResult } from '../front-matter.ts';
import { dateMismatch, invalidDate, undated, type Report } from '../messages.ts';
import type { DigestData } from '../types.ts';

/** What tells the day of an issue. */
export interface DateSources {
  /** What the name of the file tells; nothing where the file holds several issues. */
  named: FileNameDate;
  frontMatter: Pick<FrontMatterResult, 'fields' | 'places'>;
  /** Year of a date that has none. */
  yearOption: number | undefined;
  /** The date as the text has it, and where. */
  told?: { text: string; place: Position; year?: number | undefined } | undefined;
  /** Where the issue begins. */
  start: Point | Position;
}

/**
 * The day of an issue. The file name's day is the issue's, else the front matter's, else the text's with the first year
 * that is known: the file name's, the front matter's, the text's own, that of the day on which the page was saved, the option's. Where
 * nothing else is told, the page is of that day. The clock is never asked.
 */
export function dateOfIssue(
  { named, frontMatter: { fields, places }, yearOption, told, start }: DateSources,
  report: Report,
): Pick<DigestData, 'date' | 'dateText'> {
  if (named.invalid !== undefined) report(invalidDate(named.invalid), start);
  // The day on which a page was saved is not told by the page, and counts where nothing else does.
  const text = fields.date ?? told?.text ?? (named.date === undefined ? fields.captured : undefined);
  const place = places.date ?? told?.place ?? start;
  // An ISO date in the front matter is no words for a reader.
  const dateText = fields.date === undefined || /^\d/.test(fields.date) ? told?.text : fields.date;
  const result = dateText === undefined ? {} : { dateText };

  const day =
    text === undefined
      ? undefined
      : readDay(
          text,
          named.year ?? fields.year ?? told?.year ?? yearOfCapture(text, fields.captured) ?? yearOption,
        );
  if (text !== undefined && day === 'invalid') report(invalidDate(text), place);
  if (named.date !== undefined) {
    if (text !== undefined && day !== 'invalid' && !isNamed(text, named.date, named.firstDay))
      report(dateMismatch(text, named.date), place);
    return { ...result, date: named.date };
  }
  if (day === 'invalid') return result;
  if (day !== undefined) return { ...result, date: day };
  report(undated(text), place);
  return result;
}

/** The year in which a day was last, on the day on which a page was saved. */
function yearOfCapture(text: string, captured: string | undefined): number | undefined {
  const day = captured === undefined ? undefined : readDate(text, captured);
  return day === undefined ? undefined : Number(day.slice(0, 4));
}

/** Whether a text tells a day that the name of its file tells as well: the same one, or one of its week, which may begin in another year. */
function isNamed(text: string, last: string, first = last): boolean {
  return [first, last].some((year) => {
    const day = readDay(text, Number(year.slice(0, 4)));
    return day !== undefined && day >= first && day <= last;
  });
}

/** The day that a text tells; `undefined` without a year, and `'invalid'` when no such day is in the calendar. */
function readDay(text: string, knownYear: number | undefined): string | undefined {
  const day = parseDateText(text);
  if (!day) {
    const date = readDate(text);
    return date?.length === 10 ? date : date === undefined ? 'invalid' : undefined;
  }
  const year = day.year ?? knownYear;
  // The year 2000 has every day that any year has.
  const date = isoDate(year ?? 2000, day.month, day.day);
  return date === undefined ? 'invalid' : year === undefined ? undefined : date;
}
