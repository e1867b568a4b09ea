import { listNumber } from '../word-lists/word-list-files.ts';
import { wordsOfName } from './operator-rules.ts';

/** An author, and the places of the papers in their volume. */
export interface ListedAuthor {
  /** Words of the name, as {@link wordsOfName} has them. */
  words: readonly string[];
  places: readonly number[];
}

/** Into how many files the names of a volume go that has so many files of lists: a search for an author reads one of them. */
export function authorFileCount(listFiles: number): number {
  return Math.max(1, listFiles / 8);
}

/** Name of the file, of so many, with all names that have a word. */
export function authorFile(word: string, count: number): string {
  return `authors/${listNumber(word, count)}.txt`;
}

/**
 * Writes the authors of a volume, each into the files of all words of its name, one a line: the words, and the places of the papers, each as
 * what comes to the place before.
 *
 * @param authors of each paper, in the order of the volume
 * @param count how many files there may be
 * @returns texts by the names of the files
 */
export function writeAuthors(
  authors: readonly (readonly string[] | undefined)[],
  count: number,
): Map<string, string> {
  const places = new Map<string, number[]>();
  for (const [place, names = []] of authors.entries()) {
    for (const name of new Set(names.map((name) => wordsOfName(name).join(' ')))) {
      const own = places.get(name);
      if (own) own.push(place);
      else places.set(name, [place]);
    }
  }
  const files = new Map<string, string[]>();
  for (const [name, own] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const steps = own.map((place, index) => (place - (own[index - 1] ?? 0)).toString(36));
    const words = name.split(' ').filter((word) => word.length > 1);
    for (const file of new Set(words.map((word) => authorFile(word, count)))) {
      const lines = files.get(file) ?? [];
      files.set(file, lines);
      lines.push(`${name}\t${steps.join(' ')}`);
    }
  }
  return new Map([...files].map(([file, lines]) => [file, lines.join('\n')]));
}

/** Reads a file that `writeAuthors` has written. */
export function readAuthors(text: string): ListedAuthor[] {
  if (text === '') return [];
  return text.split('\n').map((line) => {
    const [name = '', steps = ''] = line.split('\t');
    let place = 0;
    return {
      words: name.split(' '),
      places: steps.split(' ').map((step) => (place += Number.parseInt(step, 36))),
    };
  });
}
