import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { digestPapers } from './digest-papers.ts';
import { flocks, paper, topicsOf, type TopicPaper } from './topics-of.ts';

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
