import config from 'virtual:astro-digest/config';
import type { Issue } from '../model/entries.ts';
import * as dates from '../model/dates.ts';
import type { Volume } from '../model/volumes.ts';
import { directionOf, makeTranslate, type Translate } from '../strings/index.ts';

/**
 * Gives a string of the interface in the site's language.
 *
 * @param key name of the string, such as `latest`
 * @param values what is filled into its braces, by name; `count` also chooses the plural form
 */
export const t: Translate = makeTranslate(config.strings, config.lang);

/** Direction of the interface's script. */
export const direction: 'ltr' | 'rtl' = directionOf(config.lang);

/** Attributes of an element that holds the text of a paper, where that is of another language than the interface. */
export const textLanguage: { lang?: string; dir?: 'ltr' | 'rtl' } =
  config.textLang === config.lang
    ? {}
    : {
        lang: config.textLang,
        ...(directionOf(config.textLang) === direction ? {} : { dir: directionOf(config.textLang) }),
      };

/** A day in full, in the site's language, from `2025-03-12`. */
export const fullDate = (date: string): string => dates.fullDate(date, config.lang);

/** A day without its year, in the site's language. */
export const shortDate = (date: string): string => dates.shortDate(date, config.lang);

/** A day with its month cut short, in the site's language. */
export const mediumDate = (date: string): string => dates.mediumDate(date, config.lang);

/** The days from one to another, in the site's language. */
export const rangeOfDays = (first: string, last: string): string =>
  dates.rangeOfDays(first, last, config.lang);

/** A month and its year, in the site's language. */
export const monthAndYear = (date: string): string => dates.monthAndYear(date, config.lang);

/** The name of a month, in the site's language. */
export const monthName = (date: string): string => dates.monthName(date, config.lang);

/** Names of the days of the week in the site's language, beginning with a day from 1, Monday, to 7, Sunday. */
export const weekdayNames = (first: number): { short: string; long: string }[] =>
  dates.weekdayNames(first, config.lang);

const conjunction = new Intl.ListFormat(config.lang, { type: 'conjunction' });

/** Names one after the other, as the site's language lists them: “A, B, and C”. */
export const listOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : conjunction.format(names);

/** The same in pieces: the names, and what stands between them. */
export const partsOfList = (names: readonly string[]): { text: string; isName: boolean }[] =>
  conjunction.formatToParts(names).map(({ type, value }) => ({ text: value, isName: type === 'element' }));

/** What an issue is called: its title, else its day in full, else what the digest calls its day, else its id. */
export function nameOf({ id, data }: Issue): string {
  return data.title ?? dateOf({ id, data });
}

/** The day of an issue in full; the digest's own words where its year is not known, its id where it has no date. */
export function dateOf({ id, data }: Issue): string {
  return data.date ? fullDate(data.date) : (data.dateText ?? id);
}

/** What a year, a month or a week is called, from its id: `2025`, `2025-03`, `2025-W11`. */
export function nameOfPeriod(period: string): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return year;
  // Years are not counted: no separator of thousands.
  return part.startsWith('W')
    ? t('week', { week: Number(part.slice(1)), year })
    : monthAndYear(`${period}-01`);
}

/**
 * What a volume is called, from its first issue to its last, as far as these have days: `Jan – Jun 2025`, or, where it begins within a
 * month, `Mar 8 – 14, 2025`.
 */
export function nameOfVolume({ id, first, last }: Volume): string {
  if (first === undefined || last === undefined) return t('undated');
  const isOfDays = /^\d+-\d+-/.test(id);
  return isOfDays
    ? dates.rangeOfDays(first, last, config.lang)
    : dates.rangeOfMonths(first, last, config.lang);
}
