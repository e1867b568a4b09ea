import { longForms, type LongForm } from './acronyms.ts';
import { isGeneral, saysSomething } from './general-words.ts';
import type { PaperTexts } from './paper-texts.ts';
import { isAbout, type TermIndex } from './term-index.ts';
import { namesOf } from './topic-names.ts';
import { endingShares, mainForms, type FormShare } from './term-uses.ts';

/** What may name a topic: a term, or several that are one, such as an acronym and its long form. */
export interface Candidate {
  /** Numbers of the terms. */
  terms: number[];
  /** The single words that they have; of acronyms that papers spell out, those of the long form. */
  words: readonly number[];
  /** Whether papers seldom write it but as an acronym. */
  isAcronym: boolean;
  /** What readers call it, and the terms as they stand in the texts. */
  name: string;
  written: string[];
  /** Numbers of the papers that are about it. */
  papers: Set<number>;
  /** How many have it in the title. */
  titles: number;
  score: number;
}

/** Of the papers that have a term, at least this share must be about it: few of many are about `novel` or `various`. */
const leastFocus = 0.33;

/** A topic of a single word has at most this share of all papers; what more have is a word for anything. */
const largestShareOfWord = 0.2;

/** The same for what says more than a word. */
const largestShare = 0.35;

/** In a small archive so many papers are no large share. */
const mostOfFew = 5;

/** Of the papers that are about a single word, this share must have it in the title: all write of `functions`, few of them in the title. */
const leastShareOfWord = 0.5;

/** A single word names a subject only when papers that have it come back to it: this often each, on average. */
const leastRecurrence = 1.3;

/**
 * What can name a subject ends phrases: `attention` does, `deep` and `zero-shot` stand before others. It must end them at least this much
 * as often as words do on average.
 */
const leastEnding = 0.6;
const leastEndingOfWord = 0.75;

/**
 * A single word is a thing where it has one form: `hallucination` does, `edit` is a verb as well. This share of its places have that
 * form, of those in `-ing` even more.
 */
const leastFormShare = 0.75;
const leastFormShareOfGerund = 0.9;

/** A phrase says more than a word. */
const phraseBonus = 1.5;

/**
 * Finds what may name topics, the telling ones first.
 *
 * @param most how many terms at most
 */
export function topicCandidates(texts: PaperTexts, most: number): Candidate[] {
  const { reading, index } = texts;
  const long = longForms(reading);
  const { stems } = reading.lexicon;
  const keyOf = (words: readonly number[]): string => kernelOf(words, stems).join(' ');
  const groups = Map.groupBy(rank(texts, long).slice(0, most), ({ words }) => keyOf(words));
  // An acronym belongs to its long form, however few papers are about it.
  for (const [unit, { words }] of long) {
    const group = groups.get(keyOf(words));
    if (!group || group.some(({ term }) => term === unit) || (index.frequency[unit] as number) < 2) continue;
    group.push({ term: unit, words, titles: 0, score: 0 });
  }
  const papers = papersAbout(index, [...groups.values()].flat());
  const nameOf = namesOf(reading);
  return [...groups.values()].map((group) => {
    const sizeOf = ({ term }: RankedTerm): number => (papers.get(term) as Set<number>).size;
    const sorted = group.toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.term - b.term);
    const terms = sorted.map(({ term }) => term);
    const written = terms.map((term) => index.forms.get(term) as string);
    const [{ words, score }] = group as [RankedTerm];
    const spelledOut = terms.findIndex((term) => !long.has(term));
    return {
      terms,
      words,
      isAcronym: spelledOut < 0,
      name: nameOf(written[spelledOut] ?? (long.get(terms[0] as number) as LongForm).written),
      written,
      papers: new Set(terms.flatMap((term) => [...(papers.get(term) as Set<number>)])),
      titles: group.reduce((sum, { titles }) => sum + titles, 0),
      score,
    };
  });
}

/** What names have in common that mean one thing: `large language models` and `language models` do, and `video generation models` and `video generation`. */
function kernelOf(words: readonly number[], stems: readonly string[]): readonly number[] {
  const isOwn = (word: number): boolean => !isGeneral(stems[word] as string);
  const start = words.findIndex(isOwn);
  const end = words.findLastIndex(isOwn) + 1;
  if (start >= 0 && end - start > 1) return words.slice(start, end);
  return words.length - start > 1 ? words.slice(Math.max(0, start)) : words;
}

/** For each of some terms, the papers that are about it. */
function papersAbout(index: TermIndex, wanted: readonly RankedTerm[]): Map<number, Set<number>> {
  const { starts, terms, frequency } = index;
  const found = new Map(wanted.map(({ term }) => [term, new Set<number>()]));
  const isWanted = new Uint8Array(frequency.length);
  for (const { term } of wanted) isWanted[term] = 1;
  for (let paper = 0; paper + 1 < starts.length; paper++) {
    for (let at = starts[paper] as number; at < (starts[paper + 1] as number); at++) {
      const term = terms[at] as number;
      if (isWanted[term] && isAbout(index, at, leastMentions(index.wordsOf(term))))
        found.get(term)?.add(paper);
    }
  }
  return found;
}

/** A term that may name a topic, before its papers are known. */
interface RankedTerm extends Pick<Candidate, 'words' | 'titles' | 'score'> {
  term: number;
}

/** The terms that may name topics, the telling ones first. */
function rank({ reading, index }: PaperTexts, long: ReadonlyMap<number, LongForm>): RankedTerm[] {
  const { frequency } = index;
  const { stems } = reading.lexicon;
  const papers = reading.ids.length;
  const { times, about, inTitles } = countTerms(index);
  const least = Math.max(3, Math.round(Math.sqrt(papers) / 5));
  const { shares: endings, average: averageEnding } = endingShares(reading, index);
  const forms = mainForms(reading);
  const found: RankedTerm[] = [];
  for (let term = 0; term < frequency.length; term++) {
    const having = frequency[term] as number;
    const subject = about[term] as number;
    const titles = inTitles[term] as number;
    // Titles name the subject.
    if (subject < least || subject < having * leastFocus || titles === 0) continue;
    const words = index.wordsOf(term).flatMap((word) => long.get(word)?.words ?? [word]);
    const isWord = words.length === 1;
    if ((endings[term] as number) < (isWord ? leastEndingOfWord : leastEnding) * averageEnding) continue;
    if (subject > Math.max(mostOfFew, papers * (isWord ? largestShareOfWord : largestShare))) continue;
    if (!saysSomething(words.map((word) => stems[word] as string))) continue;
    if (isWord) {
      // One title would be chance.
      if (titles < 2 || titles < subject * leastShareOfWord) continue;
      if ((times[term] as number) < having * leastRecurrence) continue;
      const { share, form } = forms[words[0] as number] as FormShare;
      if (share < (form.endsWith('ing') ? leastFormShareOfGerund : leastFormShare)) continue;
    }
    const rarity = Math.log(1 + (papers - having + 0.5) / (having + 0.5));
    const recurrence = (times[term] as number) / having;
    const naming = (titles / subject) * (subject / having);
    found.push({
      term,
      words,
      titles,
      // Rounded, so that the last bits decide nothing.
      score: Math.round(
        1000 * rarity * Math.sqrt(subject * recurrence * naming) * (isWord ? 1 : phraseBonus),
      ),
    });
  }
  return found.sort((a, b) => b.score - a.score || a.term - b.term);
}

/** How often a term stands in an abstract that is about it: a single word more often, since it may be there by the way. */
export function leastMentions(words: readonly number[]): number {
  return words.length > 1 ? 2 : 3;
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
    if (isAbout(index, at, leastMentions(index.wordsOf(term)))) about[term] = (about[term] as number) + 1;
    if (title > 0) inTitles[term] = (inTitles[term] as number) + 1;
  }
  return { times, about, inTitles };
}
