import { describe, expect, test } from 'vitest';
import { writeFacets, type PaperFacets } from '../../src/search/facets/facet-file.ts';
import { openFacets } from '../../src/search/facets/open-facets.ts';
import type { Indexes } from '../../src/search/indexes.ts';
import {
  authorFile,
  authorFileCount,
  readAuthors,
  writeAuthors,
} from '../../src/search/operators/author-files.ts';
import { keyFile, writeKeys } from '../../src/search/operators/key-file.ts';
import { authorFits, wordsOfName } from '../../src/search/operators/operator-rules.ts';
import { openScope, type MarkedPapers } from '../../src/search/operators/open-scope.ts';
import { readOperators } from '../../src/search/operators/read-operators.ts';
import type { PagefindResult } from '../../src/search/pagefind-api.ts';
import { openWordLists } from '../../src/search/word-lists/open-word-lists.ts';
import { WordListWriter } from '../../src/search/word-lists/word-list-writer.ts';

interface Made {
  id: string;
  text: string;
  authors: readonly string[];
  facets: PaperFacets;
}

const none: PaperFacets = { topic: [], category: [], dialect: [], has: [] };
const made = (id: string, facets: Partial<PaperFacets>, authors: readonly string[], text: string): Made => ({
  id,
  text,
  authors,
  facets: { ...none, ...facets },
});
const volumes: Made[][] = [
  [
    made(
      'a',
      { date: '2025-04-01', topic: ['Birds', 'Night'], has: ['code'] },
      ['Wei Wang', 'Ada Li'],
      'owls fly',
    ),
    made('b', { date: '2025-03-12', topic: ['Birds'] }, ['Wei Li'], 'owls and bats'),
    made('c', { topic: ['Night'] }, ['W. Li', 'José Álvarez'], 'bats'),
  ],
  [
    made('d', { date: '2025-03-01', topic: ['Birds'], category: ['cs.LG'] }, ['李明'], '神经网络'),
    made('e', { date: '2024-03-12', topic: ['Night'], has: ['code'] }, [], 'larks'),
  ],
];
const folders = ['/0/', '/1/'];
const listFiles = 16;
const starred = ['paper b', 'paper e', 'a paper of another digest'];
const read = ['paper a', 'paper b'];

/** Opens the scope of the made volumes, and gives what was loaded. */
function open(marked?: MarkedPapers) {
  const loaded: string[] = [];
  const files = new Map<string, string>();
  for (const [index, papers] of volumes.entries()) {
    const folder = folders[index] as string;
    const lists = new WordListWriter();
    for (const { text } of papers) lists.add({ text });
    const authors = writeAuthors(
      papers.map((paper) => paper.authors),
      authorFileCount(listFiles),
    );
    for (const [name, text] of [...lists.files(listFiles), ...authors]) files.set(folder + name, text);
    files.set(`${folder}facets.txt`, writeFacets(papers.map(({ facets }) => facets)));
    files.set(folder + keyFile, writeKeys(papers.map(({ id }) => `paper ${id}`)));
  }
  const loadText = async (address: string): Promise<string> => {
    loaded.push(address);
    return files.get(address) ?? '';
  };
  const indexes: Indexes = {
    ids: async () => volumes.map((papers) => papers.map(({ id }) => id)),
    ask: async (words) =>
      volumes.map((papers) =>
        papers
          .filter(({ text }) => ` ${text} `.includes(` ${words?.replaceAll('"', '')} `))
          .map(({ id }) => ({ id }) as PagefindResult),
      ),
    places: () => Promise.reject(new Error('There is no order here.')),
  };
  const lists = { indexes: folders, lists: [listFiles, listFiles] };
  const scopeOf = openScope({
    facets: openFacets(folders, indexes.ids, loadText),
    indexes,
    words: openWordLists(lists, loadText),
    volumes: lists,
    loadText,
    marked,
  });
  return { scopeOf: (text: string) => scopeOf(readOperators(text).operators), loaded };
}

const marked: MarkedPapers = (mark) => ({ starred, read })[mark];

describe('operators find', () => {
  test.each([
    ['', 'all'],
    ['topic:birds', 'abd'],
    ['TOPIC:"Night"', 'ace'],
    ['topic:bird', 'all'],
    ['topic:birds topic:night', 'a'],
    ['in:2025', 'abd'],
    ['in:2025-03', 'bd'],
    ['in:2025-03-12', 'b'],
    ['before:2025', 'e'],
    ['after:2025-03', 'a'],
    ['after:2024 before:2025-03-12', 'd'],
    ['has:code', 'ae'],
    ['has:code in:2025-03', ''],
    ['author:li', 'abc'],
    ['author:"Wei Li"', 'bc'],
    ['author:"li, wei"', 'bc'],
    ['author:"W. Li"', 'bc'],
    ['author:alvarez', 'c'],
    ['author:李明', 'd'],
    ['author:w', 'all'],
    ['author:wei author:ada', 'a'],
    ['is:starred', 'be'],
    ['is:read', 'ab'],
    ['is:unread', 'cde'],
    ['is:unread -is:starred', 'cd'],
    ['-bats', 'ade'],
    ['-"owls and bats"', 'acde'],
    ['-神经', 'abce'],
    ['-topic:birds', 'ce'],
    ['-author:li topic:birds', 'd'],
    ['-bats -larks -owls', 'd'],
  ])('by %j', async (text, expected) => {
    const { ids } = await open(marked).scopeOf(text);
    expect(ids ? [...ids].sort().join('') : 'all').toBe(expected);
  });

  test('nothing for what no paper has, which is named', async () => {
    const { ids, unknown } = await open(marked).scopeOf(
      'owls topic:fish in:may has:video has:code author:nobody is:old -whales',
    );
    expect(unknown).toEqual(['topic:fish', 'in:may', 'has:video', 'author:nobody', 'is:old', '-whales']);
    expect([...(ids ?? [])].sort()).toEqual(['a', 'e']);
  });

  test('no marks where nobody makes any', async () => {
    expect((await open().scopeOf('is:starred is:unread')).unknown).toEqual(['is:starred', 'is:unread']);
  });

  test('what they ask for with no other file than those of their own', async () => {
    const { scopeOf, loaded } = open(marked);
    await scopeOf('');
    expect(loaded).toEqual([]);
    await scopeOf('author:"ada li" is:starred');
    const file = authorFile('ada', authorFileCount(listFiles));
    expect(loaded.sort()).toEqual([`/0/${file}`, '/0/keys.txt', `/1/${file}`, '/1/keys.txt']);
  });
});

test('authors are read again as they were written, wherever one looks for a word of their names', () => {
  const authors = [['Ada Li', 'Wei Wang'], undefined, ['Wei Wang', 'Li'], [], ['Ada Li']];
  const files = writeAuthors(authors, 4);
  for (const [name, places] of [
    ['Ada Li', [0, 4]],
    ['Wei Wang', [0, 2]],
  ] as const) {
    for (const word of wordsOfName(name)) {
      const found = readAuthors(files.get(authorFile(word, 4)) ?? '');
      expect(found.find(({ words }) => words.join(' ') === wordsOfName(name).join(' '))?.places).toEqual(
        places,
      );
    }
  }
});

test.each([
  ['hinton', 'Geoffrey E. Hinton', true],
  ['geoffrey hinton', 'G. Hinton', true],
  ['g. hinton', 'Geoffrey Hinton', true],
  ['geoffrey hinton', 'Samuel Hinton', false],
  ['hint', 'Geoffrey Hinton', false],
  ['g', 'G. Hinton', false],
  ['müller', 'Zoë Muller', true],
])('%s asks for %s: %s', (asked, name, expected) => {
  expect(authorFits(asked)(wordsOfName(name))).toBe(expected);
});
