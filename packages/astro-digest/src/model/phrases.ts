import { gapNumbers } from './gaps.ts';
import type { Reading } from './reading.ts';

/** Where no phrase begins. */
export const none = -1;

/** Phrases of two or three units, all of which can name something, that stand at least twice in the texts that are learnt from. */
export interface Phrases {
  /** Number of the first phrase: one more than that of the last unit. */
  first: number;
  /** One more than the number of the last. */
  end: number;
  /** With what each begins, a unit or, in one of three units, the phrase of the first two. */
  heads: number[];
  /** The unit that ends each. */
  tails: number[];
}

/** Where phrases stand. */
export interface PhrasePlaces {
  /** For each place, the number of the phrase of two units that begins there, or `none`. */
  pairAt: Int32Array;
  /** The same for those of three. */
  tripleAt: Int32Array;
}

/** With what a phrase begins, a unit or a phrase, and the unit that ends it. */
export function splitPhrase({ first, heads, tails }: Phrases, phrase: number): readonly [number, number] {
  return [heads[phrase - first] as number, tails[phrase - first] as number];
}

/** Finds the phrases of texts that are learnt from. */
export function findPhrases(reading: Reading): Phrases & PhrasePlaces {
  const { units, gaps, lexicon } = reading;
  const { content } = lexicon;
  const unitCount = content.length;
  const isShared = sharedUnits(reading);
  const begins = (place: number): boolean => {
    const first = units[place] as number;
    const second = units[place + 1] as number;
    if (gaps[place + 1] !== gapNumbers.space || !content[first] || !content[second]) return false;
    return isShared[first] === 1 && isShared[second] === 1;
  };
  const pairs = join(
    units.map((unit, place) => (begins(place) ? unit : none)),
    { heads: unitCount, units, offset: 1, unitCount, first: unitCount },
  );
  const end = unitCount + pairs.heads.length;
  const triples = join(
    pairs.at.map((pair, place) => ((pairs.at[place + 1] ?? none) === none ? none : pair)),
    { heads: end, units, offset: 2, unitCount, first: end },
  );
  return {
    first: unitCount,
    end: end + triples.heads.length,
    heads: pairs.heads.concat(triples.heads),
    tails: pairs.tails.concat(triples.tails),
    pairAt: pairs.at,
    tripleAt: triples.at,
  };
}

/** Finds known phrases in other texts. */
export function findKnownPhrases(
  { units, gaps }: Reading,
  { first, end, heads, tails }: Phrases,
): PhrasePlaces {
  const numbers = new Map<number, number>();
  // Two numbers as one, which is exact below 2 ** 53.
  const keyOf = (head: number, tail: number): number => head * first + tail;
  for (let phrase = first; phrase < end; phrase++)
    numbers.set(keyOf(heads[phrase - first] as number, tails[phrase - first] as number), phrase);
  const pairAt = units.map((unit, place) => {
    const next = units[place + 1] ?? first;
    if (gaps[place + 1] !== gapNumbers.space || unit >= first || next >= first) return none;
    return numbers.get(keyOf(unit, next)) ?? none;
  });
  const tripleAt = pairAt.map((pair, place) => {
    if (pair === none || (pairAt[place + 1] ?? none) === none) return none;
    return numbers.get(keyOf(pair, units[place + 2] as number)) ?? none;
  });
  return { pairAt, tripleAt };
}

/** Whether a unit is in more than one paper, as 1 and 0. */
function sharedUnits({ ids, starts, units, lexicon: { content } }: Reading): Uint8Array {
  const shared = new Uint8Array(content.length);
  const firstPaper = new Int32Array(content.length).fill(-1);
  for (let paper = 0; paper < ids.length; paper++) {
    for (let place = starts[paper] as number, end = starts[paper + 1] as number; place < end; place++) {
      const unit = units[place] as number;
      if (firstPaper[unit] === -1) firstPaper[unit] = paper;
      else if (firstPaper[unit] !== paper) shared[unit] = 1;
    }
  }
  return shared;
}

interface Joined {
  /** For each place, the number of what begins there, or `none`. */
  at: Int32Array;
  heads: number[];
  tails: number[];
}

/**
 * Numbers what stands at least twice: a head and the unit that follows it. The places are sorted by their heads, and
 * what follows each head is counted, which takes time and memory in proportion to the texts and no more.
 *
 * @param headAt what begins at each place, or `none`
 * @param heads how many numbers heads can have
 * @param offset how far the unit that follows is from the head
 * @param first the number for the first that is found
 */
function join(
  headAt: Int32Array,
  {
    heads,
    units,
    offset,
    unitCount,
    first,
  }: {
    heads: number;
    units: Int32Array;
    offset: number;
    unitCount: number;
    first: number;
  },
): Joined {
  const joined: Joined = { at: new Int32Array(headAt.length).fill(none), heads: [], tails: [] };
  const { starts, items: places } = groupByNumber(headAt, heads);
  // For each unit that follows: how often it has, or, once it has a number, that number below 0. Used for each head anew.
  const counts = new Int32Array(unitCount);
  for (let head = 0; head < heads; head++) {
    const from = starts[head] as number;
    const to = starts[head + 1] as number;
    if (to - from < 2) continue;
    for (let index = from; index < to; index++) {
      const tail = units[(places[index] as number) + offset] as number;
      counts[tail] = (counts[tail] as number) + 1;
    }
    for (let index = from; index < to; index++) {
      const place = places[index] as number;
      const tail = units[place + offset] as number;
      if ((counts[tail] as number) > 1) {
        counts[tail] = -(first + joined.heads.length);
        joined.heads.push(head);
        joined.tails.push(tail);
      }
      if ((counts[tail] as number) < 0) joined.at[place] = -(counts[tail] as number);
    }
    for (let index = from; index < to; index++)
      counts[units[(places[index] as number) + offset] as number] = 0;
  }
  return joined;
}

/**
 * Sorts the indexes of a list by the numbers that it has there, those of one number in their order.
 *
 * @param numbers from 0, or below where an index is left out
 * @param size one more than the highest number there can be
 */
function groupByNumber(numbers: Int32Array, size: number): { starts: Int32Array; items: Int32Array } {
  const starts = new Int32Array(size + 1);
  for (const number of numbers) if (number >= 0) starts[number + 1] = (starts[number + 1] as number) + 1;
  for (let number = 0; number < size; number++)
    starts[number + 1] = (starts[number + 1] as number) + (starts[number] as number);
  const items = new Int32Array(starts[size] as number);
  const next = starts.slice();
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] as number;
    if (number < 0) continue;
    const at = next[number] as number;
    items[at] = index;
    next[number] = at + 1;
  }
  return { starts, items };
}
