import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { examplePapers } from './digest-papers.ts';
import { manyPapers } from './many-papers.ts';
import { relatedOf } from './related-of.ts';

const paper = (id: string, title: string, body: string) => ({ id, body, data: { title } });

const aviary = [
  paper(
    'flocks',
    'How starlings flock',
    'Flocks of starlings turn as one. Each of the starlings minds seven others.',
  ),
  paper('hawks', 'Hawks and starlings', 'A hawk dives into flocks of starlings, and the starlings part.'),
  paper(
    'state',
    'State space models',
    'We train state space models on long texts. State space models are fast.',
  ),
  paper('mamba', 'Selective models', 'A selective kind of the state space models, which read long texts.'),
  paper('soup', 'Leek soup', 'Wash the leeks, cut them, and boil them with potatoes for half an hour.'),
];

test('papers about the same are related, and the terms they share say why', () => {
  const related = relatedOf(aviary);
  expect(related.get('flocks')).toMatchObject([
    { id: 'hawks', terms: expect.arrayContaining(['starlings']) },
  ]);
  expect(related.get('mamba')?.[0]?.id).toBe('state');
});

test('a reason names the longest phrase, and not its words as well', () => {
  expect(relatedOf(aviary).get('state')?.[0]?.terms).toEqual(['state space models', 'long texts']);
});

test('a paper like no other has no related papers', () => {
  expect(relatedOf(aviary).get('soup')).toEqual([]);
});

test('one word in common makes no papers related, unless they come back to it', () => {
  const paperOn = (subject: string, id: string) =>
    paper(id, `The ${subject} of ${id}`, `Each ${subject} has ${subject}, as ${subject} do.`);
  const others = ['events', 'clocks', 'proofs', 'numbers'].flatMap((subject) =>
    ['rome', 'oslo', 'lima', 'bonn'].map((town) => paperOn(subject, `${subject}-${town}`)),
  );
  const clocks = paper('a', 'Clocks in Systems', 'Clocks put events before events. Clocks tick.');
  const proofs = paper('b', 'Proofs in Systems', 'Proofs are numbers. Proofs have proofs.');
  const related = relatedOf([clocks, proofs, ...others], 20);
  expect(related.get('a')?.length).toBeGreaterThan(0);
  expect(related.get('a')?.map(({ id }) => id)).not.toContain('b');
  const systems = 'Systems are systems of systems, and systems are all.';
  const twins = ['a', 'b'].map((id) => paper(id, 'Systems', systems));
  expect(relatedOf([...twins, ...others]).get('a')).toMatchObject([{ id: 'b' }]);
});

test('the example: papers that share two common words are not related', () => {
  const papers = examplePapers();
  const titles = new Map(papers.map(({ id, data }) => [id, data.title]));
  const attention = papers.find(({ data }) => data.title === 'Attention Is All You Need');
  const others = relatedOf(papers).get(attention?.id ?? '') ?? [];
  const names = others.map(({ id }) => titles.get(id) as string);
  expect(names).toContain('Are Sixteen Heads Really Better than One?');
  expect(names.filter((name) => /^(?:Time, Clocks|Über formal)/.test(name))).toEqual([]);
});

test('no more papers are named than were asked for; papers that are equally near go by id', () => {
  const twins = ['d', 'b', 'a', 'c', 'e'].map((id) => paper(id, 'Starlings', 'Flocks of starlings.'));
  const ids = relatedOf([...twins, ...aviary.slice(2)], 3)
    .get('c')
    ?.map(({ id }) => id);
  expect(ids).toEqual(['a', 'b', 'd']);
});

test('no papers, one paper, papers without text', () => {
  expect(relatedOf([])).toEqual(new Map());
  expect(relatedOf([paper('a', 'Starlings', '')])).toEqual(new Map([['a', []]]));
  expect(relatedOf([paper('a', '!', ''), { id: 'b', data: { title: '?' } }]).get('b')).toEqual([]);
});

test('any texts: never itself, never twice, always with a reason, in any order', { timeout: 60_000 }, () => {
  const word = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom('state', 'space', 'few-shot', 'few', 'shot', 'bird', 'the', '学习', '.'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  );
  const text = fc.array(word, { maxLength: 15 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (texts) => {
      const papers = texts.map(([title, body], index) => paper(`p${index}`, title, body));
      const related = relatedOf(papers);
      expect([...related.keys()].sort()).toEqual(papers.map(({ id }) => id).sort());
      for (const [id, others] of related) {
        const ids = others.map(({ id }) => id);
        expect(new Set([id, ...ids]).size).toBe(ids.length + 1);
        expect(others.every(({ score, terms }) => score > 0 && score <= 1 && terms.length > 0)).toBe(true);
        expect(others.every(({ terms }) => terms.length <= 4)).toBe(true);
      }
      expect([...relatedOf(papers.toReversed())]).toEqual([...related]);
    }),
    { seed: 20250312, numRuns: 300 },
  );
});

test(
  'ten thousand papers take seconds, and those of one subject find one another',
  { timeout: 60_000 },
  () => {
    const papers = manyPapers(10_000, 100);
    const start = performance.now();
    const related = relatedOf(papers);
    const seconds = (performance.now() - start) / 1000;
    console.info(`10,000 papers related in ${seconds.toFixed(1)} s of one core`);
    expect(seconds).toBeLessThan(30);
    const subject = (id: string) => Number(id.split('-').at(-1)) % 100;
    const found = [...related].flatMap(([id, others]) =>
      others.map((other) => subject(other.id) === subject(id)),
    );
    expect(found.length).toBe(50_000);
    expect(found.filter(Boolean).length / found.length).toBeGreaterThan(0.95);
  },
);
