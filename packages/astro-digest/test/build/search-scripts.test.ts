import { join } from 'node:path';
import { describe, expect, test, beforeAll } from 'vitest';
import { openSiteSearch } from '../site/site-search.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { nearestQueries, scriptsPapers, scriptsQueries } from '../site/scripts-papers.ts';
import type { SearchEngine } from '../../src/search/engine.ts';

describe.each([undefined, 'ja', 'zh', 'zh-TW', 'th', 'ko'])(
  'in an archive whose textLang is %s',
  (textLang) => {
    let search: SearchEngine;
    beforeAll(async () => {
      const site = await Site.create(`scripts-${textLang ?? 'none'}`, {
        ...plainSite,
        'astro.config.mjs': `
        import { defineConfig } from 'astro/config';
        import digest from 'astro-digest';
        export default defineConfig({ integrations: [digest({ title: 'Daily Papers', ${textLang === undefined ? '' : `textLang: '${textLang}'`} })] });
      `,
        'src/content/digests/2025-03-12.txt': digestText('Mar 12', scriptsPapers),
      });
      const build = await site.astro(['build']);
      if (build.status !== 0) throw new Error(build.output);
      search = await openSiteSearch(join(site.root, 'dist'), ['papers/pagefind']);
    });

    async function titlesFor(
      text: string,
    ): Promise<{ complete: (string | undefined)[]; all: (string | undefined)[] }> {
      const { papers, complete } = await search.search({ text, filters: {}, sort: 'relevance' });
      const loaded = await Promise.all(papers.map((paper) => paper.load()));
      const all = loaded.map(({ data }) => data.meta.title);
      return { complete: all.slice(0, complete), all };
    }

    test.each(scriptsQueries)('%s finds the papers that have it, and no others', async (query, ...titles) => {
      expect((await titlesFor(query)).complete).toEqual(titles);
    });

    test.each(nearestQueries)('%s finds the paper that is nearest', async (query, title) => {
      const { complete, all } = await titlesFor(query);
      expect(complete).toEqual([]);
      expect(all[0]).toBe(title);
    });

    test.each(scriptsPapers)('%s is found by its title first', async (title) => {
      expect((await titlesFor(title)).all[0]).toBe(title);
    });
  },
);
