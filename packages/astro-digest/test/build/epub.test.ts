import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkerMessages, paperFiles, readEpub, readPage, structuralProblems } from '../site/epub.ts';
import { Html } from '../site/html.ts';
import { hasRealDigest, realDigest, realTitles } from '../site/shared.ts';
import { digestText, plainSite, Site, type Outcome } from '../site/site.ts';

const config = (title: string) => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({
    site: 'https://example.org',
    integrations: [digest({ title: '${title}', routes: { epub: true }, search: false })],
  });
`;

const bytesOf = (site: Site, path: string) => readFile(join(site.root, 'dist/papers', path));
const epubsOf = async (site: Site) =>
  (await site.list('dist/papers')).filter((file) => file.endsWith('.epub'));
const titlesOf = (epub: ReturnType<typeof readEpub>) =>
  paperFiles(epub).map((file) => {
    const { elements } = readPage(epub, file);
    return elements.find(({ path }) => path === 'html/body/section/h1')?.text;
  });

const twice = [
  'Seen Twice',
  'This abstract has enough different words about pruning decision forests to prove that both are the same.',
] as const;

describe('a site that asks for e-books', () => {
  let site: Site;
  let build: Outcome;

  beforeAll(async () => {
    site = await Site.create('epub', {
      ...plainSite,
      'astro.config.mjs': config('Daily Papers'),
      'src/content/digests/2025-02-28.txt': digestText('Feb 28', [twice, ['Older', 'It came before.']]),
      'src/content/digests/2025-03-11.txt': digestText('Mar 11', [
        ['Small Rivers', 'Where $x < y$ holds, rivers move.'],
      ]),
      'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
        twice,
        ['A & B', 'Markup such as </p> stays.'],
      ]),
      'src/content/digests/2025-03-12/a-b.mdx':
        'A picture ![of a river](https://x.example/a.png) and [a page](../).\n',
    });
    build = await site.astro(['build']);
  });

  test('has one of each issue, each month and each year', async () => {
    expect(build.status, build.output).toBe(0);
    expect(build.output).toMatch(/e-books 6/);
    expect(await epubsOf(site)).toEqual([
      '2025-02-28/papers.epub',
      '2025-03-11/papers.epub',
      '2025-03-12/papers.epub',
      'archive/2025-02.epub',
      'archive/2025-03.epub',
      'archive/2025.epub',
    ]);
  });

  test('leads to them from the pages of issues, months and years', async () => {
    for (const [page, address] of [
      ['2025-03-12', '/papers/2025-03-12/papers.epub'],
      ['archive/2025-03', '/papers/archive/2025-03.epub'],
      ['archive/2025', '/papers/archive/2025.epub'],
    ]) {
      const html = new Html(await site.read(`dist/papers/${page}/index.html`));
      expect(html.attributes('.digest-files a[href$=".epub"]', 'href')).toEqual([address]);
    }
    const issue = new Html(await site.read('dist/papers/2025-03-12/index.html'));
    expect(issue.attributes('a[download]', 'download')).toEqual(['2025-03-12.epub']);
    const week = new Html(await site.read('dist/papers/archive/2025-W11/index.html'));
    expect(week.attributes('a[href$=".epub"]', 'href')).toEqual([]);
  });

  test('has every paper in them, also one that was in an issue before, the earliest issue first', async () => {
    const month = readEpub(await bytesOf(site, 'archive/2025-03.epub'));
    expect(titlesOf(month)).toEqual(['Small Rivers', 'Seen Twice', 'A & B']);
    const seenTwice = readPage(month, 'issue-2-paper-1.xhtml');
    expect(seenTwice.text).toContain(twice[1]);
    const links = seenTwice.elements.flatMap(({ attributes }) => attributes['href'] ?? []);
    expect(links).toContain('https://example.org/papers/2025-02-28/seen-twice/');
    const own = readPage(month, 'issue-2-paper-2.xhtml');
    expect(own.text).toContain('A picture of a river and a page');
    const leads = own.elements.flatMap(({ attributes }) => attributes['href'] ?? []);
    expect(leads).toContain('https://x.example/a.png');
    expect(leads).toContain('https://example.org/papers/2025-03-12/');
  });

  test('has them valid', async () => {
    for (const file of await epubsOf(site)) {
      const bytes = await bytesOf(site, file);
      expect(structuralProblems(readEpub(bytes))).toEqual([]);
      expect(await checkerMessages(bytes)).toEqual([]);
    }
  });

  test('leaves those of closed months as they are when an issue comes', async () => {
    const closed = [
      '2025-02-28/papers.epub',
      '2025-03-12/papers.epub',
      'archive/2025-02.epub',
      'archive/2025-03.epub',
    ];
    const before = await Promise.all(closed.map((file) => bytesOf(site, file)));
    const year = await bytesOf(site, 'archive/2025.epub');
    await site.write(
      'src/content/digests/2025-04-01.txt',
      digestText('Apr 1', [twice, ['Smaller Rivers', 'Where rivers move, forests of decisions grow.']]),
    );
    const next = await site.astro(['build']);
    expect(next.status, next.output).toBe(0);
    expect(await Promise.all(closed.map((file) => bytesOf(site, file)))).toEqual(before);
    expect(await bytesOf(site, 'archive/2025.epub')).not.toEqual(year);
    expect(titlesOf(readEpub(await bytesOf(site, 'archive/2025-04.epub')))).toEqual([
      'Seen Twice',
      'Smaller Rivers',
    ]);
  });
});

describe.skipIf(!hasRealDigest)('the real digest', () => {
  test('is whole in its e-book, which is valid', async () => {
    const site = await Site.create('epub-real', {
      ...plainSite,
      'astro.config.mjs': config('Real Papers'),
      'src/content/digests/2025-03-12.txt': realDigest(),
    });
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    const bytes = await bytesOf(site, '2025-03-12/papers.epub');
    const epub = readEpub(bytes);
    expect(titlesOf(epub)).toEqual(realTitles().map((title) => title.replace(/\s+/g, ' ').trim()));
    // The text of the page is that of the digest: other tests compare them.
    const shown = new Html(await site.read('dist/papers/2025-03-12/index.html')).texts('.digest-abstract');
    const told = paperFiles(epub).map((file) =>
      new Html((epub.files.get(`EPUB/${file}`) ?? '').replace(/<span class="formula".*?<\/span>/g, '')).text(
        '.abstract',
      ),
    );
    expect(told).toEqual(shown);
    expect(structuralProblems(epub)).toEqual([]);
    expect(await checkerMessages(bytes)).toEqual([]);
  });
});
