import { join } from 'node:path';
import { exactTitleFirst } from '../../../packages/astro-digest/dist/search/exact-title.js';
import type { Engine } from './engine.ts';
import { loadPagefind } from './pagefind-module.ts';

/** The search of astro-digest: its own client over the index that it has built. */
export const astroDigest: Engine = {
  name: 'astro-digest',
  package: 'astro-digest',
  settings: 'as it comes',
  async open({ site, papers, pathOf }) {
    const pagefind = await loadPagefind(join(site, 'papers/pagefind'));
    await pagefind.options({ baseUrl: '/' });
    await pagefind.init();
    const paperAt = new Map(papers.map(({ id }) => [pathOf(id), id]));
    return async (query) => {
      const { results } = await pagefind.search(query);
      const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return exactTitleFirst(data, query).map(({ url }) => paperAt.get(url) ?? url);
    };
  },
};
