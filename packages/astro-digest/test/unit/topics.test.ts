import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostTopics } from '../../src/model/found-topics.ts';
import { textsOf } from '../../src/model/paper-texts.ts';
import type { TextPaper } from '../../src/model/reading.ts';
import { learnTopics, toTopics, type TopicOptions } from '../../src/model/topics.ts';
import type { PlacedPaper } from '../../src/model/paper-order.ts';
import { hasRealDigest, realDigest } from '../site/shared.ts';
import { digestPapers, examplePapers } from './digest-papers.ts';
import { manyPapers } from './many-papers.ts';

interface TopicPaper extends PlacedPaper, Pick<TextPaper, 'body'> {
  data: PlacedPaper['data'] & TextPaper['data'];
}

const topicsOf = (papers: readonly TopicPaper[], options: TopicOptions = {}) => {
  const texts = textsOf(papers, Object.values(options.named ?? {}).flat());
  return toTopics(learnTopics(texts, options), papers, texts.reading.ids);
};

const paper = (id: string, title: string, body = ''): TopicPaper => {
  const [issue = ''] = id.split('/');
  return {
    id,
    body,
    data: { title, issue: { collection: 'issues', id: issue }, issueDate: issue, position: 1 },
  };
};

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

const flocks = Array.from({ length: 20 }, (_, index) => {
  const subject = ['state space models', 'contrastive learning', 'starlings', 'leek soup', 'tides'][
    index % 5
  ] as string;
  const word = (place: number) => `w${String.fromCharCode(97 + index, 97 + place)}`;
  return paper(
    `2025-01-${String(index + 1).padStart(2, '0')}/x`,
    `The ${word(1)} of ${subject}`,
    `In this ${word(2)} we propose the novel ${word(3)} for ${subject}, and ${subject} are ${word(4)}. The rest is ${word(5)}.`,
  );
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

/** Papers of so many subjects beside some of one's own, so that these are no word for all. */
const among = (...papers: TopicPaper[]) =>
  topicsOf([...papers, ...flocks, ...flocks.map((one) => ({ ...one, id: `2024${one.id.slice(4)}` }))]).filter(
    ({ papers: ids }) => papers.some(({ id }) => ids.includes(id)),
  );

/** Papers with titles and texts of one's own, each with words that no other has. */
const papersWith = (texts: readonly (readonly [title: string, body: string])[]) =>
  texts.map(([title, body], index) =>
    paper(`2025-04-${10 + index}/x`, `${title} q${index}z`, `${body} Of v${index}y.`),
  );

describe('a topic is a thing that papers are about', () => {
  test('not what is done: a word that is a verb as often', () => {
    const papers = papersWith([
      ['Editing of birds', 'We edit, and edited birds; to edit is editing.'],
      ['Birds and editing', 'They edited, and editing edits.'],
      ['On editing', 'Who edits, edited. Editing is to edit.'],
      ['Editing', 'We edited editing.'],
    ]);
    expect(among(...papers).map(({ name }) => name)).not.toContain('Editing');
  });

  test('not a part of the work', () => {
    const papers = papersWith([
      ['Zebra technical report', 'This technical report is a technical report.'],
      ['A technical report', 'Our technical report. The technical report.'],
      ['Technical report of leaves', 'A technical report; the technical report.'],
    ]);
    expect(among(...papers)).toEqual([]);
  });

  test('not what is done by models', () => {
    const papers = papersWith([
      ['Generation models', 'Generation models are generation models.'],
      ['Larks and generation models', 'A generation model; the generation models.'],
      ['Generation models of leaves', 'Generation models, and a generation model.'],
    ]);
    expect(among(...papers)).toEqual([]);
  });

  test('not what only stands before others, but the whole', () => {
    const papers = papersWith([
      ['Flash-time ponding', 'On flash-time ponding. So flash-time ponding is.'],
      ['Flash-time ponding of larks', 'With flash-time ponding. By flash-time ponding.'],
      ['Slow flash-time ponding', 'As flash-time ponding. To flash-time ponding.'],
    ]);
    expect(among(...papers).map(({ name }) => name)).toEqual(['Flash-time ponding']);
  });

  test('not a word that is there by the way', () => {
    const papers = papersWith(
      Array.from({ length: 5 }, (_, index) => [
        index < 3 ? 'On zebras' : 'On something',
        index < 3 ? 'The zebra is a zebra. Zebras and zebras.' : 'A zebra stands by. The zebra.',
      ]),
    );
    const topic = among(...papers).find(({ slug }) => slug.startsWith('zebra'));
    expect(topic?.papers.map((id) => id.slice(8, 10))).toEqual(['12', '11', '10']);
  });
});

describe('a topic is there once', () => {
  test('with what papers of any field say before and after its name', () => {
    const papers = papersWith([
      ['Lark migration', 'Lark migration and lark migration.'],
      ['Lark migration models', 'Lark migration models are lark migration models.'],
      ['Large lark migration', 'Large lark migration is lark migration.'],
      ['More lark migration models', 'Of lark migration models.'],
    ]);
    const topics = among(...papers);
    expect(topics.map(({ name, papers }) => [name, papers.length])).toEqual([['Lark migration', 4]]);
  });

  test('with the acronym that a paper spells out, and named by its long form, in the case of the texts', () => {
    const papers = papersWith([
      ['Roving Owl Counting (ROC)', 'Roving Owl Counting (ROC) is roving. Some owl is counting.'],
      ['ROC at night', 'By ROC we mean ROC.'],
      ['ROC', 'ROC and ROC, roving by night, with an owl, counting.'],
      ['Owls and ROC', 'What ROC is.'],
    ]);
    const topics = among(...papers);
    expect(topics.map(({ name, papers }) => [name, papers.length])).toEqual([['Roving owl counting', 4]]);
  });

  test('but an acronym that papers spell out in several ways stays what it is', () => {
    const papers = papersWith([
      ['Roving Owl Counting (ROC)', 'So ROC.'],
      ['Raking of cherries (ROC)', 'So ROC.'],
      ['Red orange curtains (ROC)', 'So ROC.'],
    ]);
    expect(among(...papers).map(({ name }) => name)).toEqual(['ROC']);
  });
});

test('topics of many papers are within those that are broader', () => {
  const subjects = Array.from({ length: 25 }, (_, index) => {
    const letter = String.fromCharCode(97 + index);
    return `${letter}umble${letter} ${letter}ingbo`;
  });
  const papers = Array.from({ length: 500 }, (_, index) => {
    const subject = subjects[index % 25] as string;
    const isBird = index % 25 < 4;
    return paper(
      `2025-01-${10 + (index % 20)}/x${index}`,
      `${isBird && index % 50 < 25 ? 'Starlings and' : 'On'} ${subject} u${index}z`,
      `The ${subject} is ${isBird ? 'of starlings' : 'here'}. So ${subject} is v${index}y.`,
    );
  });
  const topics = topicsOf(papers);
  const within = topics.filter((topic) => topic.within === 'starlings').map(({ slug }) => slug);
  expect(within.sort()).toEqual(['aumblea-aingbo', 'bumbleb-bingbo', 'cumblec-cingbo', 'dumbled-dingbo']);
  expect(topics.find(({ slug }) => slug === 'starlings')).not.toHaveProperty('within');
  expect(topics.filter(({ within }) => within === undefined)).toHaveLength(22);
});

test('few topics have no groups', () => {
  expect(topicsOf(flocks).some(({ within }) => within !== undefined)).toBe(false);
});

describe('topics of other fields', () => {
  const fieldPapers = (field: string) =>
    digestPapers(
      readFileSync(new URL(`../fixtures/fields/${field}.txt`, import.meta.url), 'utf8'),
      '2025-03-12',
    );

  test.each([
    ['medicine', ['Antibiotic resistance 3', 'Blood pressure 3']],
    ['physics', ['Gravitational waves 4', 'Dark matter 3', 'Neutron stars 3']],
    ['history', ['Black Death 3', 'Hanseatic League 3', 'Slave trade 3']],
  ])('%s', (field, expected) => {
    const topics = topicsOf(fieldPapers(field));
    expect(topics.map(({ name, papers }) => `${name} ${papers.length}`)).toEqual(expected);
  });
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
