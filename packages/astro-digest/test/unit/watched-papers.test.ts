import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/model/entries.ts';
import { toSearchRecord } from '../../src/model/search-record.ts';
import { hasAllWords } from '../../src/search/found.ts';
import { matchOf } from '../../src/search/match.ts';
import { parseQuery } from '../../src/search/query.ts';
import { toPagefindRecord } from '../../src/search/records.ts';
import { watchPapers, type WatchablePaper } from '../../src/search/watched-papers.ts';
import { smallestWords } from '../../src/search/words.ts';
import { examplePapers } from './digest-papers.ts';

const paper = (
  id: string,
  title: string,
  body: string,
  data: Partial<Paper['data']> = {},
): WatchablePaper => ({
  id,
  body,
  data: { title, authors: [], links: [], issue: { id: '2025-03-12' }, ...data } as unknown as Paper['data'],
});

const papers = [
  paper(
    'owls',
    'Counting Owls at Night',
    'We count owls with few-shot models, and frequencies of their calls.',
  ),
  paper('bats', 'Bats', 'Hearing of bats, for $O(n^{1+o(1)})$ calls a night.', {
    authors: ['Zoë Müller'],
    issueDate: '2025-03-12',
    arxivId: '2503.01234',
    doi: '10.1000/Bats.7',
  }),
  paper('zh', '神经网络的压缩', '我们压缩神经网络。'),
  paper('none', 'Sparse Rivers', '', { links: [{ kind: 'code', url: 'https://example.org/rivers' }] }),
];

const topicsOf = (id: string): string[] => (id === 'owls' ? ['Birds'] : []);

/** Ids of the papers that a query finds. */
const found = (query: string): string[] =>
  watchPapers([{ name: 'W', slug: 'w', query }], papers, topicsOf)[0]?.papers ?? [];

describe('a watched query', () => {
  test.each([
    ['night', ['owls', 'bats']],
    ['counted', ['owls']],
    ['frequency', ['owls']],
    ['few shot', ['owls']],
    ['fewshot', ['owls']],
    ['few-shot', ['owls']],
    ['riv', ['none']],
    ['"owls at night"', ['owls']],
    ['"night owls"', []],
    ['muller bats', ['bats']],
    ['2503.01234', ['bats']],
    ['10.1000/bats.7', ['bats']],
    ['n^{1+o(1)}', ['bats']],
    ['神经网络', ['zh']],
    ['owls rivers', []],
    ['calls -owls', ['bats']],
    ['calls -"hearing of bats"', ['owls']],
    ['author:muller', ['bats']],
    ['-author:muller calls', ['owls']],
    ['in:2025-03', ['bats']],
    ['before:2025-03', []],
    ['has:code', ['none']],
    ['topic:birds', ['owls']],
    ['-topic:birds calls', ['bats']],
    ['topic:fish', []],
  ])('%s finds the papers that have everything', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  test('keeps its place among others, and what it is called', () => {
    const watched = ['bats', 'owls'].map((query) => ({ name: `All ${query}`, slug: query, query }));
    expect(watchPapers(watched, papers)).toEqual([
      { name: 'All bats', slug: 'bats', query: 'bats', papers: ['bats'] },
      { name: 'All owls', slug: 'owls', query: 'owls', papers: ['owls'] },
    ]);
  });
});

test('no paper is passed over that has a word where it is read', () => {
  const all = examplePapers().map(({ id, body, data }) => paper(id, data.title, body));
  const words = [...new Set(all.flatMap(({ body = '' }) => smallestWords(body)))];
  const watched = words
    .filter((_, index) => index % 8 === 0)
    .map((query) => ({ name: query, slug: query, query }));
  expect(watched.length).toBeGreaterThan(200);
  const place = { name: '', address: '', topics: [], language: 'en' };
  const data = all.map((own) => ({
    id: own.id,
    record: toPagefindRecord(toSearchRecord(own), undefined, place),
  }));
  for (const { query, papers } of watchPapers(watched, all)) {
    const having = data.filter(({ record: { content, meta = {} } }) =>
      hasAllWords(matchOf(parseQuery(query), { url: '', content, meta })),
    );
    expect(papers, query).toEqual(having.map(({ id }) => id));
  }
});
