import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasRealDigest, realDigest, realTitles } from '../site/shared.ts';
import { plainSite, Site } from '../site/site.ts';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { newReader, openBrowser } from './reader.ts';

describe.skipIf(!hasRealDigest)('the real digest', () => {
  test('all 72 titles are found first when typed as they are', async () => {
    const site = await Site.create('real-search', {
      ...plainSite,
      'src/content/digests/2025-03-12.txt': realDigest(),
    });
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    const server = await serveFolder(join(site.root, 'dist'));
    const browser = await openBrowser();
    try {
      const reader = await newReader(browser);
      await reader.page.goto(`${server.address}/papers/search/`);
      const titles = realTitles();
      expect(titles).toHaveLength(72);
      const notFirst = [];
      for (const title of titles) {
        const [first] = await reader.search(title);
        if (first !== title) notFirst.push({ title, first });
      }
      expect(notFirst).toEqual([]);
      expect(reader.messages).toEqual([]);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});
