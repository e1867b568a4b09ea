import type { DigestEntry } from '../../../types.ts';
import { titleKey, titleWords } from './title-key.ts';

/** What a paper's file can be given. */
export interface FoundFacts {
  arxivId?: string;
  doi?: string;
  authors?: string[];
}

/** What is known of a paper that is looked for. */
export interface KnownPaper extends FoundFacts {
  title: string;
}

/** The paper of that title, or why there is none that is surely it. */
export type Match = { is: 'found'; facts: FoundFacts } | { is: 'nothing' } | { is: 'several' };

/** Titles of fewer words are those of several papers, so that somebody of the authors has to be known as well. */
const fewestWords = 3;

/** Whether a catalogue may be asked for a paper at all. */
export function isTelling({ title, authors = [] }: KnownPaper): boolean {
  return authors.length > 0 ? titleKey(title) !== '' : titleWords(title).length >= fewestWords;
}

/**
 * Finds a paper among those of an answer: the one that has its title letter by letter, an author of it where some are known, and no
 * other identifier than it is known to have.
 */
export function match(paper: KnownPaper, answer: readonly DigestEntry[]): Match {
  const key = titleKey(paper.title);
  const same = answer.filter(
    (entry) =>
      titleKey(entry.title) === key &&
      sharesAuthor(paper.authors, entry.authors) &&
      agrees(paper.arxivId, entry.arxivId) &&
      agrees(paper.doi, entry.doi) &&
      (entry.arxivId ?? entry.doi) !== undefined,
  );
  // Where it came out is told before where it was sent to.
  const published = same.filter(({ venue }) => venue !== undefined);
  const best = published.length > 0 ? published : same;
  const [first] = best;
  if (first === undefined) return { is: 'nothing' };
  if (new Set(best.map(({ arxivId, doi }) => arxivId ?? doi?.toLowerCase())).size > 1)
    return { is: 'several' };
  const { arxivId, doi, authors = [] } = first;
  return {
    is: 'found',
    facts: {
      ...(arxivId === undefined ? {} : { arxivId }),
      ...(doi === undefined ? {} : { doi }),
      ...(authors.length === 0 ? {} : { authors }),
    },
  };
}

/** Names are written in many ways; the last word, or the first before a comma, is nearly always that of the family. */
function sharesAuthor(known: readonly string[] = [], told: readonly string[] = []): boolean {
  if (known.length === 0 || told.length === 0) return true;
  const families = new Set(known.map(familyOf));
  return told.some((name) => families.has(familyOf(name)));
}

function familyOf(name: string): string {
  const [before = '', after] = name.split(',');
  return after === undefined ? (titleWords(name).at(-1) ?? '') : titleKey(before);
}

function agrees(known: string | undefined, told: string | undefined): boolean {
  return known === undefined || told === undefined || known.toLowerCase() === told.toLowerCase();
}
