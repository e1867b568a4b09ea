import { dictionaryFile, hasDictionary, mergedList } from './dictionary.ts';
import { readFrontCoded } from './front-coding.ts';
import { editsBetween } from './edits.ts';

/** Looks words up in the site's own. */
export interface Spelling {
  /** Whether the site has the word, as it stands. */
  has(word: string): Promise<boolean>;
  /** Words of the site that may have been meant, the likeliest first; `few shot` may be meant by `fewshot`. */
  suggest(word: string, most: number): Promise<string[]>;
}

/**
 * Opens the dictionaries of a site.
 *
 * @param folders of the dictionaries, each with a slash at its end
 * @param load gives the text at an address; the empty text where there is none
 */
export function openSpelling(
  folders: readonly string[],
  load: (address: string) => Promise<string>,
): Spelling {
  const lists = new Map<number, Promise<Map<string, number>>>();

  /** Words of a length, each with its list, of which the first is that of the most frequent. */
  function ofLength(length: number): Promise<Map<string, number>> {
    if (!hasDictionary(length)) return Promise.resolve(new Map());
    let words = lists.get(length);
    if (!words) lists.set(length, (words = loadLength(length)));
    return words;
  }

  async function loadLength(length: number): Promise<Map<string, number>> {
    const texts = await Promise.all(folders.map((folder) => load(folder + dictionaryFile(length))));
    const lists = new Map<string, number[]>();
    for (const text of texts) {
      for (const [list, line] of text.split('\n').entries()) {
        for (const word of readFrontCoded(line)) {
          const known = lists.get(word);
          if (known) known.push(list);
          else lists.set(word, [list]);
        }
      }
    }
    return new Map([...lists].map(([word, all]) => [word, mergedList(all)]));
  }

  async function near(word: string, edits: number): Promise<string[]> {
    const lengths = Array.from({ length: 2 * edits + 1 }, (_, index) => word.length - edits + index);
    const all = await Promise.all(lengths.map(ofLength));
    return all
      .flatMap((words) => [...words])
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
    const places = Array.from({ length: Math.max(0, word.length - 3) }, (_, index) => index + 2);
    const pairs = await Promise.all(
      places.map(async (place) => {
        const [before, after] = [word.slice(0, place), word.slice(place)];
        const [first, second] = await Promise.all([ofLength(before.length), ofLength(after.length)]);
        const list = Math.max(first.get(before) ?? 3, second.get(after) ?? 3);
        return { text: `${before} ${after}`, list };
      }),
    );
    return pairs
      .filter(({ list }) => list < 3)
      .sort((a, b) => a.list - b.list)
      .map(({ text }) => text);
  }

  return {
    has: async (word) => (await ofLength(word.length)).has(word),
    async suggest(word, most) {
      if (word.length < 3) return [];
      const one = await near(word, 1);
      if (one.length > 0) return one.slice(0, most);
      const two = word.length >= 4 ? await parted(word) : [];
      return [...two, ...(word.length > 6 ? await near(word, 2) : [])].slice(0, most);
    },
  };
}
