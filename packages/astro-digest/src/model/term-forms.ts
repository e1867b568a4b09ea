import { gapNumbers } from './gaps.ts';
import type { Reading } from './reading.ts';
import type { EachTerm } from './term-index.ts';

/** A form inside a sentence counts more than any number of titles and beginnings, where capitals tell nothing. */
const insideSentence = 1000;

/**
 * Terms as they stand most often in the papers that are learnt from, by number.
 *
 * @param size one more than the highest number a term can have
 */
export function termForms(
  reading: Reading,
  terms: Iterable<number>,
  size: number,
  each: EachTerm,
): Map<number, string> {
  const { learnt, starts, bodies, gaps, firstWords, words, forms, unitOfForm, parts, units } = reading;
  const counts = new Map(Array.from(terms, (term) => [term, new Map<string, number>()]));
  const isWanted = new Uint8Array(size);
  for (const term of counts.keys()) isWanted[term] = 1;
  // Single words are many: they are counted by the numbers of their forms, and only what else there is by its text.
  const weights = new Float64Array(forms.length);
  for (let paper = 0; paper < learnt; paper++) {
    const body = bodies[paper] as number;
    each(starts[paper] as number, starts[paper + 1] as number, (term, place, length) => {
      if (!isWanted[term]) return;
      const isInside = length > 0 && place >= body && gaps[place] !== gapNumbers.break;
      const weight = isInside ? insideSentence : 1;
      const word = firstWords[place] as number;
      const form = words[word] as number;
      if (length === 1 && (firstWords[place + 1] as number) === word + 1) {
        weights[form] = (weights[form] as number) + weight;
        return;
      }
      const part = (parts[units[place] as number] as readonly number[]).indexOf(term);
      const text =
        length > 0 ? reading.written(place, place + length) : (forms[words[word + part] as number] as string);
      const own = counts.get(term) as Map<string, number>;
      own.set(text, (own.get(text) ?? 0) + weight);
    });
  }
  for (const [form, weight] of weights.entries()) {
    if (weight === 0) continue;
    const own = counts.get(unitOfForm[form] as number) as Map<string, number>;
    const text = forms[form] as string;
    own.set(text, (own.get(text) ?? 0) + weight);
  }
  return new Map(Array.from(counts, ([term, own]) => [term, mostFrequent(own)]));
}

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  let found = '';
  let most = 0;
  for (const [form, times] of forms) {
    if (times < most || (times === most && form > found)) continue;
    found = form;
    most = times;
  }
  return found;
}
