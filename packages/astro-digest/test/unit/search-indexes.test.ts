import { describe, expect, test } from 'vitest';
import { openEngine } from '../../src/search/engine.ts';
import type { FoundPaper } from '../../src/search/found-paper.ts';
import type { Pagefind, PagefindOptions, PagefindResult } from '../../src/search/pagefind-api.ts';
import type { VolumeList } from '../../src/search/volume-list.ts';

/** A paper as a made-up index has it. */
interface MadePaper {
  place: number;
  title: string;
  votes?: number;
  /** Whether its text has none of the words. Default: it says what the title says. */
  isOnlyInTitle?: boolean;
}

/** A Pagefind whose indexes are made up, and what was asked for and loaded of them. */
class MadePagefind implements Pagefind {
  readonly asked = new Set<string>();
  readonly loaded: string[] = [];
  readonly merged: string[] = [];
  private readonly open: { papers: readonly MadePaper[]; filter: Record<string, string> }[] = [];

  private readonly indexes: Readonly<Record<string, readonly MadePaper[]>>;

  constructor(indexes: Readonly<Record<string, readonly MadePaper[]>>) {
    this.indexes = indexes;
  }

  import(address: string): Promise<Pagefind> {
    this.add(address.replace('pagefind.js', ''), {});
    return Promise.resolve(this);
  }

  async options({ mergeFilter = {} }: PagefindOptions): Promise<void> {
    Object.assign(this.open[0]?.filter ?? {}, mergeFilter);
  }

  async init(): Promise<void> {}

  async mergeIndex(folder: string, { mergeFilter = {} }: PagefindOptions): Promise<void> {
    this.merged.push(folder);
    this.add(folder, mergeFilter);
  }

  async search(
    query: string | null,
    { filters = {}, sort = {} }: { filters?: object; sort?: Record<string, 'asc' | 'desc'> },
  ): Promise<{ results: PagefindResult[] }> {
    for (const word of wordsOf(query)) this.asked.add(word);
    const [order] = Object.keys(sort);
    const answers = this.open.map(({ papers, filter }) => {
      const isAsked = Object.entries(filters).every(([name, value]) => filter[name] === value);
      return isAsked ? this.answer(papers, query, order) : [];
    });
    return { results: answers.flat().sort((a, b) => b.score - a.score) };
  }

  /** As Pagefind does: what an index knows no word for is not looked for, but where it is quoted. */
  private answer(papers: readonly MadePaper[], query: string | null, order?: string): PagefindResult[] {
    const isQuoted = query?.startsWith('"') === true;
    const words = wordsOf(query);
    const known = words.filter((word) => papers.some(({ title }) => has(title, word)));
    if (query !== null && (known.length === 0 || (isQuoted && known.length < words.length))) return [];
    const found = papers.filter(({ title }) => known.every((word) => has(title, word)));
    if (order === 'votes') found.sort((a, b) => (b.votes ?? -1) - (a.votes ?? -1) || a.place - b.place);
    return found.map(({ place, title, votes, isOnlyInTitle = false }, position) => ({
      id: `paper-${place}`,
      // Of a sorted search Pagefind tells the place in the list of the index as the score; of one without words, nothing.
      score: order !== undefined ? -position : query === null ? 0 : (place * 7) % 5,
      words: [...title.toLowerCase().split(' ').entries()].flatMap(([at, word]) =>
        known.includes(word) && !isOnlyInTitle ? [at] : [],
      ),
      matchedMetaFields: ['title'],
      data: async () => {
        this.loaded.push(title);
        const meta = { title, ...(votes === undefined ? {} : { votes: String(votes) }) };
        return { url: `/${place}.html`, content: isOnlyInTitle ? 'Birds.' : title, meta };
      },
    }));
  }

  private add(folder: string, filter: Record<string, string>): void {
    this.open.push({ papers: this.indexes[folder] ?? [], filter: { ...filter } });
  }
}

const wordsOf = (query: string | null): string[] =>
  (query ?? '').replaceAll('"', '').split(' ').filter(Boolean);
const has = (title: string, word: string): boolean => title.toLowerCase().split(' ').includes(word);

async function openMade(
  indexes: Readonly<Record<string, readonly MadePaper[]>>,
  dictionaries: readonly string[] = ['/1/'],
) {
  const pagefind = new MadePagefind(indexes);
  const asked: string[] = [];
  const engine = await openEngine(Object.keys(indexes), {
    importPagefind: (address) => pagefind.import(address),
    async loadText(address) {
      asked.push(address);
      const folder = address.replace('volumes.json', '');
      const papers = indexes[folder];
      if (!papers) return '';
      const list: VolumeList = {
        indexes: papers.length > 0 ? [''] : [],
        lists: papers.length > 0 ? [1] : [],
        dictionaries: dictionaries.includes(folder) ? [{ folder: 'words/', parts: 2 }] : [],
      };
      return JSON.stringify(list);
    },
  });
  return { pagefind, engine, asked };
}

async function titlesOf(papers: readonly FoundPaper[]): Promise<(string | undefined)[]> {
  const loaded = await Promise.all(papers.map((paper) => paper.load()));
  return loaded.map(({ data }) => data.meta.title);
}

const birds = ['Owls', 'Cats', 'Owls fly', 'Owls and cats', 'Cats fly', 'Larks', 'Old owls', 'Old cats'];
const papers: MadePaper[] = Array.from({ length: 120 }, (_, place) => ({
  place,
  title: `${birds[(place * 5) % birds.length]} ${place}`,
  ...(place % 3 === 0 ? {} : { votes: (place * 7) % 10 }),
}));
const inTurns = Object.fromEntries(
  [1, 2, 3].map((part) => [`/${part}/`, papers.filter(({ place }) => place % 3 === part - 1)]),
);
const inParts = { '/1/': papers.slice(0, 50), '/2/': papers.slice(50, 90), '/3/': papers.slice(90) };

describe.each([
  ['in turns', inTurns],
  ['one after the other', inParts],
])('papers spread over indexes %s', (_, indexes) => {
  test.each([
    ['', 'relevance'],
    ['', 'newest'],
    ['', 'votes'],
    ['owls', 'newest'],
    ['owls', 'votes'],
    ['owls fly', 'newest'],
    ['larks', 'votes'],
  ] as const)('are found in the order of one index: %j by %s', async (text, sort) => {
    const [many, one] = [await openMade(indexes), await openMade({ '/1/': papers })];
    const [found, expected] = await Promise.all(
      [many, one].map(async ({ engine }) =>
        titlesOf((await engine.search({ text, filters: {}, sort })).papers),
      ),
    );
    expect(found).toEqual(expected);
    expect(found?.length).toBeGreaterThan(0);
  });

  test('load when they are shown, and few besides', async () => {
    const { engine, pagefind } = await openMade(indexes);
    const { papers } = await engine.search({ text: '', filters: {}, sort: 'newest' });
    expect(papers).toHaveLength(120);
    await titlesOf(papers.slice(0, 10));
    expect(pagefind.loaded.length).toBeLessThan(10 + 3 * 4);
  });
});

test('an index that lacks a word has no paper with all words where another one has it', async () => {
  const { engine } = await openMade({
    '/1/': [{ place: 0, title: 'Owls' }],
    '/2/': [
      { place: 1, title: 'Owls hunt' },
      { place: 2, title: 'Owls' },
    ],
  });
  for (const sort of ['relevance', 'newest', 'votes'] as const) {
    const answer = await engine.search({ text: 'owls hunt', filters: {}, sort });
    expect((await titlesOf(answer.papers))[0]).toEqual('Owls hunt');
    expect(answer).toMatchObject({ complete: 1, lacking: [] });
  }
});

test('papers that answer equally well stand in the order of the site', async () => {
  const { engine } = await openMade({
    '/1/': [
      { place: 3, title: 'Owls' },
      { place: 1, title: 'Owls' },
    ],
    '/2/': [
      { place: 2, title: 'Owls' },
      { place: 0, title: 'Owls' },
    ],
  });
  const { papers } = await engine.search({ text: 'owls', filters: {}, sort: 'relevance' });
  const loaded = await Promise.all(papers.map((paper) => paper.load()));
  expect(loaded.map(({ data }) => data.url)).toEqual(['/0.html', '/1.html', '/2.html', '/3.html']);
});

test('an index without papers is left alone', async () => {
  const { engine, pagefind } = await openMade({
    '/1/': [],
    '/2/': [{ place: 0, title: 'Owls' }],
    '/3/': [],
    '/4/': [{ place: 1, title: 'Cats' }],
  });
  expect(pagefind.merged).toEqual(['/4/']);
  const { papers } = await engine.search({ text: '', filters: {}, sort: 'newest' });
  expect(await titlesOf(papers)).toEqual(['Owls', 'Cats']);
});

test('of one index only what is needed is asked', async () => {
  const { engine, asked, pagefind } = await openMade({ '/1/': papers });
  const found = await engine.search({ text: '', filters: {}, sort: 'newest' });
  await titlesOf(found.papers.slice(0, 10));
  expect(asked).toEqual(['/1/volumes.json']);
  expect(pagefind.merged).toEqual([]);
  expect(pagefind.loaded).toHaveLength(10);
});

test('spellings are looked up in the folders that have dictionaries', async () => {
  const { engine, asked } = await openMade(inParts, ['/1/', '/3/']);
  asked.length = 0;
  await engine.search({ text: 'owlz', filters: {}, sort: 'relevance' });
  expect(new Set(asked.flatMap((address) => /^(.*)words\//.exec(address)?.[1] ?? []))).toEqual(
    new Set(['/1/', '/3/']),
  );
});

describe('of many words', () => {
  const made = Array.from({ length: 60 }, (_, place) => ({
    place,
    title: `Nightly migration ${place % 6 === 0 ? 'of barn owls over open water' : 'of birds'} ${place}`,
  }));
  const halves = { '/1/': made.slice(0, 30), '/2/': made.slice(30) };

  test('some are asked for, and the papers tell the rest', async () => {
    const { engine, pagefind } = await openMade(halves);
    const { papers } = await engine.search({
      text: 'barn owls migration nightly water over open',
      filters: {},
      sort: 'relevance',
    });
    expect(papers).toHaveLength(10);
    expect(pagefind.asked).not.toContain('barn');
  });

  test('all are in the first papers, and most in those that come after them', async () => {
    const { engine } = await openMade(halves);
    const text = 'barn owls migration nightly water 12';
    for (const sort of ['relevance', 'newest'] as const) {
      const { papers, complete, lacking } = await engine.search({ text, filters: {}, sort });
      const [first, ...others] = await titlesOf(papers);
      expect(first).toBe('Nightly migration of barn owls over open water 12');
      expect(others.length).toBeGreaterThan(8);
      expect(others.slice(0, 9).every((title) => title?.includes('barn owls'))).toBe(true);
      expect({ complete, lacking }).toEqual({ complete: 1, lacking: [] });
    }
  });

  test('one that no paper has is named, and does not keep the others from being found', async () => {
    const { engine } = await openMade(halves);
    const { papers, complete, lacking } = await engine.search({
      text: 'barn owls migration nightly water snow',
      filters: {},
      sort: 'newest',
    });
    expect(papers.length).toBeGreaterThanOrEqual(10);
    expect({ complete, lacking }).toEqual({ complete: 0, lacking: ['snow'] });
  });

  test('those that say how somebody asks keep no paper away', async () => {
    const { engine } = await openMade(halves);
    const { papers, complete } = await engine.search({
      text: 'why do barn owls need some open water',
      filters: {},
      sort: 'relevance',
    });
    expect(papers).toHaveLength(10);
    expect(complete).toBe(10);
  });
});

describe('a phrase', () => {
  const made = Array.from({ length: 120 }, (_, place) => ({
    place,
    title: ['Owls by the sea', 'Sea of the owls', 'The owls of a sea'][place % 3] + ` ${place}`,
  }));

  test('is found where its words stand as in it', async () => {
    const { engine } = await openMade({ '/1/': made });
    const { papers } = await engine.search({ text: '"owls of a sea"', filters: {}, sort: 'newest' });
    const titles = await titlesOf(papers);
    expect(titles).toHaveLength(40);
    expect(titles.every((title) => title?.startsWith('The owls of a sea'))).toBe(true);
  });

  test('is found without the words that nearly every paper has, where few papers have the others', async () => {
    const { engine, pagefind } = await openMade({ '/1/': made });
    const { papers } = await engine.search({ text: '"the owls of a sea 5"', filters: {}, sort: 'relevance' });
    expect(await titlesOf(papers)).toEqual(['The owls of a sea 5']);
    expect([...pagefind.asked].sort()).toEqual(['5', 'owls', 'sea']);
  });

  test('is found in titles, also where the texts of other papers have it', async () => {
    const papers = Array.from({ length: 38 }, (_, place) => ({
      place,
      title: place < 20 ? `Owls in a barn ${place}` : `Barn owls ${place}`,
      isOnlyInTitle: place >= 26,
    }));
    const { engine } = await openMade({ '/1/': papers.slice(0, 30), '/2/': papers.slice(30) });
    const found = await engine.search({ text: '"barn owls"', filters: {}, sort: 'newest' });
    expect(await titlesOf(found.papers)).toEqual(papers.slice(20).map(({ title }) => title));
  });

  test('that no paper has is looked for without its quotes', async () => {
    const { engine } = await openMade({ '/1/': made });
    const { papers, withoutQuotes } = await engine.search({
      text: '"sea owls"',
      filters: {},
      sort: 'relevance',
    });
    expect(papers).toHaveLength(120);
    expect(withoutQuotes).toBe(true);
  });
});
