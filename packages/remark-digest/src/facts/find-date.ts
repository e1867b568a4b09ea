import { joinTexts, sliceText, type LocatedText } from '../text/located-text.ts';

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const day = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const year = String.raw`(?:19|20)\d{2}`;
const range = String.raw`\s?(?:[-–—~]|to)\s?`;

const forms = [
  // 2025-03-12, 2025/03/12, 2025.03.12, and to another day
  new RegExp(
    String.raw`(?<![\d./-])(?:${year}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)\s?(?:[~–—]|to|至|--?)\s?)?(?<last>${year}[-/.]\d{1,2}[-/.]\d{1,2})(?![\d/-]|\.\d)`,
    'i',
  ),
  /(?<last>(?:19|20)\d{2}年\s?\d{1,2}月\s?\d{1,2}日)/,
  /(?<last>(?:19|20)\d{2}년\s?\d{1,2}월\s?\d{1,2}일)/,
  // June 23 - June 29, 2025; June 23 - 29 (2025); March 12th, 2025; Mar 12
  new RegExp(
    String.raw`(?<![\p{L}\d])(?:(?<first>${month}) ${day},?${range})(?<last>(?:${month} )?${day})(?![\p{L}\d])(?:[\s,()–—-]{1,5}(?<year>${year})(?!\d))?`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d])(?<last>${month} ${day})(?![\p{L}\d])(?:[\s,()–—-]{1,5}(?<year>${year})(?!\d))?`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<![\p{L}\d.])(?<last>\d{1,2}(?:st|nd|rd|th|\.)? ${month})(?!\p{L})(?:[\s,()–—-]{1,5}(?<year>${year})(?!\d))?`,
    'iu',
  ),
  /(?<!\d)(?<last>20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/,
];

/** A date that was found in a text. */
export interface FoundDate {
  /** The day, as it can be read; of several days the last one. */
  date: LocatedText;
  /** Whether its year is told. */
  hasYear: boolean;
  /** From where to where it stands in the value, all of its days. */
  start: number;
  end: number;
}

/** Finds the first day of the calendar that a text names, however it writes it. */
export function findDate(text: LocatedText): FoundDate | undefined {
  for (const form of forms) {
    const found = form.exec(text.value);
    if (!found) continue;
    const { first = '', last = '', year: told } = found.groups ?? {};
    const start = found.index;
    const end = start + found[0].length;
    const at = text.value.lastIndexOf(last, told === undefined ? end : end - told.length);
    const lastDay = sliceText(text, at, at + last.length);
    // Of `June 23 - 29` the last day has its month from the first one.
    const whole =
      /^\d/.test(last) && first !== ''
        ? joinTexts([sliceText(text, start, start + first.length), lastDay], ' ')
        : lastDay;
    if (told === undefined) return { date: whole, hasYear: /\d{4}/.test(last), start, end };
    const yearAt = text.value.lastIndexOf(told, end);
    return {
      date: joinTexts([whole, sliceText(text, yearAt, yearAt + told.length)], ', '),
      hasYear: true,
      start,
      end,
    };
  }
  return undefined;
}
