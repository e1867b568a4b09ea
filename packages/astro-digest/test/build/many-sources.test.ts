import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readRecords, type ReadRecord } from '../../src/search/read-records.ts';
import type { SearchEngine } from '../../src/search/engine.ts';
import { copyExample } from '../site/example.ts';
import { Html } from '../site/html.ts';
import { openSiteSearch } from '../site/site-search.ts';
import type { Outcome, Site } from '../site/site.ts';

describe('the example of many sources', () => {
  let site: Site;
  let build: Outcome;
  let records: ReadRecord[];
  let engine: SearchEngine;
  const page = async (path: string) => new Html(await site.read(`dist/${path}index.html`));

  beforeAll(async () => {
    site = await copyExample('many-sources', 'many-sources');
    build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    const folder = join(site.root, 'node_modules/.astro/astro-digest/build');
    records = readRecords(join(folder, 'records.json'), join(folder, 'records'));
    engine = await openSiteSearch(join(site.root, 'dist'), ['pagefind']);
  });

  const firstTitle = async (text: string, filters = {}): Promise<string | undefined> => {
    const { papers } = await engine.search({ text, filters, sort: 'relevance' });
    return (await papers[0]?.load())?.data.meta.title;
  };

  test('reads eight digests in eight dialects, each on its day', async () => {
    const dialects = new Map(records.map(({ issue, dialect }) => [issue, dialect]));
    expect(Object.fromEntries(dialects)).toEqual({
      '2025-03-03': 'hugging-face',
      '2025-03-04': 'json',
      '2025-03-05': 'arxiv-mailing',
      '2025-03-06': 'feed',
      '2025-03-07': 'records',
      '2025-03-10': 'markdown',
      '2025-03-11': 'bibtex',
      '2025-03-12': 'ris',
    });
    expect((await page('archive/')).texts('main a').join(' ')).toContain('March');
  });

  test('says of each file how it was read, and of none that it was not', () => {
    expect(build.output).not.toMatch(/unknown-dialect|unread-lines|mixed-dialects/);
  });

  test('has every paper found by its title, its identifier and an author', async () => {
    expect(records.length).toBeGreaterThanOrEqual(16);
    const titles = records.map(({ title }) => title);
    expect(await Promise.all(titles.map((title) => firstTitle(title)))).toEqual(titles);
    const identified = records.flatMap(({ title, arxivId, doi }) =>
      [arxivId, doi].flatMap((id) => (id === undefined ? [] : [{ id, title }])),
    );
    expect(identified.length).toBeGreaterThanOrEqual(12);
    expect(await Promise.all(identified.map(({ id }) => firstTitle(id)))).toEqual(
      identified.map(({ title }) => title),
    );
    const signed = records.flatMap(({ title, authors = [] }) =>
      authors.slice(0, 1).map((name) => ({ name, title })),
    );
    expect(signed.length).toBeGreaterThanOrEqual(12);
    for (const { name, title } of signed) {
      const { papers } = await engine.search({ text: name, filters: {}, sort: 'relevance' });
      const found = await Promise.all(papers.map(async (paper) => (await paper.load()).data.meta.title));
      expect(found, `${name}: ${title}`).toContain(title);
    }
  });

  test('filters by category', async () => {
    const { papers } = await engine.search({ text: '', filters: { category: 'stat.ML' }, sort: 'newest' });
    const found = await Promise.all(papers.map(async (paper) => (await paper.load()).data.meta.title));
    expect(found.sort()).toEqual([
      'Auto-Encoding Variational Bayes',
      'Generative Adversarial Networks',
      'Semi-Supervised Classification with Graph Convolutional Networks',
    ]);
  });

  test('has a page a category, which the papers lead to', async () => {
    const category = await page('categories/cs-cv/');
    expect(category.text('h1')).toBe('cs.CV');
    expect(category.texts('main li a, .digest-titles a').join(' ')).toContain('You Only Look Once');
    const issue = await page('2025-03-06/');
    expect(issue.attributes('.digest-facts a', 'href')).toContain('/categories/cs-cv/');
    expect(issue.texts('.digest-facts').join(' ')).toContain('cross-listed');
  });
});
