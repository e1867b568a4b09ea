import type { DictionaryPlace } from '../dictionary-files.ts';
import { kinFile, readKinLines, type KinPaper } from './kin-files.ts';

/** Words of a query that others may stand for, and the papers that have these. */
export interface Kin {
  /** The first of the words, and how many they are. */
  start: number;
  length: number;
  /** What the papers count for, by the dictionaries in their order. */
  papers: KinPaper[][];
}

/** Looks for words that may stand for those of a query. */
export interface KinFinder {
  /** @param stems of the query's words, in their order */
  find(stems: readonly string[]): Promise<Kin[]>;
}

/** How many words a phrase of the thesaurus has at most. */
const longest = 4;

/**
 * Opens the lists of kin that are beside dictionaries.
 *
 * @param load gives the text at an address; the empty text where there is none
 */
export function openKin(
  dictionaries: readonly DictionaryPlace[],
  load: (address: string) => Promise<string>,
): KinFinder {
  const files = new Map<string, Promise<Map<string, KinPaper[]>>>();
  const read = (address: string): Promise<Map<string, KinPaper[]>> => {
    const known = files.get(address) ?? load(address).then(readKinLines);
    files.set(address, known);
    return known;
  };
  return {
    async find(stems) {
      const found = await Promise.all(
        stems.map(async (stem, start) => {
          const lists = await Promise.all(
            dictionaries.map(({ folder, parts }) => read(folder + kinFile(stem, parts))),
          );
          return Array.from({ length: Math.min(longest, stems.length - start) }, (_, index) => {
            const entry = stems.slice(start, start + index + 1).join(' ');
            return { start, length: index + 1, papers: lists.map((list) => list.get(entry) ?? []) };
          });
        }),
      );
      return found.flat().filter(({ papers }) => papers.some((list) => list.length > 0));
    },
  };
}
