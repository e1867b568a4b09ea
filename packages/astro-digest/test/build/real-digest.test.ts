import { describe, expect, test } from 'vitest';
import { Html } from '../site/html.ts';
import { hasRealDigest, realDigest, realTitles } from '../site/shared.ts';
import { plainSite, Site } from '../site/site.ts';

describe.skipIf(!hasRealDigest)('the real digest', () => {
  const digest = 'src/content/digests/2025-03-12.txt';

  test('becomes a page of 72 papers with every word in place, when nothing is mended', async () => {
    const text = realDigest();
    const site = await Site.create('real-digest', {
      ...plainSite,
      'src/content.config.ts': `
        import { digestCollections } from 'astro-digest/content';
        export const collections = { ...digestCollections({ inline: false }) };
      `,
      [digest]: text,
    });
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    expect(build.output).toMatch(/read +\S+ s +72 /);

    const html = new Html(await site.read('dist/papers/2025-03-12/index.html'));
    expect(html.texts('article h2')).toEqual(realTitles());
    const abstracts = text
      .split(/\n\n+/)
      .slice(5)
      .filter((_, index) => index % 2 === 1);
    const shown = html.texts('.digest-abstract');
    expect(shown).toHaveLength(abstracts.length);
    const different = abstracts.filter(
      (abstract, index) => abstract.replace(/\s+/g, ' ').trim() !== shown[index],
    );
    expect(different).toEqual([]);
    const pages = (await site.list('dist/papers/2025-03-12')).filter((file) => file.endsWith('/index.html'));
    expect(pages).toHaveLength(72);
  });

  test('shows lists, emphasis and maths where the copy had broken them', async () => {
    const site = await Site.create('real-digest-mended', { ...plainSite, [digest]: realDigest() });
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    const html = new Html(await site.read('dist/papers/2025-03-12/index.html'));
    expect(html.texts('article:nth-child(1) math').length).toBeGreaterThan(20);
    expect(html.texts('.digest-abstract li')).toHaveLength(2);
    expect(html.texts('.digest-abstract strong')).toEqual(['specialist', 'generalist', 'Lved Sign Momentum']);
    expect(html.attributes('math', 'alttext')).toContain('n^{1+o(1)}');
    expect(html.attributes('.digest-abstract [style], .digest-abstract [class]', 'className')).toEqual([]);
    expect(JSON.stringify(await site.records())).toContain('n^{1+o(1)}');
  });
});
