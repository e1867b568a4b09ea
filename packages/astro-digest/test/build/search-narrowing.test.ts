import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchEngine } from '../../src/search/engine.ts';
import { valueFilters, type Filters } from '../../src/search/filters.ts';
import { authorFits, wordsOfName } from '../../src/search/operators/operator-rules.ts';
import { readRecords, type ReadRecord } from '../../src/search/read-records.ts';
import { bare, splitForms } from '../../src/search/words.ts';
import { copyExample } from '../site/example.ts';
import { openSiteSearch } from '../site/site-search.ts';

describe('the search of the example', { timeout: 600_000 }, () => {
  let records: ReadRecord[];
  let engine: SearchEngine;

  beforeAll(async () => {
    const site = await copyExample('minimal', 'search-counts');
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    const folder = join(site.root, 'node_modules/.astro/astro-digest/build');
    records = readRecords(join(folder, 'records.json'), join(folder, 'records'));
    engine = await openSiteSearch(join(site.root, 'dist'), ['pagefind']);
  });

  async function idsFor(text: string, filters: Filters): Promise<(string | undefined)[]> {
    const { papers } = await engine.search({ text, filters, sort: 'relevance' });
    const loaded = await Promise.all(papers.map((paper) => paper.load()));
    return loaded.map(({ data }) => data.meta.url);
  }

  test('counts of 200 queries as many papers as a filter then shows, and these are of those that the text finds', async () => {
    const { counts } = await engine.search({ text: '', filters: {}, sort: 'newest' });
    const all = await counts();
    const words = [...new Set(records.flatMap(({ title, text }) => `${title} ${text}`.split(/\s+/)))];
    const chosen = valueFilters
      .filter((name) => all[name].size > 0)
      .map((name) => fc.tuple(fc.constant(name), fc.constantFrom(...all[name].keys())));
    const range = fc.tuple(fc.constantFrom('from', 'to'), fc.constantFrom(...all.months.keys()));
    const queries = fc.sample(
      fc.record({
        words: fc.array(fc.constantFrom(...words), { maxLength: 4 }),
        filters: fc.array(fc.oneof(...chosen, range), { maxLength: 2 }),
        place: fc.nat(),
      }),
      { numRuns: 200, seed: 18 },
    );
    let compared = 0;
    for (const { words, filters: pairs, place } of queries) {
      const text = words.join(' ');
      const filters: Filters = Object.fromEntries(pairs);
      const found = await idsFor(text, {});
      const answer = await engine.search({ text, filters, sort: 'relevance' });
      const { months, ...counts } = await answer.counts();
      const narrowings = [
        ...valueFilters.flatMap((name) =>
          [...counts[name]].map(([value, count]) => ({ filters: { ...filters, [name]: value }, count })),
        ),
        ...[...months].map(([month, count]) => ({ filters: { ...filters, from: month, to: month }, count })),
      ];
      const narrowing = narrowings[place % narrowings.length];
      if (!narrowing) continue;
      const shown = await idsFor(text, narrowing.filters);
      expect(shown.length, JSON.stringify({ text, ...narrowing })).toBe(narrowing.count);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown.filter((id) => !found.includes(id))).toEqual([]);
      compared++;
    }
    expect(compared).toBeGreaterThan(150);
  });

  const dateOf = ({ date = '' }: ReadRecord): string => date;
  const hasLink = ({ links = [] }: ReadRecord, kind: string): boolean =>
    links.some((link) => link.kind === kind);

  test.each([
    ['in:2025', (record: ReadRecord) => dateOf(record).startsWith('2025')],
    ['in:2025-03', (record: ReadRecord) => dateOf(record).startsWith('2025-03')],
    ['before:2025-03-12', (record: ReadRecord) => dateOf(record) < '2025-03-12'],
    ['after:2025-03-11', (record: ReadRecord) => dateOf(record) >= '2025-03-12'],
    ['has:code', (record: ReadRecord) => hasLink(record, 'code')],
    [
      'has:code after:2025-03-11',
      (record: ReadRecord) => hasLink(record, 'code') && dateOf(record) >= '2025-03-12',
    ],
  ] as const)('%s alone lists exactly its papers, the newest first', async (text, isAsked) => {
    const { papers, terms } = await engine.search({ text, filters: {}, sort: 'relevance' });
    const loaded = await Promise.all(papers.map((paper) => paper.load()));
    const expected = records.filter((record) => isAsked(record));
    expect(expected.length).toBeGreaterThan(0);
    expect(loaded.map(({ data }) => data.meta.title)).toEqual(expected.map(({ title }) => title));
    expect(terms).toEqual([]);
  });

  test('every author is found by the whole name, and nobody else by it', async () => {
    const names = [...new Set(records.flatMap(({ authors = [] }) => authors))];
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const { papers } = await engine.search({ text: `author:"${name}"`, filters: {}, sort: 'relevance' });
      const loaded = await Promise.all(papers.map((paper) => paper.load()));
      const expected = records.filter(({ authors = [] }) =>
        authors.some((own) => authorFits(name)(wordsOfName(own))),
      );
      expect(loaded.map(({ data }) => data.meta.title)).toEqual(expected.map(({ title }) => title));
    }
  });

  test('a word that is left out leaves no paper that has it, and all that have nothing like it', async () => {
    const texts = records.map(({ title, text, authors = [], links = [] }) =>
      bare([title, text, ...authors, ...links.map(({ url }) => url)].join(' ')),
    );
    const words = new Set(texts.flatMap((text) => text.match(/(?<!\S)\p{L}{3,}(?!\S)/gu) ?? []));
    for (const word of fc.sample(fc.constantFrom(...words), { numRuns: 300, seed: 18 })) {
      const { papers } = await engine.search({ text: `-${word}`, filters: {}, sort: 'relevance' });
      const loaded = await Promise.all(papers.map((paper) => paper.load()));
      const shown = new Set(loaded.map(({ data }) => data.meta.title));
      const wrong = records.filter(({ title }, index) => {
        const text = texts[index] as string;
        const has = splitForms(text).some(({ whole }) => whole === word);
        return shown.has(title) ? has : !text.includes(word.slice(0, 2));
      });
      expect(wrong, word).toEqual([]);
    }
  });

  test('a topic is found by a word of its name, and holds words within it', async () => {
    const { counts } = await engine.search({ text: '', filters: {}, sort: 'newest' });
    const [topic = '', count] = [...(await counts()).topic][0] ?? [];
    const typed = `topic:"${topic.toUpperCase()}"`;
    const within = await idsFor(typed, {});
    expect(within.length).toBeGreaterThanOrEqual(count ?? 1);
    const few = await idsFor(`${typed} models`, {});
    expect(few.length).toBeGreaterThan(0);
    expect(few.filter((id) => !within.includes(id))).toEqual([]);
  });

  test('an operator that no paper answers to is named, and the rest is looked for', async () => {
    const { papers, unknownOperators } = await engine.search({
      text: 'models topic:knitting in:1999',
      filters: {},
      sort: 'relevance',
    });
    expect(unknownOperators).toEqual(['topic:knitting', 'in:1999']);
    expect(papers).toHaveLength((await idsFor('models', {})).length);
  });
});
