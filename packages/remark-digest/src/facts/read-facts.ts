import { cleanCharacters } from '../canonical.ts';
import type { FactDrafts } from '../dialects/dialect.ts';
import { invalidFact, type Report } from '../messages.ts';
import { placeOfText, type DigestText } from '../text/digest-text.ts';
import type { LocatedText } from '../text/located-text.ts';
import { arxivIdOf, arxivIdOfAddress, doiOf } from './identifiers.ts';
import { readLanguage } from './languages.ts';
import { readDate } from './read-date.ts';
import { factNames, paperFacts, type FactKind, type PaperFacts } from './table.ts';

/** Reads a fact as it stands; nothing where it is none. */
type Reader = (text: string, issueDate: string | undefined) => unknown;

const readers: Record<Exclude<FactKind, 'texts'>, { read: Reader; expected: string }> = {
  text: { read: (text) => text, expected: 'a text' },
  date: { read: readDate, expected: 'a day of the calendar such as 2025-03-12' },
  'arxiv-id': {
    read: (text) => (arxivIdOf(text) ?? arxivIdOfAddress(text))?.id,
    expected: 'an arXiv identifier such as 2501.00001',
  },
  doi: { read: doiOf, expected: 'a DOI such as 10.1109/5.771073' },
  count: { read: readCount, expected: 'a number' },
  language: { read: readLanguage, expected: 'a language such as `en`' },
  announcement: { read: readAnnouncement, expected: '`new`, `cross-list` or `replacement`' },
  flag: { read: (text) => (/^(?:true|yes|1)$/i.test(text) ? true : undefined), expected: '`true`' },
};

/**
 * Reads the facts of a paper. What can't be read is named in a message and left out.
 *
 * @param issueDate day of the issue, for dates that leave out the year
 */
export function readFacts(
  drafts: FactDrafts,
  issueDate: string | undefined,
  source: DigestText,
  report: Report,
): PaperFacts {
  const facts: Record<string, unknown> = {};
  for (const name of factNames) {
    const draft = drafts[name];
    if (draft === undefined) continue;
    const texts: readonly LocatedText[] = 'value' in draft ? [draft] : draft;
    const { kind } = paperFacts[name];
    if (kind === 'texts') {
      const values = texts.map(({ value }) => textOf(value)).filter(Boolean);
      // Two authors may have one name.
      if (values.length > 0) facts[name] = name === 'authors' ? values : [...new Set(values)];
      continue;
    }
    const [text] = texts;
    const value = textOf(text?.value ?? '');
    if (!text || value === '') continue;
    const read = readers[kind].read(value, issueDate);
    if (read === undefined)
      report(invalidFact(name, value, readers[kind].expected), placeOfText(text, source));
    else facts[name] = read;
  }
  return facts;
}

/** A text on one line, without what is no character. */
function textOf(value: string): string {
  return cleanCharacters(value).replace(/\s+/g, ' ').trim();
}

/** Reads a number as pages count: `117`, `1,204`, `3.29k`, `2M`. */
function readCount(text: string): number | undefined {
  const found = /^v?(?<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?<unit>[kKmM]?)$/.exec(text)?.groups;
  if (!found) return undefined;
  const factor = { k: 1000, m: 1_000_000 }[found['unit']?.toLowerCase() ?? ''] ?? 1;
  const count = Number(found['digits']?.replaceAll(',', '')) * factor;
  return Number.isInteger(count) || factor > 1 ? Math.round(count) : undefined;
}

function readAnnouncement(text: string): string | undefined {
  if (/^new/i.test(text)) return 'new';
  if (/^cross/i.test(text)) return 'cross-list';
  return /^replace/i.test(text) ? 'replacement' : undefined;
}
