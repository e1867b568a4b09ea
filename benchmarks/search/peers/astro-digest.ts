import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFile } from 'node:fs/promises';
import { openEngine } from '../../../packages/astro-digest/dist/search/engine.js';
import type { Engine } from './engine.ts';
import { serveFiles } from './pagefind-module.ts';

/** The search of astro-digest: all of its own client but the page, over the index that it has built. */
export const astroDigest: Engine = {
  name: 'astro-digest',
  package: 'astro-digest',
  settings: 'as it comes',
  async open({ site, papers, pathOf }) {
    serveFiles();
    const folder = join(site, 'papers/pagefind/');
    const others = readdirSync(folder)
      .filter((name) => name.startsWith('part-'))
      .map((name) => join(folder, name, '/'));
    const [whole = '', ...parts] = [folder, ...others].map((path) => pathToFileURL(path).href);
    const host = {
      importPagefind: (address: string) => import(`${address}?${performance.now()}`),
      loadText: (address: string) => readFile(new URL(address), 'utf8').catch(() => ''),
    };
    const engine = await openEngine([whole, ...parts], host, [whole]);
    const paperAt = new Map(papers.map(({ id }) => [pathOf(id), id]));
    return async (text) => {
      const { papers } = await engine.search({ text, filters: {}, sort: 'relevance' });
      const first = await Promise.all(papers.slice(0, 10).map((paper) => paper.load()));
      return first.map(({ data }) => paperAt.get(data.meta.url ?? '') ?? data.url);
    };
  },
};
