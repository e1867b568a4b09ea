import { none, type PhrasePlaces, type Phrases } from './phrases.ts';
import type { Reading } from './reading.ts';

/**
 * What is told of a term that stands somewhere: its number, where it begins, of how many units it is. A word of a compound
 * is of none.
 */
export type Visit = (term: number, place: number, length: number) => void;

/** Goes through what stands from a place to another. */
export type EachTerm = (start: number, end: number, visit: Visit) => void;

/** Goes through the terms of texts. */
export function eachTerm(
  { units, lexicon: { parts, content } }: Reading,
  { phrases, standsAlone, pairAt, tripleAt }: PhrasePlaces & { phrases: Phrases; standsAlone: Uint8Array },
): EachTerm {
  return (start, end, visit) => {
    for (let place = start; place < end; place++) {
      const unit = units[place] as number;
      if (!content[unit]) continue;
      visit(numberOfUnit(unit, phrases), place, 1);
      const own = parts[unit] as readonly number[];
      for (let index = 0; index < own.length; index++) {
        const part = own[index] as number;
        if (content[part] && standsAlone[part]) visit(part, place, 0);
      }
      if (pairAt[place] !== none) visit(pairAt[place] as number, place, 2);
      if (tripleAt[place] !== none) visit(tripleAt[place] as number, place, 3);
    }
  };
}

/** Number of a unit among the terms: units that came after phrases were learnt are numbered after these. */
export function numberOfUnit(unit: number, { first, end }: Phrases): number {
  return unit < first ? unit : end + unit - first;
}
