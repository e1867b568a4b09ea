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

const person = String.raw`[\p{Lu}\p{Lo}@][^\s,;:!?()]{0,40}(?: (?:(?:d[aeiou]s?|van|von|der|den|la|le|el|al|bin) ){0,2}[\p{Lu}\p{Lo}][^\s,;:!?()]{0,40}){0,3}`;

/** People by their names, and for whom they choose: `by Anna and Ben`, `byAnna Meyer and the vision lab`, `by mia`. */
const byNames = new RegExp(
  String.raw`^by(?: (?<curator>\S+)$| ?(?<curators>${person}(?:(?:, (?:and )?| and | & )${person}){0,5})(?: and (?<community>the \p{L}[\p{L} '’&-]{1,60}))?$)`,
  'u',
);

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
  const named = byNames.exec(text)?.groups;
  if (named) {
    const { curator = named['curators'] ?? '', community } = named;
    return { name: 'curator', data: community === undefined ? { curator } : { curator, community } };
  }
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
