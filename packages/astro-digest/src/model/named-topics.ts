import { gapNumbers } from './gaps.ts';
import type { Lexicon } from './lexicon.ts';
import { unitsOf, type Reading } from './reading.ts';

/** A phrase that is looked for. */
interface Phrase {
  words: readonly number[];
  /** Number of the topic that it belongs to. */
  topic: number;
}

/**
 * Finds the papers that have one of a topic's phrases in title or abstract, whatever the forms of its words, their
 * hyphens and their letter case.
 *
 * @param topics for each topic its phrases, which were known when the papers were read
 * @returns for each topic the numbers of its papers, ascending
 */
export function findNamed(reading: Reading, topics: readonly (readonly string[])[]): number[][] {
  const phrases = phrasesByFirstWord(reading.lexicon, topics);
  const found = topics.map(() => new Set<number>());
  if (phrases.size === 0) return topics.map(() => []);
  for (let paper = 0; paper < reading.ids.length; paper++) {
    const { words, parted } = spread(reading, paper);
    for (let place = 0; place < words.length; place++) {
      for (const phrase of phrases.get(words[place] as number) ?? []) {
        if (isAt(phrase.words, words, parted, place)) found[phrase.topic]?.add(paper);
      }
    }
  }
  return found.map((papers) => [...papers]);
}

function phrasesByFirstWord(lexicon: Lexicon, topics: readonly (readonly string[])[]): Map<number, Phrase[]> {
  const phrases = new Map<number, Phrase[]>();
  for (const [topic, texts] of topics.entries()) {
    for (const text of texts) {
      const words = unitsOf(text, lexicon).flatMap((unit) => wordsOfUnit(unit, lexicon.parts));
      const [first] = words;
      if (first === undefined) continue;
      phrases.set(first, [...(phrases.get(first) ?? []), { words, topic }]);
    }
  }
  return phrases;
}

/** The single words of a paper, and where something parts phrases. */
function spread(
  { starts, units, gaps, lexicon: { parts } }: Reading,
  paper: number,
): { words: number[]; parted: boolean[] } {
  const words: number[] = [];
  const parted: boolean[] = [];
  for (let place = starts[paper] as number; place < (starts[paper + 1] as number); place++) {
    for (const [index, word] of wordsOfUnit(units[place] as number, parts).entries()) {
      words.push(word);
      parted.push(index === 0 && gaps[place] === gapNumbers.break);
    }
  }
  return { words, parted };
}

function wordsOfUnit(unit: number, parts: Lexicon['parts']): readonly number[] {
  const own = parts[unit] as readonly number[];
  return own.length > 0 ? own : [unit];
}

function isAt(
  phrase: readonly number[],
  words: readonly number[],
  parted: readonly boolean[],
  place: number,
): boolean {
  return phrase.every(
    (word, index) => words[place + index] === word && (index === 0 || !parted[place + index]),
  );
}
