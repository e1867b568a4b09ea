import {
  backwards,
  beginningFile,
  endingFile,
  fileNames,
  isShort,
  partsFor,
  shortFile,
} from './dictionary-files.ts';
import { writeFrontCoded } from './front-coding.ts';
import { hasRun } from './runs.ts';
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
 * Counts the words of a site, for the files that spellings are looked up in. Each word is in the file of its beginning and in that of its
 * ending, since a slip spares one of the two; short words are in a file of their own. Each file has three lines of sorted words in front
 * coding, those of most papers on the first; those of an ending are written backwards.
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

  /** The files, by their names. */
  files(): Map<string, string> {
    const parts = partsFor(this.papers);
    const files = new Map(fileNames(parts).map((name) => [name, listBounds.map((): string[] => [])]));
    for (const [word, { papers }] of this.words) {
      if (!isEntry(word)) continue;
      const list = listBounds.findIndex((bound) => papers >= bound);
      if (isShort(word)) files.get(shortFile)?.[list]?.push(word);
      else {
        files.get(beginningFile(word, parts))?.[list]?.push(word);
        files.get(endingFile(word, parts))?.[list]?.push(backwards(word));
      }
    }
    return new Map(
      [...files].map(([name, lists]) => [name, lists.map((list) => writeFrontCoded(list.sort())).join('\n')]),
    );
  }
}

function isEntry(word: string): boolean {
  return (
    word.length >= shortest && word.length <= longest && /^\p{L}[\p{L}\p{N}]*$/u.test(word) && !hasRun(word)
  );
}
