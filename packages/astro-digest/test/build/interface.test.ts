import { describe, expect, test } from 'vitest';
import { themeEarlyHash } from '../../src/reader/theme-early.ts';
import { Html } from '../site/html.ts';
import { digestText, plainSite, Site } from '../site/site.ts';

const digest = 'src/content/digests/2025-03-12.txt';
const papers = digestText('Mar 12', [
  ['First Things First', 'A paper about order.'],
  ['Second Thoughts', 'A paper about doubt.'],
]);
const config = (options: string): string => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({ site: 'https://example.org', integrations: [digest({ title: 'Daily Papers', ${options} })] });
`;

test('a component of the site stands in place of the one of its name', async () => {
  const site = await Site.create('own-component', {
    ...plainSite,
    'astro.config.mjs': config(`components: { PaperFacts: './src/components/Facts.astro' }`),
    'src/components/Facts.astro': `---
      const { paper } = Astro.props;
      ---
      <p class="own">{paper.data.title.length} letters</p>`,
    [digest]: papers,
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  for (const page of ['2025-03-12/index.html', '2025-03-12/first-things-first/index.html']) {
    expect(new Html(await site.read(`dist/papers/${page}`)).text('.own')).toBe('18 letters');
  }
});

test('a component that is not there is told with its option and its path', async () => {
  const site = await Site.create('no-component', {
    ...plainSite,
    'astro.config.mjs': config(`components: { PaperFacts: './src/components/Nowhere.astro' }`),
    [digest]: papers,
  });
  const build = await site.astro(['build']);
  expect(build.status).toBe(1);
  expect(build.output).toContain(
    'digest() in astro.config: `components.PaperFacts` is not valid: there is no file ./src/components/Nowhere.astro: write the path',
  );
});

describe('a site in Arabic with English papers', () => {
  test('is written from right to left, and says where it is not', async () => {
    const site = await Site.create('arabic', {
      ...plainSite,
      'astro.config.mjs': config(`lang: 'ar', textLang: 'en', strings: { latest: 'اليوم' }`),
      [digest]: papers,
    });
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    const html = new Html(await site.read('dist/papers/2025-03-12/index.html'));
    expect(html.attributes('html', 'dir')).toEqual(['rtl']);
    expect(html.attributes('html', 'lang')).toEqual(['ar']);
    expect(html.text('nav a')).toBe('اليوم');
    expect(html.attributes('article h2', 'dir')).toEqual(['ltr', 'ltr']);
    expect(html.attributes('.digest-abstract', 'lang')).toEqual(['en', 'en']);
    // The words of the interface are all of its language, but for the names of formats.
    const words = html.texts('.digest-issue-head > p:last-child, .digest-colophon').join(' ');
    expect(
      words.replace('AK and the research community', '').replace(/AK|the research community/g, ''),
    ).not.toMatch(/[a-z]/i);
  });
});

test('a site with a policy for scripts lets the theme run', async () => {
  const site = await Site.create('policy', {
    ...plainSite,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({
        site: 'https://example.org',
        security: { csp: true },
        integrations: [digest({ title: 'Daily Papers' })],
      });
    `,
    [digest]: papers,
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  const html = new Html(await site.read('dist/papers/2025-03-12/index.html'));
  const [policy] = html.attributes('meta[http-equiv="content-security-policy"]', 'content');
  expect(policy).toContain(themeEarlyHash);
});
