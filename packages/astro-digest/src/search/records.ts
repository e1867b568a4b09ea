import type { CustomRecord } from 'pagefind';
import { betweenNames, type MetaField } from './pagefind-api.ts';
import type { ReadRecord } from './read-records.ts';
import { onOneLine } from '../model/single-line.ts';
import { titleKey } from './title-key.ts';
import { hasRun, partRuns } from './runs.ts';
import { bare, splitForms } from './words.ts';

/** What a record doesn't say of its paper. */
export interface RecordPlace {
  /** What the index calls it; see `pageName`. */
  name: string;
  /** Address of the paper, as it stands in the search results. */
  address: string;
  /** ISO 639-1 code of the texts. */
  language: string;
}

/**
 * Writes what Pagefind indexes of one paper.
 *
 * @param place of the record in its volume, from 0, where the volume has papers with votes
 */
export function toPagefindRecord(
  record: ReadRecord,
  place: number | undefined,
  { name, address, language }: RecordPlace,
): CustomRecord {
  const { title, text, issue, date, authors, slugs, arxivId, doi, votes, links } = record;
  const all = `${title} ${text}`;
  const forms = [...mathsForms(all), ...formsBetweenRuns(all)];
  const meta: Partial<Record<MetaField, string | undefined>> = {
    title,
    key: titleKey(title),
    issue,
    date,
    authors: authors?.join(betweenNames),
    slugs: slugs?.join(' '),
    id: arxivId,
    doi,
    votes: votes?.toString(),
    links: links?.map(({ kind, url }) => `${kind === 'project' ? 'w' : kind.charAt(0)}=${url}`).join(' '),
    forms: forms.length > 0 ? forms.join(' ') : undefined,
    url: address,
  };
  return {
    url: name,
    // A paper without an abstract is found by its title alone; Pagefind wants some content.
    content: withoutMarks(text === '' ? title : text),
    language,
    meta: Object.fromEntries(
      Object.entries(meta).flatMap(([field, value]) => (value ? [[field, onOneLine(value)]] : [])),
    ),
    // Pages are numbered in the order of the site, which needs no sort.
    ...(place === undefined ? {} : { sort: { votes: byVotes(votes ?? -1, place) } }),
  };
}

/** Words that begin as Pagefind's own marks do get a character in front that it takes away again. */
function withoutMarks(text: string): string {
  return text.replace(/(?<=^|\s)_(?=\S)/gu, '\u200B_');
}

/**
 * Stands where a paper of so many votes does: those of most votes first, equal ones in the order of the volume. A text, because
 * Pagefind keeps only the first seven digits of numbers, and leaves equal ones in no order.
 */
function byVotes(votes: number, place: number): string {
  return `${String(999_999_999 - votes).padStart(10, '0')}v${String(place).padStart(9, '0')}`;
}

/**
 * Parts of formulas that are looked for by themselves: `n^{1+o(1)}` within `$O(n^{1+o(1)})$`. Pagefind has such a
 * formula as one word.
 */
function mathsForms(text: string): string[] {
  const forms = new Set<string>();
  // Most texts have none.
  if (!/[$^_=\\]/.test(text)) return [];
  for (const token of text.split(/\s+/)) {
    if (!/[$^_=\\]/.test(token) || token.includes('://')) continue;
    const pieces = [...token.split(/[=<>≤≥]/), ...inner(token)];
    for (const piece of pieces) {
      const form = bare(piece).replace(/[^\p{L}\p{N}+#]+/gu, '');
      if (form.length > 1 && form !== bare(token).replace(/[^\p{L}\p{N}+#]+/gu, '')) forms.add(form);
    }
  }
  return [...forms];
}

/** Words that stand between letters of a run without blanks, such as `GPT-4` in `GPT-4を用いた要約`, of which Pagefind makes one word. */
function formsBetweenRuns(text: string): string[] {
  if (!hasRun(text)) return [];
  const words = text
    .split(/\s+/)
    .filter(hasRun)
    .flatMap((token) => partRuns(token).filter((piece) => !hasRun(piece)));
  const forms = splitForms(words.join(' ')).flatMap(({ whole, parts }) => [whole, ...parts]);
  return [...new Set(forms.filter((form) => form.length > 1))];
}

/** What is inside the first pair of round brackets. */
function inner(token: string): string[] {
  const open = token.indexOf('(');
  const close = token.lastIndexOf(')');
  return open >= 0 && close > open ? [token.slice(open + 1, close)] : [];
}
