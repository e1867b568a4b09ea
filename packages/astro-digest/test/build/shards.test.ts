import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeArchive } from '../../../../benchmarks/archive/archive.ts';
import { toDigestText } from '../../../../benchmarks/archive/digest-text.ts';
import { makeQueries, type SearchedPaper } from '../../../../benchmarks/search/queries.ts';
import type { SearchEngine, SearchRequest } from '../../src/search/engine.ts';
import { readRecords } from '../../src/search/read-records.ts';
import { copyExample } from '../site/example.ts';
import { openSiteSearch } from '../site/site-search.ts';
import type { Site } from '../site/site.ts';
import { workflowCommands } from '../site/workflow.ts';

const isIndex = (path: string): boolean => path.startsWith('pagefind/');
let site: Site;
let outputs: string[];

beforeAll(async () => {
  site = await copyExample('minimal', 'shards');
  const config = await site.read('astro.config.mjs');
  await site.write('astro.config.mjs', config.replace('digest({', 'digest({ shard: process.env.SHARD,'));
  // Beside the four issues of the example, twelve with more papers to look for.
  for (const issue of makeArchive({ papers: 336, perIssue: 28 }))
    await site.write(`src/content/digests/${issue.date}.txt`, toDigestText(issue));
  const whole = await site.astro(['build', '--outDir', 'whole']);
  if (whole.status !== 0) throw new Error(whole.output);

  // What npm makes of a package's program when it installs it.
  const bin = join(site.root, 'node_modules', '.bin');
  const programs = {
    'astro-digest': 'astro-digest/dist/cli/main.js',
    astro: 'astro-digest/node_modules/astro/bin/astro.mjs',
  };
  for (const [name, path] of Object.entries(programs)) {
    await site.write(
      `node_modules/.bin/${name}`,
      `#!/bin/sh\nexec "${process.execPath}" "${join(site.root, 'node_modules', path)}" "$@"\n`,
    );
    chmodSync(join(bin, name), 0o755);
  }
  outputs = workflowCommands('workflows/shards.yml').map(({ command, env }) =>
    execFileSync('sh', ['-c', command.replace(/^npx /, '')], {
      cwd: site.root,
      encoding: 'utf8',
      env: {
        ...env,
        PATH: [bin, process.env['PATH']].join(delimiter),
        HOME: process.env['HOME'],
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    }),
  );
});

test('the workflow builds four shards and puts them together', async () => {
  expect(outputs).toHaveLength(5);
  expect(outputs.at(-1)).toContain('4 shards, 16 issues');
});

test('the site has the same pages and files as one that was built whole, byte for byte', async () => {
  const whole = (await site.list('whole')).filter((path) => !isIndex(path));
  expect((await site.list('dist')).filter((path) => !isIndex(path))).toEqual(whole);
  const differing: string[] = [];
  for (const path of whole) {
    const [one, other] = await Promise.all(
      ['whole', 'dist'].map((folder) => readFile(join(site.root, folder, path))),
    );
    if (!(one as Buffer).equals(other as Buffer)) differing.push(path);
  }
  // It names the folders of the index.
  expect(differing).toEqual(['search/index.html']);
});

test('each shard renders only its own issues', async () => {
  const shards = await Promise.all([1, 2, 3, 4].map((shard) => site.list(`dist-${shard}`)));
  const issues = shards.map((files) => files.filter((path) => /^[\d-]+\/index\.html$/.test(path)));
  expect(issues.map((paths) => paths.length)).toEqual([4, 4, 4, 4]);
  expect(new Set(issues.flat()).size).toBe(16);
});

test('each shard has an index of its own papers', async () => {
  const counts = await Promise.all(
    [1, 2, 3, 4].map(async (shard) => {
      const entry = JSON.parse(await site.read(`dist/pagefind/${shard}/pagefind-entry.json`)) as {
        languages: Record<string, { page_count: number }>;
      };
      return entry.languages['en']?.page_count;
    }),
  );
  const whole = JSON.parse(await site.read('whole/pagefind/pagefind-entry.json')) as {
    languages: Record<string, { page_count: number }>;
  };
  expect(counts.reduce((sum: number, count) => sum + (count ?? 0), 0)).toBe(
    whole.languages['en']?.page_count,
  );
});

describe('the four indexes are searched as one', () => {
  let papers: SearchedPaper[];
  let one: SearchEngine;
  let four: SearchEngine;

  beforeAll(async () => {
    const folder = join(site.root, 'node_modules/.astro/astro-digest/build');
    papers = readRecords(join(folder, 'records.json'), join(folder, 'records')).map((record) => ({
      authors: [],
      ...record,
    }));
    one = await openSiteSearch(join(site.root, 'whole'), ['pagefind']);
    four = await openSiteSearch(
      join(site.root, 'dist'),
      [1, 2, 3, 4].map((shard) => `pagefind/${shard}`),
    );
  });

  /** The first ten papers that a search finds, as long as they have all that is looked for; what follows rests on each index by itself. */
  async function firstTen(engine: SearchEngine, request: Partial<SearchRequest>) {
    const { papers, complete } = await engine.search({
      text: '',
      filters: {},
      sort: 'relevance',
      ...request,
    });
    const shown = await Promise.all(papers.slice(0, Math.min(10, complete)).map((paper) => paper.load()));
    return shown.map(({ data }) => data.meta.url);
  }

  test('whatever is looked for, the first ten are the same', async () => {
    const queries = makeQueries(papers, 20);
    expect(queries.length).toBeGreaterThanOrEqual(100);
    const differing: string[] = [];
    for (const { query } of queries) {
      const [expected, found] = [await firstTen(one, { text: query }), await firstTen(four, { text: query })];
      if (found.length === 0 || found.join(' ') !== expected.join(' ')) differing.push(query);
    }
    expect(differing).toEqual([]);
  });

  test.each([
    { sort: 'newest' },
    { sort: 'votes' },
    { filters: { from: '2025', to: '2025' } },
    { filters: { to: '2021' }, sort: 'votes' },
    { filters: { code: 'yes' } },
    { filters: { dialect: 'hugging-face' }, sort: 'newest' },
    { text: 'network', filters: { from: '2025-01' }, sort: 'newest' },
    { text: 'learning', sort: 'votes' },
  ] as const)('%j gives the same papers in the same order', async (request) => {
    const expected = await firstTen(one, request);
    expect(expected.length).toBeGreaterThan(0);
    expect(await firstTen(four, request)).toEqual(expected);
  });
});
