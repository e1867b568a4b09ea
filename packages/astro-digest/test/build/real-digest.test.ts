import { describe, expect, test } from 'vitest';
import { Html } from '../site/html.ts';
import { hasRealDigest, realDigest, realTitles } from '../site/shared.ts';
import { plainSite, Site } from '../site/site.ts';

describe.skipIf(!hasRealDigest)('the real digest', () => {
  test('becomes a page of 72 papers with every word in place', async () => {
    const text = realDigest();
    const site = await Site.create('real-digest', {
      ...plainSite,
      'src/content/digests/2025-03-12.txt': text,
    });
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    expect(build.output).toMatch(/papers +72 /);

    const html = new Html(await site.read('dist/papers/2025-03-12/index.html'));
    expect(html.texts('article h2')).toEqual(realTitles());
    const abstracts = text
      .split(/\n\n+/)
      .slice(5)
      .filter((_, index) => index % 2 === 1);
    expect(html.texts('.digest-abstract')).toEqual(
      abstracts.map((abstract) => abstract.replace(/\s+/g, ' ').trim()),
    );
    expect(await site.list('dist/papers/2025-03-12')).toHaveLength(73);
  });
});
