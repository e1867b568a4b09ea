import { writeFrontCoded } from './front-coding.ts';
import { smallestWords } from './words.ts';

/** Lengths of the words that a dictionary has. */
const shortest = 2;
const longest = 24;

/** In so many papers a word must be to be in each of the lists, the most frequent first. */
const listBounds = [20, 3, 1];

/** How many papers a word of each list usually has. */
const usualPapers = [40, 7, 1];

/** Which list a word would be in, if the papers of several dictionaries had one: by the lists that it is in. */
export function mergedList(lists: readonly number[]): number {
  const papers = lists.reduce((sum, list) => sum + (usualPapers[list] ?? 0), 0);
  return lists.length === 1 ? (lists[0] as number) : listBounds.findIndex((bound) => papers >= bound);
}

/**
 * Counts the words of a site, for the files that spellings are looked up in: `words/<length>.txt`, one for each length,
 * each with three lines of sorted words in front coding, those of most papers on the first.
 */
export class DictionaryWriter {
  /** Of each word, how many papers have it, and which one had it last. */
  private readonly words = new Map<string, { papers: number; last: number }>();
  private papers = 0;

  /** Adds the words of one paper. */
  add(texts: readonly string[]): void {
    this.papers += 1;
    for (const text of texts) {
      for (const word of smallestWords(text)) {
        const entry = this.words.get(word);
        if (!entry) this.words.set(word, { papers: 1, last: this.papers });
        else if (entry.last !== this.papers) {
          entry.papers += 1;
          entry.last = this.papers;
        }
      }
    }
  }

  /** The files, by their paths within the folder of the index. */
  files(): Map<string, string> {
    const byLength = new Map<number, string[][]>();
    for (const [word, { papers }] of this.words) {
      if (!isEntry(word)) continue;
      const lists = byLength.get(word.length) ?? listBounds.map(() => []);
      byLength.set(word.length, lists);
      lists[listBounds.findIndex((bound) => papers >= bound)]?.push(word);
    }
    return new Map(
      Array.from({ length: longest - shortest + 1 }, (_, index) => {
        const lists = byLength.get(shortest + index) ?? listBounds.map(() => []);
        return [
          dictionaryFile(shortest + index),
          lists.map((list) => writeFrontCoded(list.sort())).join('\n'),
        ];
      }),
    );
  }
}

/** Path of the file with the words of a length, within the folder of the index. */
export function dictionaryFile(length: number): string {
  return `words/${length}.txt`;
}

/** Whether words of a length have a file. */
export function hasDictionary(length: number): boolean {
  return length >= shortest && length <= longest;
}

function isEntry(word: string): boolean {
  return hasDictionary(word.length) && /^\p{L}[\p{L}\p{N}]*$/u.test(word);
}
