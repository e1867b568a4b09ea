import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFile } from 'node:fs/promises';
import { openEngine } from '../../../packages/astro-digest/dist/search/engine.js';
import type { Engine } from './engine.ts';
import { serveFiles } from './pagefind-module.ts';

/** The search of astro-digest: all of its own client but the page, over the indexes that it has built. */
export const astroDigest: Engine = {
  name: 'astro-digest',
  package: 'astro-digest',
  settings: 'as it comes',
  async open({ site, papers, pathOf }) {
    serveFiles();
    const page = await readFile(join(site, 'papers/search/index.html'), 'utf8');
    const engine = await openEngine(indexesOf(page, site), {
      importPagefind: (address) => import(`${address}?${performance.now()}`),
      loadText: (address) => readFile(new URL(address), 'utf8').catch(() => ''),
    });
    const paperAt = new Map(papers.map(({ id }) => [pathOf(id), id]));
    return async (text) => {
      const { papers } = await engine.search({ text, filters: {}, sort: 'relevance' });
      const first = await Promise.all(papers.slice(0, 10).map((paper) => paper.load()));
      return first.map(({ data }) => paperAt.get(data.meta.url ?? '') ?? data.url);
    };
  },
};

/** The folders of the indexes that the search page names. */
function indexesOf(page: string, site: string): string[] {
  const [, value = '[]'] = /data-indexes="([^"]*)"/.exec(page) ?? [];
  const paths = JSON.parse(value.replaceAll('&quot;', '"').replaceAll('&#34;', '"')) as string[];
  return paths.map((path) => pathToFileURL(join(site, path)).href);
}
