import { fnv1a } from '../fnv1a.ts';

/** A paper in which words are that are kin to an entry of the thesaurus. */
export interface KinPaper {
  /** Its place among the papers of the dictionary, from 0. */
  place: number;
  /** What its words count for, as `worthOfWord` has it. */
  worth: number;
}

/** In so many steps the worth of one is written. */
const steps = 8;

/** Into how many files the lists go that are beside a dictionary of so many parts. */
export function kinFileCount(parts: number): number {
  return parts * 2;
}

/** Name of the file in which the lists are of all entries that begin with a stem. */
export function kinFile(stem: string, parts: number): string {
  return `kin-${fnv1a(stem) % kinFileCount(parts)}.txt`;
}

/** Writes the list of an entry as a line: what comes to the place of the paper before, and the worth, in base 36. */
export function writeKinLine(entry: string, papers: readonly KinPaper[]): string {
  let before = 0;
  const list = papers
    .toSorted((a, b) => a.place - b.place)
    .map(({ place, worth }) => {
      const step = place - before;
      before = place;
      return `${step.toString(36)}.${Math.round(worth * steps).toString(36)}`;
    });
  return `${entry}\t${list.join(' ')}`;
}

/** Reads the lines of a file: the papers of each entry. */
export function readKinLines(text: string): Map<string, KinPaper[]> {
  const lists = new Map<string, KinPaper[]>();
  for (const line of text.split('\n')) {
    const [entry = '', list = ''] = line.split('\t');
    let place = 0;
    const papers = list
      .split(' ')
      .filter(Boolean)
      .map((item) => {
        const [step = '0', worth = '0'] = item.split('.');
        place += Number.parseInt(step, 36);
        return { place, worth: Number.parseInt(worth, 36) / steps };
      });
    if (papers.length > 0) lists.set(entry, papers);
  }
  return lists;
}
