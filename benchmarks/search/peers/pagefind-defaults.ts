import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Engine } from './engine.ts';
import { loadPagefind } from './pagefind-module.ts';

/** Pagefind as it comes, over the built pages of the papers. */
export const pagefindDefaults: Engine = {
  name: 'Pagefind',
  package: 'pagefind',
  settings: 'its defaults, over the pages of the papers',
  async open({ site, papers, pathOf }) {
    const { index } = await createIndex();
    if (!index) throw new Error('Pagefind made no index.');
    for (const { id } of papers) {
      const content = await readFile(join(site, pathOf(id), 'index.html'), 'utf8');
      // Pages of a digest keep other searches of a site out; here it is the one that is asked.
      await index.addHTMLFile({
        url: pathOf(id),
        content: content.replaceAll(' data-pagefind-ignore="all"', ''),
      });
    }
    const folder = join(site, '../pagefind-defaults');
    await index.writeFiles({ outputPath: folder });
    await close();
    const pagefind = await loadPagefind(folder);
    await pagefind.options({ baseUrl: '/' });
    await pagefind.init();
    const paperAt = new Map(papers.map(({ id }) => [pathOf(id), id]));
    return async (query) => {
      const { results } = await pagefind.search(query);
      const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return data.map(({ url }) => paperAt.get(url) ?? url);
    };
  },
};
