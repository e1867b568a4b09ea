import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLists, writeList, type WordList } from '../../src/search/word-lists/word-list-files.ts';
import { WordListWriter } from '../../src/search/word-lists/word-list-writer.ts';
import { openWordLists } from '../../src/search/word-lists/open-word-lists.ts';
import {
  concepts,
  conceptsFolder,
  hintsOf,
  parseConcept,
} from '../../src/search/word-lists/read-concepts.ts';
import { parseGroup, thesaurusFolder } from '../../src/search/word-lists/read-thesaurus.ts';
import { stemsOf } from '../../src/search/word-lists/stems.ts';

const parts = 4;

/** Which papers have words that stand for those of a query, the worthiest first. */
async function placesFor(
  query: string,
  papers: readonly { title: string; text: string }[],
): Promise<number[]> {
  const writer = new WordListWriter();
  for (const paper of papers) writer.add(paper);
  const files = writer.files(parts);
  const lists = openWordLists({ indexes: ['/index/'], lists: [parts] }, async (address) => {
    const text = files.get(address.replace('/index/', ''));
    if (text === undefined) throw new Error(`${address} is not there.`);
    return text;
  });
  const found = await lists.find(stemsOf(query));
  const likened = found.flatMap(({ likened }) => likened.flat());
  return likened.sort((a, b) => b.amount - a.amount).map(({ place }) => place);
}

describe('words that stand for others', () => {
  const papers = [
    { title: 'Images of Owls', text: 'Photographs of owls at night.' },
    { title: 'Owl Calls', text: 'What owls say.' },
    { title: 'Convolutional Neural Networks', text: 'A CNN for birds.' },
  ];

  test.each([
    ['pictures', [0]],
    ['convnet', [2]],
    ['a convolutional net of birds', [2]],
    ['nothing of that', []],
  ])('%s: %j', async (query, places) => {
    expect(await placesFor(query, papers)).toEqual(places);
  });

  test('find the papers that have most of them first, and no more than a list holds', async () => {
    const many = Array.from({ length: 200 }, (_, place) => ({
      title: place === 150 ? 'Images' : 'Owls',
      text: place % 2 === 0 ? 'One image of a bird.' : 'Feathers.',
    }));
    const found = await placesFor('picture', many);
    expect(found[0]).toBe(150);
    expect(found.length).toBeLessThanOrEqual(20);
  });
});

test('a stem has the papers that have most of it, and how many there are', async () => {
  const writer = new WordListWriter();
  for (let place = 0; place < 90; place++)
    writer.add({ title: place === 70 ? 'Owl' : 'Birds', text: 'The owls of few-shot woods.' });
  const [line = ''] = [...writer.files(1).values()].join('\n').match(/^owl\t.*$/m) ?? [];
  const list = readLists(line).get('owl');
  expect(list?.papers).toBe(90);
  expect(list?.having).toHaveLength(20);
  expect(list?.having.toSorted((a, b) => b.amount - a.amount)[0]?.place).toBe(70);
  const all = [...writer.files(1).values()].flatMap((text) => [...readLists(text).keys()]);
  expect(all).toEqual(expect.arrayContaining(['bird', 'fewshot', 'few', 'shot', 'wood']));
  expect(all).not.toContain('the');
});

test('lists come back as they were written', () => {
  const listed = (largest: number): fc.Arbitrary<WordList['having']> =>
    fc
      .uniqueArray(
        fc.record({
          place: fc.nat(100_000),
          amount: fc.integer({ min: 1, max: 35 }).map((digit) => largest * (digit / 35) ** 2),
        }),
        { selector: ({ place }) => place },
      )
      .map((papers) => papers.toSorted((a, b) => a.place - b.place));
  const hint = fc.record({
    telling: fc.integer({ min: 0, max: 35 }).map((digit) => digit / 35),
    concepts: fc
      .uniqueArray(fc.nat(5000), { minLength: 1 })
      .map((numbers) => numbers.toSorted((a, b) => a - b)),
  });
  const list = fc.record(
    { papers: fc.nat(100_000), having: listed(1), likened: listed(6), hint },
    { requiredKeys: ['papers', 'having', 'likened'] },
  );
  fc.assert(
    fc.property(list, list, (one, other) => {
      const lines = [writeList('neural net', one), writeList('owl', other)].join('\n');
      expect([...readLists(lines)]).toEqual([
        ['neural net', one],
        ['owl', other],
      ]);
    }),
  );
});

describe('the thesaurus', () => {
  const files = readdirSync(thesaurusFolder).filter((name) => name.endsWith('.txt'));

  test.each(files)('%s is written as its page says', (name) => {
    const lines = readFileSync(new URL(name, thesaurusFolder), 'utf8').trimEnd().split('\n');
    expect(new Set(lines).size).toBe(lines.length);
    const wrong = lines.filter((line) => {
      const entries = line.replace(/^~ /, '').split(', ');
      return (
        line !== line.toLowerCase() ||
        entries.length < 2 ||
        entries.length > 8 ||
        new Set(entries).size < entries.length ||
        entries.some((entry) => entry.trim() !== entry || entry === '' || entry.split(' ').length > 4) ||
        parseGroup(line).entries.some((entry) => entry.split(' ').length > 4)
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe('the concepts', () => {
  const files = readdirSync(conceptsFolder);

  test.each(files)('%s is written as the page of the thesaurus says', (name) => {
    const lines = readFileSync(new URL(name, conceptsFolder), 'utf8').trimEnd().split('\n');
    const wrong = lines.filter((line) => {
      const [names = '', gloss = '', ...others] = line.split(' | ');
      return (
        others.length > 0 ||
        line.split('|').length !== 2 ||
        names.split(', ').some((name) => name.trim() !== name || name === '' || name.split(' ').length > 5) ||
        gloss.split(' ').length < 8
      );
    });
    expect(wrong).toEqual([]);
  });

  test('no name is in two lines as it is written', () => {
    const names = files.flatMap((name) =>
      readFileSync(new URL(name, conceptsFolder), 'utf8')
        .trimEnd()
        .split('\n')
        .flatMap((line) => (line.split(' | ')[0] as string).toLowerCase().split(', ')),
    );
    expect(names.filter((name, place) => names.indexOf(name) < place)).toEqual([]);
  });

  test('a word tells the more, the fewer concepts it describes; one of nearly all tells nothing', () => {
    const all = [
      parseConcept('dropout | knocking out random neurons'),
      parseConcept('random forest | many random trees that vote'),
      ...Array.from({ length: 30 }, (_, number) =>
        parseConcept(`thing ${number} | a thing${number} of noise`),
      ),
    ];
    const hints = hintsOf(all);
    expect(hints.get('neuron')).toEqual({ telling: 1, concepts: [0] });
    expect(hints.get('random')?.concepts).toEqual([0, 1]);
    expect(hints.get('random')?.telling).toBeLessThan(1);
    expect(hints.has('nois')).toBe(false);
  });

  test('words that describe one lead to the papers that have its name', async () => {
    const writer = new WordListWriter();
    for (const title of ['Owls', 'Dropout for Owls', 'Owl Calls']) writer.add({ title });
    const files = writer.files(parts);
    const lists = openWordLists({ indexes: ['/index/'], lists: [parts] }, async (address) =>
      String(files.get(address.replace('/index/', ''))),
    );
    const [found] = await lists.find(stemsOf('neurons'));
    const number = concepts().findIndex(({ names }) => names.includes('dropout'));
    expect(found?.hint?.concepts).toEqual([number]);
    const concept = await lists.findConcept(number);
    expect(concept.papers).toBe(1);
    expect(concept.having[0]?.map(({ place }) => place)).toEqual([1]);
  });
});
