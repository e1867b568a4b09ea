import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostTopics } from '../../src/model/found-topics.ts';
import { hasRealDigest, realDigest } from '../site/shared.ts';
import { digestPapers, examplePapers } from './digest-papers.ts';
import { manyPapers } from './many-papers.ts';
import { flocks, paper, topicsOf, type TopicPaper } from './topics-of.ts';

const named = (terms: string[], ...papers: TopicPaper[]) =>
  topicsOf(papers, { named: { Topic: terms }, found: false })[0]?.papers ?? [];

test('a named topic has the papers with one of its terms in title or abstract, the latest first', () => {
  const papers = [
    paper('2025-01-01/a', 'Few-Shot Learning'),
    paper('2025-01-02/b', 'Birds', 'We learn from a few shots.'),
    paper('2025-01-03/c', 'Few. Shot.', 'A few long shots.'),
  ];
  expect(
    topicsOf(papers, { named: { 'Few-shot learning': ['few-shot'], Empty: ['whales'] }, found: false }),
  ).toEqual([
    {
      name: 'Few-shot learning',
      slug: 'few-shot-learning',
      terms: ['few-shot'],
      papers: ['2025-01-02/b', '2025-01-01/a'],
      origin: 'named',
    },
  ]);
});

test('a term is found in any form of its words, within compounds, closed or open, and in any script', () => {
  const found = (term: string, text: string) => named([term], paper('2025-01-01/a', text)).length === 1;
  expect(found('language model', 'Large-language-models')).toBe(true);
  expect(found('pre-training', 'On pretraining')).toBe(true);
  expect(found('pretraining', 'Pre-trained on birds')).toBe(true);
  expect(found('POINCARÉ embeddings', 'poincare embedding')).toBe(true);
  expect(found('state of the art', 'A state-of-the-art bird')).toBe(true);
  expect(found('深度学习', '基于深度学习的方法')).toBe(true);
  expect(found('深度学习', '深度，学习')).toBe(false);
  expect(found('обучение', 'Глубокое Обучение')).toBe(true);
  expect(found('model', 'Modern birds')).toBe(false);
  expect(found('…', 'Birds …')).toBe(false);
});

test('topics are found that several papers are about, and named as readers would name them', () => {
  const topics = topicsOf(flocks);
  expect(topics.map(({ name }) => name).sort()).toEqual([
    'Contrastive learning',
    'Leek soup',
    'Starlings',
    'State space models',
    'Tides',
  ]);
  expect(topics.find(({ slug }) => slug === 'starlings')).toEqual({
    name: 'Starlings',
    slug: 'starlings',
    terms: ['starlings'],
    papers: ['2025-01-18/x', '2025-01-13/x', '2025-01-08/x', '2025-01-03/x'],
    origin: 'found',
  });
});

test('a topic that is named is not found again', () => {
  const topics = topicsOf(flocks, { named: { Birds: ['starling'], 'Leek soup': ['leek'] } });
  expect(topics.map(({ name }) => name).sort()).toEqual([
    'Birds',
    'Contrastive learning',
    'Leek soup',
    'State space models',
    'Tides',
  ]);
  expect(topics.slice(0, 2).map(({ origin }) => origin)).toEqual(['named', 'named']);
});

test('an acronym belongs to its phrase, and a longer phrase to the shorter that it is a kind of', () => {
  const more = (subject: string, from: number) =>
    Array.from({ length: 3 }, (_, index) =>
      paper(`2025-02-${from + index}/x`, `On ${subject} and y${from + index}`, `${subject} are ${subject}.`),
    );
  const papers = [
    ...flocks,
    // A topic has at most a fifth of all papers.
    ...flocks.map((paper) => ({ ...paper, id: `2024${paper.id.slice(4)}` })),
    ...more('language models', 10),
    ...more('large language models', 20),
    paper(
      '2025-02-25/x',
      'Large language models',
      'Large language models (LLMs) are not small; LLMs are large.',
    ),
    paper('2025-02-26/x', 'LLMs', 'LLMs are large language models. LLMs talk.'),
    paper('2025-02-27/x', 'LLMs', 'LLMs talk of other LLMs.'),
  ];
  const topic = topicsOf(papers).filter(({ terms }) => terms.some((term) => /language|LLM/.test(term)));
  expect(topic).toMatchObject([{ name: 'Language models' }]);
  expect(topic[0]?.papers).toHaveLength(9);
});

test('a word whose papers have nothing else in common is no topic', () => {
  const others = ['leeks', 'tides', 'starlings', 'kernels'].map((subject, index) => {
    const text = `${subject} and text, as ${subject} are.`;
    return ['text', 'none'].map((word, part) =>
      paper(
        `2025-03-${10 + 2 * index + part}/x`,
        `The ${word} of ${subject} x${index}`,
        word === 'text' ? text : `The ${subject} are ${subject}.`,
      ),
    );
  });
  const names = topicsOf([
    ...others.flat(),
    ...flocks,
    ...flocks.map((one) => ({ ...one, id: `2024${one.id}` })),
  ]);
  expect(names.map(({ name }) => name)).not.toContain('Text');
});

test('there are more topics in a larger archive, but slowly', () => {
  expect([0, 10, 72, 1000, 10_000, 1_000_000].map(mostTopics)).toEqual([12, 12, 17, 51, 80, 80]);
  expect(topicsOf(flocks, { most: 2 })).toHaveLength(2);
});

test('no papers, no topics; slugs are told apart', () => {
  expect(topicsOf([])).toEqual([]);
  const topics = topicsOf(flocks, {
    named: { 'C++': ['tides'], C: ['tides'], search: ['tides'] },
    found: false,
  });
  expect(topics.map(({ slug }) => slug)).toEqual(['c', 'c-2', 'topic-search']);
});

describe.skipIf(!hasRealDigest)('the real digest', () => {
  const papers = () => digestPapers(realDigest(), '2025-03-12');

  test('has the topics that a reader finds in it, and none that says nothing', () => {
    const names = topicsOf(papers()).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'Domain generalization',
        'Compositional generalization',
        'Contrastive learning',
        'Transformers',
        'Few-shot learning',
        'Inductive bias',
        'Language models',
        'Representation learning',
      ]),
    );
    expect(names.length).toBeLessThanOrEqual(15);
    const empty =
      /^(?:method|approach|model|novel|result|task|data|learning|generalization|training|performance|paper)s?$/i;
    expect(names.filter((name) => empty.test(name))).toEqual([]);
    expect(names.filter((name) => /^(?:Search|Text|Instructions|Zero-shot)$/.test(name))).toEqual([]);
  });

  test('a topic has the papers that are about it', () => {
    const topic = topicsOf(papers()).find(({ slug }) => slug === 'domain-generalization');
    expect(topic?.papers.map((id) => id.slice('2025-03-12/'.length))).toEqual([
      'improved-test-time-adaptation-for-domain-generalization',
      'domain-specific-risk-minimization-for-out-of-distribution-generalization',
      'crafting-distribution-shifts-for-validation-and-training-in-single-source-domain',
      'unknown-domain-inconsistency-minimization-for-domain-generalization',
    ]);
  });
});

test('the example has topics as well, and none that is a vague word', () => {
  const names = topicsOf(examplePapers()).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'Attention',
      'Language model',
      'Neural machine translation',
      'Deep learning',
      'Transformer',
    ]),
  );
  expect(names.filter((name) => /^(?:Word|Systems|Batch|Memory)$/.test(name))).toEqual([]);
});

test(
  'any texts: each slug once, at least one paper, and the same whatever the order',
  { timeout: 60_000 },
  () => {
    const word = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('state', 'space', 'few-shot', 'few', 'shot', 'LLM', 'the', '学习', '.'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    );
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    const options = fc.dictionary(text, fc.array(text, { maxLength: 3 }), { maxKeys: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 15 }), options, (texts, named) => {
        const papers = texts.map(([title, body], index) => paper(`2025-01-${10 + index}/x`, title, body));
        const topics = topicsOf(papers, { named });
        expect(new Set(topics.map(({ slug }) => slug)).size).toBe(topics.length);
        for (const { papers, origin } of topics) {
          expect(papers.length).toBeGreaterThanOrEqual(origin === 'found' ? 3 : 1);
          expect(papers).toEqual([...new Set(papers)].sort().toReversed());
        }
        expect(topicsOf(papers.toReversed(), { named })).toEqual(topics);
      }),
      { seed: 20250312, numRuns: 300 },
    );
  },
);

test('ten thousand papers take seconds, and their subjects are found', { timeout: 120_000 }, () => {
  const papers = manyPapers(10_000, 100).map(({ id, body, data: { title } }): TopicPaper => ({
    ...paper(id, title, body),
  }));
  const start = process.cpuUsage();
  const topics = topicsOf(papers);
  const seconds = process.cpuUsage(start).user / 1e6;
  console.info(`10,000 papers put into topics in ${seconds.toFixed(1)} s of one core`);
  expect(seconds).toBeLessThan(30);
  expect(topics.length).toBe(80);
  expect(topics.every(({ name }) => name.startsWith('Topic'))).toBe(true);
});
