import { fnv1a } from '../fnv1a.ts';

/** A paper of a list. */
export interface ListedPaper {
  /** Its place among the papers of the index, from 0. */
  place: number;
  /** How much it has, in the unit of the list. */
  amount: number;
}

/** What is known of a stem, or of a phrase of the thesaurus. */
export interface WordList {
  /** How many papers have it; 0 for a phrase. */
  papers: number;
  /** Papers that have most of it, and how much, as `strengthOf` has it. */
  having: readonly ListedPaper[];
  /** Papers that have most of what stands for it, and what this is worth, as `worthOfWord` has it. */
  likened: readonly ListedPaper[];
}

/** The largest amount of each list. An amount is written as one digit in base 36, whose square it is, so that small ones are told apart. */
const largest = { having: 1, likened: 6 };
const digits = 35;

/** So many papers are in a list at most: those that have most of it. A list of fewer is whole. */
export const longestList = { having: 20, likened: 20 };

/** Into how many files the lists of so many papers go: so many that a search that looks up eight words loads little of them. */
export function listFileCount(papers: number): number {
  return 2 ** Math.max(0, Math.round(Math.log2(papers / 10)));
}

/** Number of the file, of so many, in which the lists are of all that begins with a stem. */
export function listNumber(stem: string, count: number): number {
  return fnv1a(stem) % count;
}

/** Name of a file. */
export function listFile(number: number): string {
  return `lists/${number}.txt`;
}

/** Writes a list as a line: the stem or phrase, how many papers have it, and both lists. */
export function writeList(entry: string, { papers, having, likened }: WordList): string {
  return [
    entry,
    papers === 0 ? '' : papers.toString(36),
    writePapers(having, largest.having),
    writePapers(likened, largest.likened),
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

/** Reads the lists of a file, by their stems and phrases. */
export function readLists(text: string): Map<string, WordList> {
  return new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [entry = '', papers = '', having = '', likened = ''] = line.split('\t');
        const list: WordList = {
          papers: papers === '' ? 0 : Number.parseInt(papers, 36),
          having: readPapers(having, largest.having),
          likened: readPapers(likened, largest.likened),
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
