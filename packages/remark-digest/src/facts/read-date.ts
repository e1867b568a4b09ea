import { isoDate, monthNumber, parseDateText } from '../dates.ts';

const monthName = String.raw`(?<name>[a-z]{3,9})\.?`;
const forms = [
  // 2025-03-12, 2025/03/12, 2025.03.12, with or without a time: ISO 8601, RFC 3339 and what is near them
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T ].*)?$/,
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/,
  /^(?<year>\d{4})\/?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:\d{6})?$/,
  // Wed, 12 Mar 2025 18:00:01 GMT: RFC 5322
  new RegExp(
    String.raw`^(?:[a-z]{3,9}\.?,? )?(?<day>\d{1,2})(?:st|nd|rd|th|\.)? ${monthName},? (?<year>\d{4})(?:,? .*)?$`,
    'i',
  ),
  // Wed, Mar 12, 2025
  new RegExp(
    String.raw`^(?:[a-z]{3,9}\.?,? )?${monthName} (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?:,? .*)?$`,
    'i',
  ),
  // Wed, 12 Mar 25: RFC 822
  new RegExp(
    String.raw`^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? (?<day>\d{1,2}) ${monthName} (?<shortYear>\d{2})(?:,? .*)?$`,
    'i',
  ),
  // Mar 2025, 2025 Mar, 2025 Mar 12, 2025 Mar-Apr: as bibliographies have it
  new RegExp(String.raw`^${monthName},? (?<year>\d{4})$`, 'i'),
  new RegExp(String.raw`^(?<year>\d{4}) ${monthName}(?: (?<day>\d{1,2}))?(?:-.*)?$`, 'i'),
  // 2020 Spring, 2020-2021
  /^(?<year>\d{4})(?:[-–/]\d{4}|,? (?:spring|summer|autumn|fall|winter)(?:[-/ ].*)?)$/i,
  /^(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)?$/,
  /^(?<year>\d{4})년 ?(?:(?<month>\d{1,2})월 ?(?:(?<day>\d{1,2})일)?)?$/,
];

/**
 * Reads the date of a paper in whatever form a digest has it.
 *
 * @param text the date as it stands
 * @param issueDate day of the issue, `YYYY-MM-DD`: a date without a year is taken for the last such day before it
 * @returns `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is told; nothing for a text that is no date, or one that no calendar has
 */
export function readDate(text: string, issueDate?: string): string | undefined {
  const value = text.replace(/\s+/g, ' ').trim();
  for (const form of forms) {
    const found = form.exec(value)?.groups;
    if (!found) continue;
    const year =
      found['shortYear'] === undefined ? Number(found['year']) : fullYear(Number(found['shortYear']));
    const month =
      found['name'] === undefined ? found['month'] && Number(found['month']) : monthNumber(found['name']);
    if (month === undefined || month === '') {
      if (found['name'] !== undefined) continue;
      return String(year).padStart(4, '0');
    }
    if (found['day'] !== undefined) return isoDate(year, month, Number(found['day']));
    return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined;
  }
  return withoutYear(value, issueDate);
}

/** The year that two digits are short for: arXiv and mail are younger than 1970. */
function fullYear(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year;
}

function withoutYear(text: string, issueDate: string | undefined): string | undefined {
  // 03-12, 3月12日
  const numbers =
    /^(?<month>\d{2})-(?<day>\d{2})$|^(?<eastMonth>\d{1,2})[月월] ?(?<eastDay>\d{1,2})[日일]$/.exec(
      text,
    )?.groups;
  const day = numbers
    ? {
        year: undefined,
        month: Number(numbers['month'] ?? numbers['eastMonth']),
        day: Number(numbers['day'] ?? numbers['eastDay']),
      }
    : parseDateText(text);
  if (!day || issueDate === undefined) return undefined;
  const year = Number(issueDate.slice(0, 4));
  const same = isoDate(day.year ?? year, day.month, day.day);
  if (day.year !== undefined) return same;
  return same !== undefined && same <= issueDate ? same : isoDate(year - 1, day.month, day.day);
}
