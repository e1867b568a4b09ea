import { gapNumbers, type Reading } from './reading.ts';
import { isWithin, type PaperTerms, type TermIndex } from './term-index.ts';

/** A topic that the texts themselves have. */
export interface FoundTopic {
  /** Its terms, that which names it first. */
  terms: Candidate[];
  /** Numbers of its papers. */
  papers: Set<number>;
}

/** A term that may name a topic. */
interface Candidate {
  term: number;
  /** The single words of the term. */
  words: readonly number[];
  /** What the term is written as in an acronym, and what it would be the acronym of. */
  initials: string;
  word: string;
  /** Numbers of the papers that are about it. */
  papers: Set<number>;
  score: number;
}

/** Of the papers that have a term, at least this share must be about it: few of many are about `novel` or `various`. */
const leastFocus = 0.33;

/** A topic has at most this share of all papers. */
const largestShare = 0.2;

/** Two terms of which one is within the other mean the same when they share this much of their papers. */
const sameWhenWithin = 0.6;

/** Any two terms mean the same when they share this much of their papers. */
const sameAnyway = 0.8;

/** An acronym means its phrase when they share this much of the papers of the one that has fewer. */
const sameAsAcronym = 0.3;

/** A word is left to a phrase that has this much of its papers. */
const leftToPhrase = 0.4;

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

/** How many candidates are looked at for each topic that there may be. */
const candidatesPerTopic = 10;

/**
 * How many topics there may be at most: more for a larger archive, but slowly.
 *
 * @param papers how many papers there are
 */
export function mostTopics(papers: number): number {
  return Math.min(60, Math.max(12, Math.round(12 + 6 * Math.log2(papers / 50))));
}

/** Finds the terms that name what several papers are about, the telling ones first, terms of one meaning together. */
export function findTopics(reading: Reading, index: TermIndex, most: number): FoundTopic[] {
  const topics: FoundTopic[] = [];
  for (const candidate of candidatesOf(reading, index).slice(0, most * candidatesPerTopic)) {
    addTo(topics, candidate);
  }
  const merged = mergeAll(topics);
  for (const topic of merged) topic.terms = withoutFragments(topic.terms);
  return merged;
}

/** A paper is about a term that is in its title, or at least twice in its abstract. */
function isAbout({ inTitle, inBody }: PaperTerms, place: number): boolean {
  return (inTitle[place] as number) > 0 || (inBody[place] as number) > 1;
}

function candidatesOf(reading: Reading, { papers, frequency, wordsOf }: TermIndex): Candidate[] {
  const size = frequency.length;
  const times = new Float64Array(size);
  const about = new Int32Array(size);
  const inTitles = new Int32Array(size);
  for (const paper of papers) {
    for (let place = 0; place < paper.terms.length; place++) {
      const term = paper.terms[place] as number;
      const title = paper.inTitle[place] as number;
      times[term] = (times[term] as number) + title + (paper.inBody[place] as number);
      if (isAbout(paper, place)) about[term] = (about[term] as number) + 1;
      if (title > 0) inTitles[term] = (inTitles[term] as number) + 1;
    }
  }
  const least = Math.max(3, Math.round(Math.sqrt(papers.length) / 5));
  const largest = Math.max(3, Math.floor(papers.length * largestShare));
  const { shares: endings, average: averageEnding } = endingShares(reading);
  const candidates = new Map<number, Candidate>();
  for (let term = 0; term < size; term++) {
    const having = frequency[term] as number;
    const subject = about[term] as number;
    const titles = inTitles[term] as number;
    if (subject < least || subject > largest || subject < having * leastFocus) continue;
    const words = wordsOf(term);
    // Titles name the subject.
    if (titles === 0) continue;
    if (words.length === 1) {
      // One title would be chance.
      if (titles < 2 || titles < subject * leastShareOfWord || subject < having * leastShareOfWord) continue;
      if ((times[term] as number) < having * leastRecurrence) continue;
      if ((endings[term] as number) < leastEnding * averageEnding) continue;
    }
    const rarity = Math.log(1 + (papers.length - having + 0.5) / (having + 0.5));
    const recurrence = (times[term] as number) / having;
    const naming = (titles / subject) * (subject / having);
    candidates.set(term, {
      term,
      words,
      initials: words.map((word) => [...(reading.stems[word] as string)][0]).join(''),
      word: words.length === 1 ? (reading.stems[words[0] as number] as string) : '',
      papers: new Set(),
      // Rounded, so that the last bits decide nothing.
      score: Math.round(
        1000 * rarity * Math.sqrt(subject * recurrence * naming) * (words.length > 1 ? phraseBonus : 1),
      ),
    });
  }
  for (const [number, paper] of papers.entries()) {
    for (let place = 0; place < paper.terms.length; place++) {
      if (isAbout(paper, place)) candidates.get(paper.terms[place] as number)?.papers.add(number);
    }
  }
  return [...candidates.values()].sort((a, b) => b.score - a.score || a.term - b.term);
}

/** For each unit, how often no word that can name something stands right after it; and that of all units together. */
function endingShares({ papers, content }: Reading): { shares: Float64Array; average: number } {
  const all = new Float64Array(content.length);
  const ends = new Float64Array(content.length);
  for (const { units, gaps } of papers) {
    for (let place = 0; place < units.length; place++) {
      const unit = units[place] as number;
      all[unit] = (all[unit] as number) + 1;
      const led = gaps[place + 1] === gapNumbers.space && content[units[place + 1] as number];
      if (!led) ends[unit] = (ends[unit] as number) + 1;
    }
  }
  const sum = (counts: Float64Array) =>
    counts.reduce((sum, count, unit) => sum + (content[unit] ? count : 0), 0);
  return { shares: ends.map((count, unit) => count / (all[unit] as number)), average: sum(ends) / sum(all) };
}

/** Adds a term to the topic that means the same, or makes a topic of it where it says more than those there are. */
function addTo(topics: FoundTopic[], candidate: Candidate): void {
  for (const topic of topics) {
    const shared = countShared(candidate.papers, topic.papers);
    if (shared === 0) continue;
    if (meansTheSame(candidate, topic, shared)) {
      merge(topic, candidate);
      return;
    }
    const [name] = topic.terms as [Candidate];
    const single = candidate.words.length === 1 && isWithin(candidate.words, name.words);
    if (single && shared >= leftToPhrase * candidate.papers.size) return;
    const phrase = name.words.length === 1 && isWithin(name.words, candidate.words);
    if (phrase && shared >= leftToPhrase * topic.papers.size) {
      topic.terms = [candidate];
      topic.papers = candidate.papers;
      return;
    }
  }
  topics.push({ terms: [candidate], papers: new Set(candidate.papers) });
}

/** Merges topics that have come to mean the same since they were made. */
function mergeAll(topics: readonly FoundTopic[]): FoundTopic[] {
  const merged: FoundTopic[] = [];
  for (const topic of topics) {
    const [name] = topic.terms as [Candidate];
    const same = merged.find((other) => meansTheSame(name, other, countShared(name.papers, other.papers)));
    if (same) for (const term of topic.terms) merge(same, term);
    else merged.push(topic);
  }
  return merged;
}

/** Leaves out what only ever stands within another term, such as `large language` of `large language models`. */
function withoutFragments(terms: readonly Candidate[]): Candidate[] {
  return terms.filter(
    (term) =>
      !terms.some(
        (other) =>
          other.words.length > term.words.length &&
          isWithin(term.words, other.words) &&
          countShared(term.papers, other.papers) === term.papers.size,
      ),
  );
}

function meansTheSame(candidate: Candidate, { terms, papers }: FoundTopic, shared: number): boolean {
  const fewer = Math.min(candidate.papers.size, papers.size);
  const alike = shared / (candidate.papers.size + papers.size - shared);
  if (alike >= sameAnyway) return true;
  return terms.some((term) => {
    if (isAcronym(candidate, term) || isAcronym(term, candidate)) return shared >= sameAsAcronym * fewer;
    if (!isWithin(candidate.words, term.words) && !isWithin(term.words, candidate.words)) return false;
    // Of two phrases, the longer is a kind of the shorter; a single word may mean anything.
    const phrases = candidate.words.length > 1 && term.words.length > 1;
    return alike >= sameWhenWithin || (phrases && shared >= sameWhenWithin * fewer);
  });
}

function isAcronym(short: Candidate, long: Candidate): boolean {
  return long.words.length > 1 && short.word === long.initials;
}

/** Adds a term to a topic, and finds out anew which of its terms names it. */
function merge(topic: FoundTopic, candidate: Candidate): void {
  for (const paper of candidate.papers) topic.papers.add(paper);
  topic.terms.push(candidate);
  const all = topic.papers.size;
  topic.terms.sort(
    (a, b) =>
      fitness(b, all) - fitness(a, all) ||
      b.papers.size - a.papers.size ||
      b.score - a.score ||
      a.term - b.term,
  );
}

/**
 * How well a term names a topic: a phrase of most of its papers does best, the longer the better; a phrase of half of them
 * is still better than a word.
 */
function fitness({ words, papers }: Candidate, all: number): number {
  if (words.length === 1 || papers.size * 2 < all) return 0;
  return papers.size * 3 < all * 2 ? 1 : words.length;
}

function countShared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared++;
  return shared;
}
