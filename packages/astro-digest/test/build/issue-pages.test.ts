import { parseFeed } from '@rowanmanning/feed-parser';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { deadLinks } from '../site/dead-links.ts';
import { Html } from '../site/html.ts';
import { digestText, plainSite, Site, type Outcome } from '../site/site.ts';
import { readXml, textsAt } from '../unit/xml-reader.ts';

const twice = [
  'Seen Twice',
  'This abstract has enough different words about pruning decision forests to prove that both are the same.',
] as const;

describe("pages: 'issue'", () => {
  let site: Site;
  let build: Outcome;
  let dist: string[];
  const read = (path: string) => site.read(`dist/papers/${path}`);
  const page = async (path: string) => new Html(await read(path));

  beforeAll(async () => {
    site = await Site.create('issue-pages', {
      ...plainSite,
      'astro.config.mjs': `
        import { defineConfig } from 'astro/config';
        import digest from 'astro-digest';
        export default defineConfig({
          site: 'https://example.org',
          integrations: [digest({ title: 'Daily Papers', pages: 'issue', topics: { Pruning: ['pruning'] } })],
        });
      `,
      'src/content/digests/2025-03-11.txt': digestText('Mar 11', [
        twice,
        [
          'Pruning Decision Forests',
          "We prune decision forests until only their ``decision trees'' are left.",
        ],
      ]),
      'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
        twice,
        // Names that parts of a page might have.
        ['Content', 'Decision forests and pruning, about nothing else.'],
        ['Cite', 'An abstract about pruning.'],
        ['Contents', 'Another abstract about pruning decision forests.'],
      ]),
      'src/content/digests/2025-03-12/cite.mdx': '---\nauthors: [Ada Lovelace]\nupvotes: 18\n---\n',
    });
    build = await site.astro(['build']);
    dist = await site.list('dist');
  });

  test('makes no page of a paper, and no dead link', async () => {
    expect(build.status, build.output).toBe(0);
    expect(dist.filter((file) => /^papers\/2025.*\.html$/.test(file))).toEqual([
      'papers/2025-03-11/index.html',
      'papers/2025-03-11/mail.html',
      'papers/2025-03-12/by-votes/index.html',
      'papers/2025-03-12/index.html',
      'papers/2025-03-12/mail.html',
    ]);
    expect(await deadLinks(site)).toEqual([]);
  });

  test('has all of a paper on the page of its issue', async () => {
    const html = await page('2025-03-11/index.html');
    const paper = 'article#pruning-decision-forests';
    expect(html.text(`${paper} .digest-abstract`)).toBe(
      'We prune decision forests until only their “decision trees” are left.',
    );
    expect(html.text(`${paper} summary`)).toBe('Citation, related papers, source');
    expect(html.attributes(`${paper} .digest-topics a`, 'href')).toContain('/papers/topics/pruning/');
    expect(html.attributes(`${paper} .digest-related a`, 'href')).toContain('/papers/2025-03-11/#seen-twice');
    expect(html.text(`${paper} .digest-citations pre`)).toContain('Pruning Decision Forests');
    expect(html.text(`${paper} .digest-source`)).toContain('src/content/digests/2025-03-11.txt, lines');
    expect(html.text(`${paper} .digest-source .digest-original`)).toContain("``decision trees''");
    expect(html.text('article#seen-twice .digest-more')).toContain('Also in · Wednesday, March 12, 2025');
  });

  test('links a paper where it appeared first, and from everywhere as its place there', async () => {
    const issue = await page('2025-03-12/index.html');
    expect(issue.attributes('article h2 a', 'href')).toEqual([
      '/papers/2025-03-11/#seen-twice',
      '/papers/2025-03-12/#content',
      '/papers/2025-03-12/#cite',
      '/papers/2025-03-12/#contents',
    ]);
    const places = issue.attributes('article h2 a', 'href').map((path) => `https://example.org${path}`);
    const author = await page('authors/ada-lovelace/index.html');
    expect(author.attributes('.digest-titles a', 'href')).toEqual(['/papers/2025-03-12/#cite']);
    const mail = await page('2025-03-12/mail.html');
    expect(mail.attributes('h2 a', 'href')).toEqual(places);
    expect(await read('llms.txt')).toContain(`[Cite](${places[2]})`);
    expect(await read('papers.jsonl')).toContain(`"url":"${places[2]}"`);
    expect(await read('papers.bib')).toContain(`{${places[2]}}`);
    expect(issue.texts('script').join(' ')).toContain(`"url":"${places[0]}"`);
    expect(textsAt(readXml(await read('sitemap.xml')), 'urlset/url/loc').join(' ')).not.toContain('#');
  });

  test('feeds lead to the place, and know a paper by what they always knew it by', async () => {
    const { items } = parseFeed(await read('rss.xml'));
    expect(items.map(({ url, id }) => [url, id]).at(-1)).toEqual([
      'https://example.org/papers/2025-03-11/#pruning-decision-forests',
      'https://example.org/papers/2025-03-11/pruning-decision-forests/',
    ]);
  });

  test('is valid HTML, with every id once', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        'void-style': 'off',
        'doctype-style': 'off',
        'attribute-boolean-style': 'off',
        'no-trailing-whitespace': 'off',
      },
    });
    for (const path of ['index.html', '2025-03-12/index.html', '2025-03-12/by-votes/index.html']) {
      const html = await read(path);
      const { results } = await validator.validateString(html, path);
      expect(results.flatMap(({ messages }) => messages)).toEqual([]);
      const ids = new Html(html).attributes('[id]', 'id');
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
