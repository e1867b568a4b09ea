import { gapNumbers } from './gaps.ts';
import type { PaperTexts } from './paper-texts.ts';
import type { Reading } from './reading.ts';
import { isAbout, type TermIndex } from './term-index.ts';

/** A term that may name a topic. */
export interface Candidate {
  term: number;
  /** The single words of the term. */
  words: readonly number[];
  /** What the term is written as in an acronym, and what it would be the acronym of. */
  initials: string;
  word: string;
  /** Numbers of the papers that are about it. */
  papers: Set<number>;
  /** How many have it in the title. */
  titles: number;
  score: number;
}

/** Of the papers that have a term, at least this share must be about it: few of many are about `novel` or `various`. */
const leastFocus = 0.33;

/** A topic has at most this share of all papers. */
const largestShare = 0.2;

/**
 * Of the papers that are about a single word, this share must have it in the title, and of those that have it, this share
 * must be about it: all write of `functions`, few of them in the title.
 */
const leastShareOfWord = 0.5;

/** A single word names a subject only when papers that have it come back to it: this often each, on average. */
const leastRecurrence = 1.5;

/**
 * A single word that can name a subject ends phrases: `attention` does, `deep` and `sequential` stand before others. It
 * must end them at least this much as often as words do on average.
 */
const leastEnding = 0.75;

/** A phrase says more than a word. */
const phraseBonus = 1.5;

/**
 * Finds the terms that may name topics, the telling ones first.
 *
 * @param most how many at most
 */
export function topicCandidates(texts: PaperTexts, most: number): Candidate[] {
  const { reading, index } = texts;
  const candidates = rank(reading, index).slice(0, most);
  const byTerm = new Map(candidates.map((candidate) => [candidate.term, candidate]));
  const { starts, terms } = index;
  const isCandidate = new Uint8Array(index.frequency.length);
  for (const term of byTerm.keys()) isCandidate[term] = 1;
  for (let paper = 0; paper < reading.ids.length; paper++) {
    for (let at = starts[paper] as number; at < (starts[paper + 1] as number); at++) {
      const term = terms[at] as number;
      if (isCandidate[term] && isAbout(index, at)) byTerm.get(term)?.papers.add(paper);
    }
  }
  return candidates;
}

/** The terms that may name topics, the telling ones first, each without its papers. */
function rank(reading: Reading, index: TermIndex): Candidate[] {
  const { frequency, wordsOf } = index;
  const papers = reading.ids.length;
  const { times, about, inTitles } = countTerms(index);
  const least = Math.max(3, Math.round(Math.sqrt(papers) / 5));
  const largest = Math.max(3, Math.floor(papers * largestShare));
  const { shares: endings, average: averageEnding } = endingShares(reading);
  const candidates: Candidate[] = [];
  for (let term = 0; term < frequency.length; term++) {
    const having = frequency[term] as number;
    const subject = about[term] as number;
    const titles = inTitles[term] as number;
    if (subject < least || subject > largest || subject < having * leastFocus) continue;
    // Titles name the subject.
    if (titles === 0) continue;
    const words = wordsOf(term);
    if (words.length === 1) {
      // One title would be chance.
      if (titles < 2 || titles < subject * leastShareOfWord || subject < having * leastShareOfWord) continue;
      if ((times[term] as number) < having * leastRecurrence) continue;
      if ((endings[term] as number) < leastEnding * averageEnding) continue;
    }
    const rarity = Math.log(1 + (papers - having + 0.5) / (having + 0.5));
    const recurrence = (times[term] as number) / having;
    const naming = (titles / subject) * (subject / having);
    candidates.push({
      term,
      words,
      initials: words.map((word) => [...(reading.lexicon.stems[word] as string)][0]).join(''),
      word: words.length === 1 ? (reading.lexicon.stems[words[0] as number] as string) : '',
      papers: new Set(),
      titles,
      // Rounded, so that the last bits decide nothing.
      score: Math.round(
        1000 * rarity * Math.sqrt(subject * recurrence * naming) * (words.length > 1 ? phraseBonus : 1),
      ),
    });
  }
  return candidates.sort((a, b) => b.score - a.score || a.term - b.term);
}

/** For each term how often it stands, in how many papers that are about it, and in how many titles. */
function countTerms(index: TermIndex): { times: Int32Array; about: Int32Array; inTitles: Int32Array } {
  const { terms, frequency, inTitle, inBody } = index;
  const times = new Int32Array(frequency.length);
  const about = new Int32Array(frequency.length);
  const inTitles = new Int32Array(frequency.length);
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as number;
    const title = inTitle[at] as number;
    times[term] = (times[term] as number) + title + (inBody[at] as number);
    if (isAbout(index, at)) about[term] = (about[term] as number) + 1;
    if (title > 0) inTitles[term] = (inTitles[term] as number) + 1;
  }
  return { times, about, inTitles };
}

/** For each unit, how often no word that can name something stands right after it; and that of all units together. */
function endingShares({ units, gaps, lexicon: { content } }: Reading): {
  shares: Float64Array;
  average: number;
} {
  const all = new Float64Array(content.length);
  const ends = new Float64Array(content.length);
  let sum = 0;
  let sumOfEnds = 0;
  for (let place = 0; place < units.length; place++) {
    const unit = units[place] as number;
    const isLed = gaps[place + 1] === gapNumbers.space && content[units[place + 1] as number];
    all[unit] = (all[unit] as number) + 1;
    if (!isLed) ends[unit] = (ends[unit] as number) + 1;
    if (!content[unit]) continue;
    sum++;
    if (!isLed) sumOfEnds++;
  }
  return { shares: ends.map((count, unit) => count / (all[unit] as number)), average: sumOfEnds / sum };
}
