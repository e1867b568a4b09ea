import {
  backwards,
  beginningFile,
  endingFile,
  isNearlyShort,
  isShort,
  shortFile,
  type DictionaryPlace,
} from './dictionary-files.ts';
import { mergedList } from './dictionary.ts';
import { readFrontCoded } from './front-coding.ts';
import { editsBetween } from './edits.ts';

/** Looks words up in the site's own. */
export interface Spelling {
  /** Whether the site has the word, as it stands. */
  has(word: string): Promise<boolean>;
  /** Words of the site that may have been meant, the likeliest first; `few shot` may be meant by `fewshot`. */
  suggest(word: string, most: number): Promise<string[]>;
}

/** Words of dictionaries, each with its list, of which the first is that of the most frequent. */
type Words = ReadonlyMap<string, number>;

/**
 * Opens the dictionaries of a site.
 *
 * @param load gives the text at an address; the empty text where there is none
 */
export function openSpelling(
  dictionaries: readonly DictionaryPlace[],
  load: (address: string) => Promise<string>,
): Spelling {
  const texts = new Map<string, Promise<string>>();

  function loadOnce(address: string): Promise<string> {
    const text = texts.get(address) ?? load(address);
    texts.set(address, text);
    return text;
  }

  async function read(fileIn: (parts: number) => string, toWord = (entry: string) => entry): Promise<Words> {
    const all = await Promise.all(dictionaries.map(({ folder, parts }) => loadOnce(folder + fileIn(parts))));
    const lists = new Map<string, number[]>();
    for (const text of all) {
      for (const [list, line] of text.split('\n').entries()) {
        for (const entry of readFrontCoded(line)) {
          const word = toWord(entry);
          const known = lists.get(word);
          if (known) known.push(list);
          else lists.set(word, [list]);
        }
      }
    }
    return new Map([...lists].map(([word, all]) => [word, mergedList(all)]));
  }

  const shortWords = (): Promise<Words> => read(() => shortFile);
  const beginningAs = (word: string): Promise<Words> => read((parts) => beginningFile(word, parts));
  const endingAs = (word: string): Promise<Words> => read((parts) => endingFile(word, parts), backwards);

  async function near(word: string, edits: number): Promise<string[]> {
    const all = await Promise.all([
      beginningAs(word),
      endingAs(word),
      ...(isNearlyShort(word) ? [shortWords()] : []),
    ]);
    return [...new Map(all.flatMap((words) => [...words]))]
      .map(([other, list]) => ({ other, list, edits: editsBetween(word, other, edits) }))
      .filter((candidate) => candidate.edits > 0 && candidate.edits <= edits)
      .map((candidate) => ({
        ...candidate,
        // The first letter is right more often than the others.
        cost: candidate.edits * 2 + candidate.list * 0.5 + Number(candidate.other[0] !== word[0]),
      }))
      .sort((a, b) => a.cost - b.cost || (a.other < b.other ? -1 : 1))
      .map(({ other }) => other);
  }

  /** Two words that were typed as one. */
  async function parted(word: string): Promise<string[]> {
    const [short, beginning, ending] = await Promise.all([shortWords(), beginningAs(word), endingAs(word)]);
    const places = Array.from({ length: Math.max(0, word.length - 3) }, (_, index) => index + 2);
    const pairs = places.map((place) => {
      const [before, after] = [word.slice(0, place), word.slice(place)];
      const first = (isShort(before) ? short : beginning).get(before) ?? 3;
      const second = (isShort(after) ? short : ending).get(after) ?? 3;
      return { text: `${before} ${after}`, list: Math.max(first, second) };
    });
    return pairs
      .filter(({ list }) => list < 3)
      .sort((a, b) => a.list - b.list)
      .map(({ text }) => text);
  }

  return {
    has: async (word) => (await (isShort(word) ? shortWords() : beginningAs(word))).has(word),
    async suggest(word, most) {
      if (word.length < 3) return [];
      const one = await near(word, 1);
      if (one.length > 0) return one.slice(0, most);
      const two = word.length >= 4 ? await parted(word) : [];
      return [...two, ...(word.length > 6 ? await near(word, 2) : [])].slice(0, most);
    },
  };
}
