import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKinLines, writeKinLine } from '../../src/search/kin/kin-files.ts';
import { KinWriter } from '../../src/search/kin/kin-writer.ts';
import { openKin } from '../../src/search/kin/open-kin.ts';
import { parseGroup, thesaurusFolder } from '../../src/search/kin/read-thesaurus.ts';
import { stemsOf } from '../../src/search/kin/stems.ts';

const parts = 4;

/** Which papers have words that stand for those of a query, the worthiest first. */
async function placesFor(
  query: string,
  papers: readonly { title: string; text: string }[],
): Promise<number[]> {
  const writer = new KinWriter();
  for (const paper of papers) writer.add(paper);
  const files = writer.files(parts);
  const kin = openKin([{ folder: 'words/', parts, indexes: [''] }], async (address) => {
    const text = files.get(address.replace('words/', ''));
    if (text === undefined) throw new Error(`${address} is not there.`);
    return text;
  });
  const found = (await kin.find(stemsOf(query))).flatMap(({ papers }) => papers.flat());
  return found.sort((a, b) => b.worth - a.worth).map(({ place }) => place);
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
    expect(found.length).toBeLessThanOrEqual(30);
  });
});

test('lists come back as they were written', () => {
  const papers = fc.uniqueArray(
    fc.record({ place: fc.nat(100_000), worth: fc.nat(400).map((steps) => steps / 8) }),
    { minLength: 1, selector: ({ place }) => place },
  );
  fc.assert(
    fc.property(papers, (papers) => {
      const lines = [writeKinLine('neural net', papers), writeKinLine('owl', papers)].join('\n');
      const sorted = papers.toSorted((a, b) => a.place - b.place);
      expect([...readKinLines(lines)]).toEqual([
        ['neural net', sorted],
        ['owl', sorted],
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
