import type { PaperTexts } from './paper-texts.ts';
import { isWithin } from './term-index.ts';
import { Cohesion } from './topic-cohesion.ts';
import { topicCandidates, type Candidate } from './topic-candidates.ts';

/** A topic that the texts themselves have. */
export interface FoundTopic {
  /** What it is called, that which names it first. */
  terms: Candidate[];
  /** Numbers of its papers. */
  papers: Set<number>;
}

/** Two terms of which one is within the other mean the same when they share this much of their papers. */
const sameWhenWithin = 0.6;

/** A phrase means the same as a longer one that is a kind of it when they share this much. */
const sameKind = 0.33;

/** Any two terms mean the same when they share this much of their papers. */
const sameAnyway = 0.8;

/** A word is left to a phrase that has this much of its papers. */
const leftToPhrase = 0.4;

/**
 * Papers with a single word as their topic are nearer to one another than to others by at least this factor, the word itself
 * left out.
 */
const leastCohesion = 1.4;

/** How many candidates are looked at for each topic that there may be. */
const candidatesPerTopic = 10;

/**
 * How many topics there may be at most: more for a larger archive, but slowly.
 *
 * @param papers how many papers there are
 */
export function mostTopics(papers: number): number {
  return Math.min(80, Math.max(12, Math.round(12 + 9 * Math.log2(papers / 50))));
}

/** Finds the terms that name what several papers are about, the telling ones first, terms of one meaning together. */
export function findTopics(texts: PaperTexts, most: number): FoundTopic[] {
  const topics: FoundTopic[] = [];
  for (const candidate of topicCandidates(texts, most * candidatesPerTopic)) addTo(topics, candidate);
  const merged = mergeAll(topics);
  for (const topic of merged) topic.terms = withoutFragments(topic.terms);
  return withoutVague(merged, texts);
}

/**
 * Leaves out vague words: those that hardly more than half of the papers about them have in the title, and those whose
 * papers have little but the word in common, as the papers about `text` do.
 */
function withoutVague(topics: readonly FoundTopic[], texts: PaperTexts): FoundTopic[] {
  const { wordsOf } = texts.index;
  const cohesion = new Cohesion(texts);
  return topics.filter(({ terms, papers }) => {
    const [name] = terms as [Candidate];
    if (name.words.length > 1) return true;
    // One more than half of them, since one would be chance.
    if (name.titles < name.papers.size / 2 + 1) return false;
    const isOwn = (term: number): boolean => {
      const words = wordsOf(term);
      return terms.some((own) => isWithin(own.words, words) || isWithin(words, own.words));
    };
    return !(cohesion.of(papers, isOwn) < leastCohesion);
  });
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
  const alike = shared / (candidate.papers.size + papers.size - shared);
  if (alike >= sameAnyway) return true;
  return terms.some((term) => {
    if (!isWithin(candidate.words, term.words) && !isWithin(term.words, candidate.words)) return false;
    const [short, long] = candidate.words.length < term.words.length ? [candidate, term] : [term, candidate];
    // What begins a longer phrase is a part of it, what ends one may be more than the phrase: `video diffusion models` are `diffusion models`.
    const isPart = short.words.length > 1 && !isWithin(short.words, long.words.slice(1));
    // `3DGS` is written for `Gaussian splatting` where nobody writes `3D Gaussian splatting`.
    if (short.words.length > 1 && (alike >= sameKind || (long.isAcronym && !isPart))) return true;
    return alike >= sameWhenWithin || (isPart && shared >= sameWhenWithin * short.papers.size);
  });
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
      (a.terms[0] as number) - (b.terms[0] as number),
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
