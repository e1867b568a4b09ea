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
    const forms: TermForm[] = [];
    for (let at = starts[term] as number; at < (starts[term + 1] as number); at++) {
      const packed = standing[at] as number;
      const place = Math.floor(packed / lengths);
      const length = packed % lengths;
      const isInside = length > 0 && isBody[place] === 1 && reading.gaps[place] !== gapNumbers.break;
      formAt(reading, forms, term, place, length).times += isInside ? insideSentence : 1;
    }
    found.set(term, mostFrequent(reading, forms));
  }
  return found;
}

/** How a term stands somewhere, as words, and how often it stands so. */
interface TermForm {
  /** Its first word, and the one after its last. */
  start: number;
  end: number;
  times: number;
}

/** Whether places are in an abstract, as 1 and 0. */
function bodiesOf({ ids, units, starts, bodies }: Reading): Uint8Array {
  const isBody = new Uint8Array(units.length);
  for (let paper = 0; paper < ids.length; paper++)
    isBody.fill(1, bodies[paper] as number, starts[paper + 1] as number);
  return isBody;
}

/** The form in which a term stands at a place, which is added where it is new. */
function formAt(reading: Reading, forms: TermForm[], term: number, place: number, length: number): TermForm {
  const { firstWords, units, lexicon } = reading;
  const first = firstWords[place] as number;
  const part = length > 0 ? 0 : (lexicon.parts[units[place] as number] as readonly number[]).indexOf(term);
  const start = first + part;
  const end = length > 0 ? (firstWords[place + length] as number) : start + 1;
  for (const form of forms) if (isAlike(reading, form, start, end)) return form;
  const form = { start, end, times: 0 };
  forms.push(form);
  return form;
}

/** Whether words are the same as others, with their hyphens. */
function isAlike({ words, wordGaps }: Reading, form: TermForm, start: number, end: number): boolean {
  if (form.end - form.start !== end - start) return false;
  for (let word = start, other = form.start; word < end; word++, other++) {
    if (words[word] !== words[other]) return false;
    const isHyphen = wordGaps[word] === gapNumbers.hyphen;
    if (word > start && isHyphen !== (wordGaps[other] === gapNumbers.hyphen)) return false;
  }
  return true;
}

function mostFrequent(reading: Reading, forms: readonly TermForm[]): string {
  let found = '';
  let most = 0;
  for (const { start, end, times } of forms) {
    if (times < most) continue;
    const form = reading.written(start, end);
    if (times === most && form > found) continue;
    found = form;
    most = times;
  }
  return found;
}
