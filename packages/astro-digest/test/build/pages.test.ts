import { beforeAll, describe, expect, test } from 'vitest';
import { Html } from '../site/html.ts';
import { digestText, plainSite, Site, type Outcome } from '../site/site.ts';

const nasty = 'Text with <b>markup</b>, {braces}, &amp; and <script>alert(1)</script> in it.';

describe('a site with two issues', () => {
  let site: Site;
  let build: Outcome;
  const page = async (path: string) => new Html(await site.read(`dist/${path}`));

  beforeAll(async () => {
    site = await Site.create('pages', {
      ...plainSite,
      'src/content/digests/2025-03-11.txt': digestText('Mar 11', [
        ['An Older Paper', 'It came a day before.'],
      ]),
      'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
        ['First Things First', `A paper about order. ${nasty}`],
        ['Second Thoughts', 'Code is at https://github.com/example/thoughts.'],
        ['Third Time Lucky', "The ``last'' one."],
      ]),
    });
    build = await site.astro(['build']);
  });

  test('builds every page and nothing else', async () => {
    expect(build.status, build.output).toBe(0);
    const files = await site.list('dist');
    expect(files.filter((file) => /(?:index|404)\.html$/.test(file))).toEqual([
      'papers/2025-03-11/an-older-paper/index.html',
      'papers/2025-03-11/index.html',
      'papers/2025-03-12/first-things-first/index.html',
      'papers/2025-03-12/index.html',
      'papers/2025-03-12/second-thoughts/index.html',
      'papers/2025-03-12/third-time-lucky/index.html',
      'papers/404.html',
      'papers/about/index.html',
      'papers/archive/2025-03/index.html',
      'papers/archive/2025-W11/index.html',
      'papers/archive/2025/index.html',
      'papers/archive/index.html',
      'papers/authors/index.html',
      'papers/categories/index.html',
      'papers/index.html',
      'papers/organizations/index.html',
      'papers/reviews/index.html',
      'papers/search/index.html',
      'papers/starred/index.html',
      'papers/subscribe/index.html',
      'papers/topics/index.html',
      'papers/trends/index.html',
    ]);
    expect(files).toContain('papers/pagefind/pagefind.js');
  });

  test('tells what it built', async () => {
    const table = build.output.slice(build.output.indexOf('[astro-digest] Daily Papers\n'));
    const words = table.replace(/\s+/g, ' ');
    expect(table).toMatch(/read +\d+\.\d\d s +4 +papers in 2 issues, 4 read anew/);
    expect(table).toMatch(/pages +\d+\.\d\d s +22 +\d+ kB +issues 2, papers 4, archive 4, topics 1,/);
    expect(words).toMatch(/files \d+ \d+ kB feeds 6, bibliographies 13, mails 6, sitemap 1, llms.txt 1 /);
    expect(table).toMatch(/index +\d+\.\d\d s +\d+ +\d+ kB +of 4 papers/);
    expect(table).toMatch(/images +\d+\.\d\d s +2 +\d+ kB +2 drawn anew/);
    expect(table).toMatch(/total +\d+\.\d\d s +\d+ +[\d.]+ [kM]B/);
    const count = Number(/total +\S+ s +(\d+)/.exec(table)?.[1]);
    expect(count).toBe((await site.list('dist')).length);
    const rows = table.split('\n').slice(1, 10);
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(80);
    // A pipe is no terminal: no colours, and no line that is written again.
    expect(build.output).not.toContain('\u001B');
    expect(build.output).not.toContain('\r');
  });

  test('shows an issue with its head and its papers in order', async () => {
    const html = await page('papers/2025-03-12/index.html');
    expect(html.text('h1')).toBe('Wednesday, March 12, 2025');
    expect(html.text('.digest-issue-head')).toContain(
      '3 papers · 1 minute to read · chosen by AK and the research community',
    );
    expect(html.texts('article h2')).toEqual(['First Things First', 'Second Thoughts', 'Third Time Lucky']);
    expect(html.texts('article .digest-place')).toEqual(['1', '2', '3']);
    expect(html.attributes('article h2 a', 'href')[1]).toBe('/papers/2025-03-12/second-thoughts/');
  });

  test('keeps the text of an abstract as text', async () => {
    const html = await page('papers/2025-03-12/first-things-first/index.html');
    expect(html.text('.digest-abstract')).toBe(`A paper about order. ${nasty}`);
    expect(html.texts('main script')).toEqual([]);
  });

  test('links the addresses of an abstract and lists them by kind', async () => {
    const html = await page('papers/2025-03-12/second-thoughts/index.html');
    expect(html.attributes('.digest-abstract a', 'href')).toEqual(['https://github.com/example/thoughts']);
    expect(html.text('.digest-abstract')).toBe('Code is at https://github.com/example/thoughts.');
    expect(html.texts('.digest-links li')).toEqual(['Code github.com/example/thoughts']);
  });

  test('leads from a paper to its issue and its neighbours', async () => {
    const html = await page('papers/2025-03-12/second-thoughts/index.html');
    expect(html.text('h1')).toBe('Second Thoughts');
    expect(html.text('.digest-paper-head')).toContain('Wednesday, March 12, 2025 · paper 2 of 3');
    expect(html.attributes('a[rel=prev]', 'href')).toEqual(['/papers/2025-03-12/first-things-first/']);
    expect(html.attributes('a[rel=next]', 'href')).toEqual(['/papers/2025-03-12/third-time-lucky/']);
  });

  test('has the citation of a paper in four forms, without the abstract that stands above', async () => {
    const html = await page('papers/2025-03-12/second-thoughts/index.html');
    expect(html.texts('.digest-citations summary')).toEqual(['Plain text', 'BibTeX', 'RIS', 'CSL-JSON']);
    const forms = html.texts('.digest-citations pre');
    expect(forms).toHaveLength(4);
    for (const form of forms) {
      expect(form).toContain('Second Thoughts');
      expect(form).not.toContain('Code is at');
    }
    expect(await site.read('dist/papers/papers.bib')).toContain('abstract = {Code is at');
  });

  test('shows the latest issue at its base, and says which page has it for good', async () => {
    const html = await page('papers/index.html');
    expect(html.text('h1')).toBe('Wednesday, March 12, 2025');
    expect(html.attributes('link[rel=canonical]', 'href')).toEqual([
      'https://example.org/papers/2025-03-12/',
    ]);
    expect(html.attributes('a[rel=prev]', 'href')).toEqual(['/papers/2025-03-11/']);
    expect(html.text('.digest-badge')).toBe('new');
  });

  test('calls only the latest issue new', async () => {
    expect((await page('papers/2025-03-11/index.html')).text('.digest-badge')).toBeUndefined();
  });

  test('lists all issues, the latest first', async () => {
    const html = await page('papers/archive/index.html');
    expect(html.texts('main section h2')).toEqual(['2025']);
    expect(html.texts('main caption')).toEqual(['March']);
    expect(html.attributes('main td a', 'ariaLabel')).toEqual([
      'Tuesday, March 11, 2025, 1 paper',
      'Wednesday, March 12, 2025, 3 papers',
    ]);
    expect(html.attributes('main li a', 'href')).toEqual(['/papers/2025-03-12/', '/papers/2025-03-11/']);
    expect(html.texts('main li p')).toEqual(['3 papers', 'First Things First', '1 paper', 'An Older Paper']);
  });

  test('leads from the archive to its years, months and weeks', async () => {
    const archive = await page('papers/archive/index.html');
    expect(archive.attributes('main section h2 a, main caption a', 'href')).toEqual([
      '/papers/archive/2025/',
      '/papers/archive/2025-03/',
    ]);
    expect((await page('papers/archive/2025-W11/index.html')).text('h1')).toBe('Week 11, 2025');
    const month = await page('papers/archive/2025-03/index.html');
    expect(month.text('h1')).toBe('March 2025');
    expect(month.texts('.digest-titles a')).toEqual([
      'First Things First',
      'Second Thoughts',
      'Third Time Lucky',
      'An Older Paper',
    ]);
  });

  test('tells where a text stands in its digest, and how it stood where it was mended', async () => {
    const html = await page('papers/2025-03-12/second-thoughts/index.html');
    expect(html.text('.digest-source')).toContain('src/content/digests/2025-03-12.txt, lines 15 to 17');
    expect(html.texts('.digest-source .digest-original')).toEqual([]);
    const mended = await page('papers/2025-03-12/third-time-lucky/index.html');
    expect(mended.text('.digest-abstract')).toBe('The “last” one.');
    expect(mended.text('.digest-source .digest-original')).toBe("The ``last'' one.");
    expect(mended.texts('.digest-source mark')).toEqual(['``', "''"]);
  });

  test('leads back from a page that is not there', async () => {
    const html = await page('papers/404.html');
    expect(html.text('h1')).toBe('There is no such page');
    expect(html.attributes('main a', 'href')).toEqual(['/papers/search/', '/papers/archive/']);
    expect(html.attributes('meta[name=robots]', 'content')).toEqual(['noindex']);
  });
});

test.each([
  { format: 'directory', trailingSlash: 'ignore', paper: '/repo/notes/2025-03-12/one-paper/' },
  { format: 'directory', trailingSlash: 'never', paper: '/repo/notes/2025-03-12/one-paper' },
  { format: 'file', trailingSlash: 'ignore', paper: '/repo/notes/2025-03-12/one-paper.html' },
])('keeps every address inside a base: $format, $trailingSlash', async ({ format, trailingSlash, paper }) => {
  const site = await Site.create(`base-${format}-${trailingSlash}`, {
    ...plainSite,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({
        base: '/repo/',
        trailingSlash: '${trailingSlash}',
        build: { format: '${format}' },
        integrations: [digest({ title: 'Notes', base: 'notes/' })],
      });
    `,
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [['One Paper', 'Its abstract.']]),
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);

  const files = await site.list('dist');
  expect(files).toContain('notes/404.html');
  const addresses = new Set<string>();
  for (const file of files.filter((file) => file.endsWith('.html'))) {
    const html = new Html(await site.read(`dist/${file}`));
    for (const address of html.attributes('a[href^="/"], link[href^="/"]', 'href')) addresses.add(address);
  }
  expect(addresses).toContain(paper);
  for (const address of addresses) {
    expect(address).toMatch(/^\/repo\//);
    const path = address.slice('/repo/'.length).replace(/#.*$/, '').replace(/\/$/, '');
    expect(
      [path, `${path}/index.html`].some((path) => files.includes(path)),
      address,
    ).toBe(true);
  }
});
