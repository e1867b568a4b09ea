import { parseFeed as parseStrictly } from '@rowanmanning/feed-parser';
import { XMLValidator } from 'fast-xml-parser';
import { parseJsonFeed } from 'feedsmith';
import type { Nodes } from 'mdast';
import PostalMime from 'postal-mime';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import { Html } from '../site/html.ts';
import { bibliographies, config, feeds, files, hostile, mails } from '../site/endpoints-site.ts';
import { Site, type Outcome } from '../site/site.ts';
import { read, type Format } from '../unit/citation-js.ts';
import { readXml, textsAt } from '../unit/xml-reader.ts';

const isOther = (file: string) =>
  /(?:\/index|404)\.html$|^(?:_astro|papers\/(?:pagefind|images))\//.test(file);

describe('a site with an address', () => {
  let site: Site;
  let build: Outcome;
  let dist: string[];
  const file = (path: string) => site.read(`dist/papers/${path}`);
  /** The file that an address of the site leads to; what is wrong with the address otherwise. */
  const fileAt = (address: string) => {
    const { origin, pathname } = new URL(address);
    if (origin !== 'https://example.org' || !pathname.startsWith('/repo/')) return `elsewhere: ${address}`;
    const path = pathname.slice('/repo/'.length);
    const found = path.endsWith('/') ? `${path}index.html` : path;
    return dist.includes(found) ? found : `missing: ${address}`;
  };
  const pageOf = (paper: string) => `papers/${paper}/index.html`;

  beforeAll(async () => {
    site = await Site.create('endpoints', {
      ...files,
      'astro.config.mjs': config(`site: 'https://example.org',`),
    });
    build = await site.astro(['build']);
    dist = await site.list('dist');
  });

  test('has every file and no other', () => {
    expect(build.status, build.output).toBe(0);
    const made = dist.filter((file) => !isOther(file)).map((file) => file.slice('papers/'.length));
    expect(made).toEqual(
      [
        ...['', '2025-03-11/', '2025-03-12/'].flatMap((folder) =>
          bibliographies.map((name) => folder + name),
        ),
        ...['', 'authors/ada-lovelace/', 'authors/r-d-team/', 'reviews/'].flatMap((folder) =>
          feeds.map((name) => folder + name),
        ),
        ...['2025-03-11/', '2025-03-12/'].flatMap((folder) => mails.map((name) => folder + name)),
        'exports.json',
        'sitemap.xml',
        'llms.txt',
        'worker.js',
      ].sort(),
    );
    expect(build.output).not.toContain('`site` is not set');
  });

  test.each(['rss.xml', 'atom.xml'])('%s has every paper once, where it appeared first', async (name) => {
    const xml = await file(name);
    expect(XMLValidator.validate(xml)).toBe(true);
    const feed = parseStrictly(xml);
    expect([feed.title, feed.description, feed.language]).toEqual(['Daily Papers', 'Papers & more', 'en']);
    expect(feed.updated?.toISOString()).toBe('2025-03-12T00:00:00.000Z');
    expect(fileAt(feed.self ?? '')).toBe(`papers/${name}`);
    expect(feed.items.map(({ title }) => title)).toEqual([
      hostile,
      'Small Rivers',
      'Seen Twice',
      'An Older Paper',
    ]);
    expect(feed.items.map(({ url }) => fileAt(url ?? ''))).toEqual(
      [
        '2025-03-12/q-a-on-b-birds-b-braces-and-quotes',
        '2025-03-12/small-rivers',
        '2025-03-11/seen-twice',
        '2025-03-11/an-older-paper',
      ].map(pageOf),
    );
    const rivers = feed.items[1];
    expect(rivers?.authors.map(({ name }) => name)).toEqual(['Ada Lovelace', 'R&D <team>']);
    const content = new Html(rivers?.content ?? '');
    expect(content.texts('p')[0]).toBe('Ada Lovelace and R&D <team> · Analytical Engines · 18 votes');
    expect(content.textWithSource('p + p')).toBe('Where x < y holds, rivers move.');
    expect(content.attributes('a', 'href')).toEqual(['https://arxiv.org/abs/2503.01234']);
  });

  test('feed.json says the same', async () => {
    const feed = parseJsonFeed(await file('feed.json'));
    expect(fileAt(feed.feed_url ?? '')).toBe('papers/feed.json');
    expect(fileAt(feed.home_page_url ?? '')).toBe('papers/index.html');
    expect(feed.items?.map(({ title }) => title)).toEqual([
      hostile,
      'Small Rivers',
      'Seen Twice',
      'An Older Paper',
    ]);
  });

  test('an author has a feed of their own papers', async () => {
    const feed = parseStrictly(await file('authors/ada-lovelace/rss.xml'));
    expect(feed.title).toBe('Ada Lovelace · Daily Papers');
    expect(fileAt(feed.url ?? '')).toBe('papers/authors/ada-lovelace/index.html');
    expect(feed.items.map(({ title }) => title)).toEqual(['Small Rivers']);
  });

  test.each<[string, Format]>([
    ['papers.bib', '@biblatex/text'],
    ['papers.ris', '@ris/file'],
    ['papers.json', '@else/json'],
  ])('%s has every paper once, and that of an issue its own, under the same keys', async (name, format) => {
    const all = read(await file(name), format);
    expect(all.map(({ title }) => title)).toEqual([hostile, 'Small Rivers', 'Seen Twice', 'An Older Paper']);
    expect(all[1]).toMatchObject({ id: 'lovelace2025small', URL: 'https://arxiv.org/abs/2503.01234' });
    expect(fileAt(all[2]?.URL ?? '')).toBe(pageOf('2025-03-11/seen-twice'));
    const ofIssue = read(await file(`2025-03-12/${name}`), format);
    expect(ofIssue.map(({ id }) => id)).toEqual([all[0]?.id, all[2]?.id, all[1]?.id]);
  });

  test('papers.jsonl has a line a paper', async () => {
    const lines = (text: string) =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const all = lines(await file('papers.jsonl'));
    expect(all.map(({ title }) => title)).toEqual([hostile, 'Small Rivers', 'Seen Twice', 'An Older Paper']);
    expect(all[1]).toMatchObject({
      authors: ['Ada Lovelace', 'R&D <team>'],
      upvotes: 18,
      arxivId: '2503.01234',
    });
    expect(all.map(({ url }) => fileAt(String(url)))).toEqual(all.map(({ id }) => pageOf(String(id))));
    expect(lines(await file('2025-03-12/papers.jsonl'))).toEqual([all[0], all[2], all[1]]);
  });

  test('an issue has a mail as HTML, as text, and as a message of both', async () => {
    const mail = await new PostalMime().parse(await file('2025-03-12/mail.eml'));
    expect(mail.subject).toBe('Daily Papers: Wednesday, March 12, 2025');
    expect(mail.from).toMatchObject({ name: 'Daily Papers', address: 'no-reply@example.org' });
    expect(mail.date).toBe('2025-03-12T00:00:00.000Z');
    expect(mail.html?.trimEnd()).toBe(await file('2025-03-12/mail.html'));
    expect(mail.text?.trimEnd()).toBe((await file('2025-03-12/mail.txt')).trimEnd());

    const html = new Html(await file('2025-03-12/mail.html'));
    expect(html.text('h1 + p')).toBe(
      'Wednesday, March 12, 2025 · 3 papers · chosen by AK and the research community',
    );
    expect(html.texts('h2')).toEqual([hostile, 'Seen Twice', 'Small Rivers']);
    expect(html.attributes('h2 a', 'href').map(fileAt)).toEqual(
      [
        '2025-03-12/q-a-on-b-birds-b-braces-and-quotes',
        '2025-03-11/seen-twice',
        '2025-03-12/small-rivers',
      ].map(pageOf),
    );
    expect(html.attributes('a', 'href').slice(-2).map(fileAt)).toEqual([
      'papers/2025-03-12/index.html',
      'papers/archive/index.html',
    ]);
    expect(mail.text).toContain('Where x < y holds, rivers move.');
  });

  test('the sitemap has every page but those for one reader only', async () => {
    const sitemap = readXml(await file('sitemap.xml'));
    const listed = textsAt(sitemap, 'urlset/url/loc').map(fileAt);
    expect(new Set(listed).size).toBe(listed.length);
    const pages = dist.filter((file) => file.endsWith('/index.html'));
    // No paper here has a category, and two issues have no trends and no review, so that nothing leads to these pages, which say so.
    const unlisted = /\/(?:search|starred|by-votes|categories|trends|reviews)\//;
    expect([...listed].sort()).toEqual(pages.filter((file) => !unlisted.test(file)).sort());
    const days = new Map(
      [...sitemap.entries()].flatMap(([index, { path, text }]) =>
        path === 'urlset/url/loc' ? [[fileAt(text), sitemap[index + 1]?.text]] : [],
      ),
    );
    expect(days.get('papers/index.html')).toBe('2025-03-12');
    expect(days.get('papers/2025-03-11/index.html')).toBe('2025-03-11');
    expect(days.get(pageOf('2025-03-11/seen-twice'))).toBe('2025-03-11');
  });

  test('llms.txt leads to what there is', async () => {
    const tree = unified()
      .use(remarkParse)
      .parse(await file('llms.txt'));
    const headings = tree.children.flatMap((node) => (node.type === 'heading' ? [textOf(node)] : []));
    expect(headings).toEqual([
      'Daily Papers',
      'Latest: Wednesday, March 12, 2025',
      'All issues',
      'For programs',
    ]);
    const links = linksIn(tree);
    expect(links.map(({ text }) => text).slice(0, 5)).toEqual([
      hostile,
      'Seen Twice',
      'Small Rivers',
      'Wednesday, March 12, 2025',
      'Tuesday, March 11, 2025',
    ]);
    expect(links.map(({ url }) => fileAt(url)).filter((file) => !dist.includes(file))).toEqual([]);
  });
});

test('a site without an address is told so once, and has what needs none', async () => {
  const site = await Site.create('endpoints-without-site', { ...files, 'astro.config.mjs': config('') });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(build.output.match(/`site` is not set in astro\.config/g)).toHaveLength(1);
  expect(build.output).toContain('set it to the address of the site, such as `https://example.org`.');
  const made = (await site.list('dist')).filter((file) => !isOther(file));
  expect(made).toEqual(
    [
      'papers/exports.json',
      'papers/worker.js',
      ...['papers/', 'papers/2025-03-11/', 'papers/2025-03-12/'].flatMap((folder) =>
        bibliographies.map((name) => folder + name),
      ),
    ].sort(),
  );
  const [first = ''] = (await site.read('dist/papers/papers.jsonl')).split('\n');
  expect(JSON.parse(first)).toMatchObject({
    url: '/repo/papers/2025-03-12/q-a-on-b-birds-b-braces-and-quotes/',
  });
  expect(read(await site.read('dist/papers/papers.json'), '@else/json')[0]?.URL).toBeUndefined();
});

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function linksIn(node: Nodes): { text: string; url: string }[] {
  if (node.type === 'link') return [{ text: textOf(node), url: node.url }];
  return 'children' in node ? node.children.flatMap(linksIn) : [];
}
