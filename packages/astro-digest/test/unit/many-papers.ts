/** A paper that was made up by rule. */
export interface MadePaper {
  id: string;
  body: string;
  data: { title: string };
}

/**
 * Makes up papers: 150 words each, frequent as words are in a language (the nth has 1/n of the first's share), and with a
 * few subjects, each with words of its own and a name of two words that half of its titles have.
 *
 * @param count how many
 * @param clusters how many subjects
 */
export function manyPapers(count: number, clusters: number): MadePaper[] {
  const random = randomNumbers(20250312);
  const word = zipf(30_000, random);
  return Array.from({ length: count }, (_, index) => {
    const cluster = index % clusters;
    const name = `topic${letters(cluster)}xbo topic${letters(cluster)}xco`;
    const ownWord = () => `topic${letters(cluster)}x${letters(Math.floor(random() * 12))}`;
    const sentence = (length: number) =>
      Array.from({ length }, () => {
        if (random() < 0.1) return `${ownWord()} ${ownWord()}`;
        return random() < 0.02 ? `${word()}-${word()}` : word();
      }).join(' ');
    return {
      id: `2025-${String(index % 365).padStart(3, '0')}/paper-${index}`,
      body: Array.from({ length: 8 }, () => `${sentence(17)}.`).join(' '),
      data: { title: `${random() < 0.5 ? name : ownWord()} ${sentence(7)}` },
    };
  });
}

/** The words that are most frequent in English, which name nothing. */
const frequent =
  'the of and to in a is that we for on with as are by this from our be which can it an or these than at have has not their also such both more while between other'.split(
    ' ',
  );

function zipf(size: number, random: () => number): () => string {
  let sum = 0;
  const sums = Float64Array.from({ length: size }, (_, rank) => (sum += 1 / (rank + 1)));
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return frequent[low] ?? `w${letters(low)}`;
  };
}

/** A number as a word of letters that no stemmer touches. */
function letters(number: number): string {
  return `${number
    .toString(26)
    .replace(
      /./g,
      (digit) => 'bcdfghjklmnpqrtvwxzBCDFGHJ'['0123456789abcdefghijklmnop'.indexOf(digit)] as string,
    )
    .toLowerCase()}${number % 7}o`;
}

/** Mulberry32: the same numbers from 0 to 1 for a seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
