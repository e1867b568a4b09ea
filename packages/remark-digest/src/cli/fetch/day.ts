import { isoDate } from '../../dates.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `YYYY-MM-DD` of a moment, in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/**
 * The day that a date of a feed or of HTTP names, as it stands there: `Wed, 12 Mar 2025 00:00:00 -0400` and
 * `2025-03-12T00:00:00-04:00` are the 12th, wherever the reader is.
 *
 * @returns `YYYY-MM-DD`, or `undefined` when the text is no date that a calendar has
 */
export function dayInText(text: string): string | undefined {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ]|\s*$)/.exec(text);
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const mail = /^\s*(?:[a-z]{3,9},\s*)?(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4})\b/i.exec(text);
  if (!mail) return undefined;
  const month = months.indexOf((mail[2] as string).toLowerCase()) + 1;
  return month === 0 ? undefined : isoDate(Number(mail[3]), month, Number(mail[1]));
}

/** Elements that tell a feed's day, those that tell it best first. */
const elements = ['pubDate', 'lastBuildDate', 'updated', 'dc:date'];

/**
 * The day that an RSS or Atom feed gives itself. Only what stands before its items is looked at.
 *
 * @returns `YYYY-MM-DD`, or `undefined` when the feed tells none
 */
export function dayOfFeed(text: string): string | undefined {
  const head = text.slice(0, firstItem(text) ?? text.length).slice(0, 100_000);
  for (const element of elements) {
    const start = head.indexOf(`<${element}>`);
    if (start < 0) continue;
    const value = head.slice(start + element.length + 2, start + element.length + 102).split('<')[0];
    const day = dayInText(value as string);
    if (day !== undefined) return day;
  }
  return undefined;
}

/** Where the first item of a feed begins; `undefined` when it has none. */
export function firstItem(text: string): number | undefined {
  const start = text.search(/<(?:item|entry)[\s>]/);
  return start < 0 ? undefined : start;
}
