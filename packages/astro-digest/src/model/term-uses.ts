import { fold } from './fold.ts';
import { gapNumbers } from './gaps.ts';
import type { Reading } from './reading.ts';
import { stem } from './stem.ts';
import type { TermIndex } from './term-index.ts';

/** As if each term had stood so often before, as most do, so that few places decide little. */
const placesBefore = 4;

/**
 * For each term, how often it ends what is named: `attention` does, `deep` and `zero-shot` stand before others. As a share of its places; and
 * that of all units together.
 */
export function endingShares(
  { units, gaps, lexicon: { content } }: Reading,
  { each, frequency }: TermIndex,
): { shares: Float64Array; average: number } {
  const all = new Float64Array(frequency.length);
  const ends = new Float64Array(frequency.length);
  let sum = 0;
  let sumOfEnds = 0;
  each(0, units.length, (term, place, length) => {
    // A word of a compound ends nothing.
    if (length === 0) return;
    const next = place + length;
    const isLed = gaps[next] === gapNumbers.space && content[units[next] as number];
    all[term] = (all[term] as number) + 1;
    if (!isLed) ends[term] = (ends[term] as number) + 1;
    if (length > 1) return;
    sum++;
    if (!isLed) sumOfEnds++;
  });
  const average = sumOfEnds / sum;
  return {
    shares: ends.map(
      (count, term) => (count + average * placesBefore) / ((all[term] as number) + placesBefore),
    ),
    average,
  };
}

/** How often words stand in one form, whether as singular or plural. */
export interface FormShare {
  /** As a share of the places of all forms of the word. */
  share: number;
  /** That form, folded. */
  form: string;
}

/**
 * For each unit that is a word, the form that it most often has: `reasoning` hardly ever is `reasoned`, and names something; `editing` is often
 * `edit` and `edited`, which is something that is done.
 */
export function mainForms({ words, lexicon: { forms, units, stems } }: Reading): FormShare[] {
  const times = new Int32Array(forms.length);
  for (const form of words) times[form] = (times[form] as number) + 1;
  const byUnit = stems.map(() => new Map<string, number>());
  for (const [form, text] of forms.entries()) {
    if (times[form] === 0) continue;
    const own = byUnit[units[form] as number] as Map<string, number>;
    const singular = singularOf(fold(text).replace(/['’]s$/, ''));
    own.set(singular, (own.get(singular) ?? 0) + (times[form] as number));
  }
  return byUnit.map((own) => {
    const sum = [...own.values()].reduce((all, count) => all + count, 0);
    const [[form, most] = ['', 0]] = [...own].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return { share: most / sum, form };
  });
}

/** A word without the `s` of its plural, where that is one. */
function singularOf(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  const without = word.replace(/ies$/, 'y').replace(/s$/, '');
  return stem(without) === stem(word) ? without : word;
}
