import { Lexicon, type LexiconData } from './lexicon.ts';
import { once } from './once.ts';
import { textsOf } from './paper-texts.ts';
import { rareTerms, type PaperVectors } from './paper-vectors.ts';
import type { TextPaper } from './reading.ts';
import { papersBefore, type Neighbour } from './related.ts';
import { wordsOfTerms } from './term-index.ts';
import { learnTopics, type LearntTopic } from './topics.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is learnt from papers: their words and terms, what these are worth, topics, and which paper names which. */
export interface Learnt extends Vocabulary {
  vectors: PaperVectors;
  /** The topics; those that the site names come first. */
  readonly topics: readonly LearntTopic[];
  /** The papers that each paper names; see `papersBefore`. */
  readonly before: readonly (readonly Neighbour[])[];
  /** Terms as they stand most often, by number. */
  formsOf(terms: readonly number[]): ReadonlyMap<number, string>;
}

/** What is looked for. */
export interface LearntOptions {
  /** Topics by name, each with the terms that a paper of it has one of. */
  named: Readonly<Record<string, readonly string[]>>;
  /** Whether to look for other topics. */
  found: boolean;
  /** How many papers one names at most. */
  count: number;
}

/**
 * Learns from papers; topics, and which paper names which, when somebody asks for them.
 *
 * @param ranksOf gives numbers of issues in time, for ids of papers
 */
export function learn(
  papers: readonly TextPaper[],
  { named, found, count }: LearntOptions,
  ranksOf: (ids: readonly string[]) => Int32Array,
): Learnt {
  const texts = textsOf(papers, Object.values(named).flat());
  const { reading, index } = texts;
  const { ids, lexicon } = reading;
  const { starts, terms, phrases, frequency, standsAlone, wordsOf, formsOf } = index;
  const vectors = { ids, starts, terms, weights: texts.weights, isRare: rareTerms(frequency), wordsOf };
  const topics = once(() => learnTopics(texts, { named, found }));
  const before = once(() => papersBefore(vectors, count, ranksOf(ids)));
  return {
    lexicon,
    terms: { phrases, frequency, standsAlone },
    worth: texts.worth,
    vectors,
    get topics() {
      return topics();
    },
    get before() {
      return before();
    },
    formsOf,
  };
}

/** What is kept of what was learnt: plain data. */
export interface KeptLearnt extends Omit<Vocabulary, 'lexicon'> {
  lexicon: LexiconData;
  vectors: Omit<PaperVectors, 'wordsOf' | 'isRare'>;
  topics: readonly LearntTopic[];
  before: readonly (readonly Neighbour[])[];
  /** The terms that papers have as they stand most often, and their numbers. */
  forms: { terms: Int32Array; written: string[] };
}

/** What is kept, for `recall`. */
export function keepLearnt({ lexicon, terms, worth, vectors, topics, before, formsOf }: Learnt): KeptLearnt {
  const { ids, starts, terms: own, weights } = vectors;
  const written = formsOfAll({ terms, formsOf });
  return {
    lexicon: lexicon.data(),
    terms,
    worth,
    vectors: { ids, starts, terms: own, weights },
    topics,
    before,
    forms: { terms: Int32Array.from(written.keys()), written: [...written.values()] },
  };
}

/** All terms that several papers have, as they stand most often. */
export function formsOfAll({
  terms,
  formsOf,
}: Pick<Learnt, 'terms' | 'formsOf'>): ReadonlyMap<number, string> {
  return formsOf([...terms.frequency.keys()].filter((term) => (terms.frequency[term] as number) > 1));
}

/** What was learnt and kept. */
export function recall({ lexicon: data, terms, worth, vectors, topics, before, forms }: KeptLearnt): Learnt {
  const lexicon = Lexicon.from(data);
  const placeOf = once(() => new Map(Array.from(forms.terms, (term, place) => [term, place])));
  return {
    lexicon,
    terms,
    worth,
    vectors: {
      ...vectors,
      isRare: rareTerms(terms.frequency),
      wordsOf: wordsOfTerms(terms.phrases, lexicon.parts),
    },
    topics,
    before,
    formsOf: (asked) =>
      new Map(
        asked.flatMap((term) => {
          const place = placeOf().get(term);
          return place === undefined ? [] : [[term, forms.written[place] as string]];
        }),
      ),
  };
}
