import { parseDateText } from '../../dates.ts';
import type { DigestFieldName } from '../../types.ts';
import type { HeaderData } from '../dialect.ts';

/** A line of the header that tells something. */
export interface Field {
  name: Exclude<DigestFieldName, 'unknown'>;
  data: HeaderData;
  /** Whether a date is written as the page writes it. */
  onPage?: boolean;
}

/** No line of a header is longer, in UTF-16 units; abstracts are, and need not be looked at. */
const longestField = 200;

/** What a line of the header tells, or `undefined` for a line that is not one. */
export function readField(text: string): Field | undefined {
  if (text.length > longestField) return undefined;
  if (/^new$/i.test(text)) return { name: 'badge', data: { badge: text } };
  if (/^subscribe$/i.test(text)) return { name: 'subscribeLabel', data: { subscribeLabel: text } };
  if (/^get trending papers in your email inbox\b/i.test(text)) {
    return { name: 'callToSubscribe', data: { callToSubscribe: text } };
  }
  // On the page "by" and the curator's name are elements of their own, and the copy loses the space between them.
  const curated = /^by ?(?<curator>\S.*) and (?<community>the .*\b(?:community|group|team))$/.exec(
    text,
  )?.groups;
  if (curated) {
    const { curator = '', community = '' } = curated;
    return { name: 'curator', data: { curator, community } };
  }
  const alone = /^by(?: (?=\S)|(?=[\p{Lu}@]))(?<curator>\S+)$/u.exec(text)?.groups;
  if (alone) return { name: 'curator', data: { curator: alone['curator'] ?? '' } };
  if (parseDateText(text)) return { name: 'date', data: {}, onPage: /^[A-Z][a-z]{2} \d{1,2}$/.test(text) };
  return undefined;
}

/** Whether a line is the name of the page, which stands above who chose its papers. */
export function isPageName(text: string): boolean {
  return /^(?:daily|weekly|monthly|trending) papers(?: - hugging face)?$/i.test(text);
}

/** Whether these fields together are of a page of papers, and of no letter, diary or log. */
export function isPageHeader(fields: readonly Field[]): boolean {
  return (
    new Set(fields.map(({ name }) => name)).size > 1 ||
    fields.some(({ name, data }) => name === 'callToSubscribe' || data.community !== undefined)
  );
}
