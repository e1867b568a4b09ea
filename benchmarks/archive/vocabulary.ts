import type { Random } from './random.ts';

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

const onsets = 'b c d f g l m n p r s t v b d l m n p r s t br cl dr gr pl pr sp st tr qu'.split(' ');
const vowels = 'a e i o u a e i o ea io ou'.split(' ');
const codas = ['', '', '', '', '', '', '', '', 'n', 'r', 'l', 's', 'm', 't', 'x', 'nt'];
const endings = ['', '', '', '', '', 's', 's', 'ing', 'ed', 'al', 'ion', 'ive', 'ly', 'er', 'able', 'ity'];

/**
 * Invents words: short ones first, later ones longer, several of one stem with different endings, none twice and none a
 * function word.
 */
export function inventWords(count: number, random: Random): string[] {
  const words = new Set<string>();
  const taken = new Set(functionWords);
  while (words.size < count) {
    const syllables = words.size < 400 ? random.between(1, 2) : random.between(2, 3);
    let stem = '';
    for (let syllable = 0; syllable < syllables; syllable++) {
      stem += random.pick(onsets) + random.pick(vowels) + random.pick(codas);
    }
    const forms = random.between(1, 4);
    for (let form = 0; form < forms && words.size < count; form++) {
      const word = stem + random.pick(endings);
      if (word.length > 2 && !taken.has(word)) words.add(word);
    }
  }
  return [...words];
}
