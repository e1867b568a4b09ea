import { gapNumbers } from './gaps.ts';
import type { Reading } from './reading.ts';
import type { EachTerm } from './each-term.ts';

/** A form inside a sentence counts more than any number of titles and beginnings, where capitals tell nothing. */
const insideSentence = 1000;

/** Terms are of three units at most. */
const lengths = 4;

/**
 * Terms as they stand most often, by number; those that stand nowhere are left out.
 *
 * @param size one more than the highest number a term can have
 * @param isCounted tells whether a term counts at a place. Default: everywhere
 */
export function termForms(
  reading: Reading,
  terms: Iterable<number>,
  size: number,
  each: EachTerm,
  isCounted: (term: number, place: number) => boolean = () => true,
): Map<number, string> {
  const isWanted = new Uint8Array(size);
  for (const term of terms) isWanted[term] = 1;
  const end = reading.units.length;
  // Where each term stands, one list after another, each place with the length of the term.
  const starts = new Int32Array(size + 1);
  each(0, end, (term, place) => {
    if (isWanted[term] && isCounted(term, place)) starts[term + 1] = (starts[term + 1] as number) + 1;
  });
  for (let term = 0; term < size; term++)
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  const standing = new Int32Array(starts[size] as number);
  const next = starts.slice();
  each(0, end, (term, place, length) => {
    if (!isWanted[term] || !isCounted(term, place)) return;
    const at = next[term] as number;
    standing[at] = place * lengths + length;
    next[term] = at + 1;
  });
  const isBody = bodiesOf(reading);
  const found = new Map<number, string>();
  for (let term = 0; term < size; term++) {
    if (starts[term] === starts[term + 1]) continue;
    const forms = new Map<string, number>();
    for (const packed of standing.subarray(starts[term], starts[term + 1])) {
      const place = Math.floor(packed / lengths);
      const length = packed % lengths;
      const isInside = length > 0 && isBody[place] === 1 && reading.gaps[place] !== gapNumbers.break;
      const form = formAt(reading, term, place, length);
      forms.set(form, (forms.get(form) ?? 0) + (isInside ? insideSentence : 1));
    }
    found.set(term, mostFrequent(forms));
  }
  return found;
}

/** Whether places are in an abstract, as 1 and 0. */
function bodiesOf({ ids, units, starts, bodies }: Reading): Uint8Array {
  const isBody = new Uint8Array(units.length);
  for (let paper = 0; paper < ids.length; paper++)
    isBody.fill(1, bodies[paper] as number, starts[paper + 1] as number);
  return isBody;
}

function formAt(reading: Reading, term: number, place: number, length: number): string {
  const { firstWords, words, units, lexicon } = reading;
  if (length > 0) return reading.written(place, place + length);
  const part = (lexicon.parts[units[place] as number] as readonly number[]).indexOf(term);
  return lexicon.forms[words[(firstWords[place] as number) + part] as number] as string;
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
