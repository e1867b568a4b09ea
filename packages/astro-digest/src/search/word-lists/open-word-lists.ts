import type { VolumeList } from '../volume-list.ts';
import type { Hint } from './read-concepts.ts';
import {
  conceptEntry,
  listFile,
  listNumber,
  readLists,
  type ListedPaper,
  type WordList,
} from './word-list-files.ts';

/** What is known of some words of a query that stand one after another. */
export interface FoundList {
  /** The first of the words, and how many they are. */
  start: number;
  length: number;
  /** How many papers have it; 0 for several words. */
  papers: number;
  /** Papers that have it, by the indexes in their order; see `WordList`. */
  having: (readonly ListedPaper[])[];
  /** Papers that have what stands for it, in the same way. */
  likened: (readonly ListedPaper[])[];
  /** What it says of the concepts that any of the indexes has; absent where it says nothing. */
  hint?: Hint | undefined;
}

/** The papers of a concept. */
export type ConceptList = Pick<FoundList, 'papers' | 'having'>;

/** Looks words up in the lists of the indexes. */
export interface WordLists {
  /**
   * @param stems of the query's words, in their order
   * @param isAsked whether what begins with a word is of interest. Default: all that do.
   */
  find(stems: readonly string[], isAsked?: (index: number) => boolean): Promise<FoundList[]>;
  /** Gives the papers of a concept, by its number. */
  findConcept(number: number): Promise<ConceptList>;
}

/** How many words a phrase of the thesaurus has at most. */
const longest = 4;

/**
 * Opens the lists of the indexes.
 *
 * @param load gives the text at an address; the empty text where there is none
 */
export function openWordLists(
  { indexes, lists: counts }: Pick<VolumeList, 'indexes' | 'lists'>,
  load: (address: string) => Promise<string>,
): WordLists {
  const files = new Map<string, Promise<Map<string, WordList>>>();
  const read = (address: string): Promise<Map<string, WordList>> => {
    const known = files.get(address) ?? load(address).then(readLists);
    files.set(address, known);
    return known;
  };
  /** Of each index the lists of the file that has an entry which begins with a word. */
  const listsOf = (word: string): Promise<Map<string, WordList>[]> =>
    Promise.all(
      indexes.map((folder, index) => read(folder + listFile(listNumber(word, counts[index] ?? 0)))),
    );
  return {
    async find(stems, isAsked = () => true) {
      const asked = [...stems.keys()].filter(isAsked);
      const found = await Promise.all(
        asked.map(async (start) => {
          const lists = await listsOf(stems[start] as string);
          return Array.from({ length: Math.min(longest, stems.length - start) }, (_, index) => {
            const own = lists.map((list) => list.get(stems.slice(start, start + index + 1).join(' ')));
            return {
              start,
              length: index + 1,
              ...havingOf(own),
              likened: own.map((list) => list?.likened ?? []),
              hint: hintOf(own),
            };
          });
        }),
      );
      return found.flat();
    },
    async findConcept(number) {
      const entry = conceptEntry(number);
      return havingOf((await listsOf(entry)).map((list) => list.get(entry)));
    },
  };
}

function havingOf(lists: readonly (WordList | undefined)[]): ConceptList {
  return {
    papers: lists.reduce((sum, list) => sum + (list?.papers ?? 0), 0),
    having: lists.map((list) => list?.having ?? []),
  };
}

/** What the indexes say together: each knows the concepts that its own papers have. */
function hintOf(lists: readonly (WordList | undefined)[]): Hint | undefined {
  const own = lists.flatMap((list) => list?.hint ?? []);
  const [first] = own;
  return first && { ...first, concepts: [...new Set(own.flatMap(({ concepts }) => concepts))] };
}
