import { fnv1a } from '../fnv1a.ts';
import type { Hint } from './read-concepts.ts';

/** A paper of a list. */
export interface ListedPaper {
  /** Its place among the papers of the index, from 0. */
  place: number;
  /** How much it has, in the unit of the list. */
  amount: number;
}

/** What is known of a stem, of a phrase of the thesaurus, or of a concept. */
export interface WordList {
  /** How many papers have it; 0 for a phrase. */
  papers: number;
  /** Papers that have most of it, and how much, as `strengthOf` has it. */
  having: readonly ListedPaper[];
  /** Papers that have most of what stands for it, and what this is worth, as `worthOfWord` has it. */
  likened: readonly ListedPaper[];
  /** What it says of concepts that papers of the index have; absent where it says nothing. */
  hint?: Hint;
}

/** The largest amount of each list. An amount is written as one digit in base 36, whose square it is, so that small ones are told apart. */
const largest = { having: 1, likened: 6 };
const digits = 35;

/** So many papers are in a list at most: those that have most of it. A list of fewer is whole, and so is each of letters of a run. */
export const longestList = { having: 20, likened: 20 };

/** How many papers' worth of lists go into one file: few, so that a search that looks up eight words loads little; more in a volume that each day changes. */
const papersInFile = { closed: 2.5, open: 5 };

/** So many letters of runs have lists as long as those of a paper without any. */
const lettersOfPaper = 200;

/**
 * Into how many files the lists of so many papers go.
 *
 * @param letters of runs that the papers have
 */
export function listFileCount(papers: number, letters: number, isClosed: boolean): number {
  const count = (papers + letters / lettersOfPaper) / papersInFile[isClosed ? 'closed' : 'open'];
  return 2 ** Math.max(0, Math.round(Math.log2(count)));
}

/** Number of the file, of so many, in which the lists are of all that begins with a stem. */
export function listNumber(stem: string, count: number): number {
  return fnv1a(stem) % count;
}

/** Name of a file. */
export function listFile(number: number): string {
  return `lists/${number}.txt`;
}

/** What the papers that have a concept are listed under; no stem has such a sign. */
export function conceptEntry(number: number): string {
  return `=${number.toString(36)}`;
}

/** Writes a list as a line: the stem, phrase or concept, how many papers have it, both lists of papers, and its hint. */
export function writeList(entry: string, { papers, having, likened, hint }: WordList): string {
  return [
    entry,
    papers === 0 ? '' : papers.toString(36),
    writePapers(having, largest.having),
    writePapers(likened, largest.likened),
    hint === undefined ? '' : writeHint(hint),
  ]
    .join('\t')
    .trimEnd();
}

/** What comes to the place of the paper before, and the amount. */
function writePapers(papers: readonly ListedPaper[], largest: number): string {
  let before = 0;
  return papers
    .toSorted((a, b) => a.place - b.place)
    .map(({ place, amount }) => {
      const step = place - before;
      before = place;
      const digit = Math.round(digits * Math.sqrt(Math.min(1, amount / largest)));
      return step.toString(36) + digit.toString(36);
    })
    .join(' ');
}

/** How much it tells as one digit, and what comes to the number of the concept before. */
function writeHint({ telling, concepts }: Hint): string {
  const steps = concepts.map((number, index) => number - (concepts[index - 1] ?? 0));
  return Math.round(digits * telling).toString(36) + steps.map((step) => step.toString(36)).join(' ');
}

function readHint(text: string): Hint {
  let number = 0;
  const steps = text.slice(1).split(' ');
  return {
    telling: Number.parseInt(text.charAt(0), 36) / digits,
    concepts: steps.map((step) => (number += Number.parseInt(step, 36))),
  };
}

/** Reads the lists of a file, by their stems, phrases and concepts. */
export function readLists(text: string): Map<string, WordList> {
  return new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [entry = '', papers = '', having = '', likened = '', hint = ''] = line.split('\t');
        const list: WordList = {
          papers: papers === '' ? 0 : Number.parseInt(papers, 36),
          having: readPapers(having, largest.having),
          likened: readPapers(likened, largest.likened),
          ...(hint === '' ? {} : { hint: readHint(hint) }),
        };
        return [entry, list];
      }),
  );
}

function readPapers(text: string, largest: number): ListedPaper[] {
  let place = 0;
  return text
    .split(' ')
    .filter(Boolean)
    .map((item) => {
      place += Number.parseInt(item.slice(0, -1), 36);
      return { place, amount: largest * (Number.parseInt(item.slice(-1), 36) / digits) ** 2 };
    });
}
