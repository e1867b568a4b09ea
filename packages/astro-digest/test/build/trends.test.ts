import { beforeAll, describe, expect, test } from 'vitest';
import type { DigestOptions } from '../../src/integration/options.ts';
import { deadLinks } from '../site/dead-links.ts';
import { Html } from '../site/html.ts';
import { longDigest, makeLongDigest } from '../site/long-digest.ts';
import type { Site } from '../site/site.ts';

/** What the tests need not have takes its time. */
const few: Partial<DigestOptions> = {
  search: false,
  routes: { images: false, paper: false, bibliographies: false, byVotes: false },
};

async function build(site: Site): Promise<void> {
  const { status, output } = await site.astro(['build']);
  if (status !== 0) throw new Error(output);
}

/** The texts of all pages and files, by their paths. */
async function textsOf(site: Site): Promise<Map<string, string>> {
  const paths = await site.list('dist');
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, string]> => [path, await site.read(`dist/${path}`)]),
    ),
  );
}

describe('a digest of eight weeks', () => {
  let site: Site;
  let texts: Map<string, string>;
  const page = (path: string): Html => new Html(texts.get(`${path}index.html`) ?? '');

  beforeAll(async () => {
    site = await makeLongDigest('trends', 8, few);
    await build(site);
    texts = await textsOf(site);
  });

  test('counts papers by weeks, those that are over, in a line and in a table', () => {
    const trends = page('trends/');
    expect(trends.text('h2')).toBe('Papers a week');
    expect(trends.attributes('svg', 'ariaLabel')[0]).toBe(
      'Papers a week: from Week 2, 2025 to Week 8, 2025, 30 papers at most, 30 papers at the end',
    );
    const rows = trends.texts('.digest-trend:not(.digest-trend-small) tbody tr');
    expect(rows).toHaveLength(7);
    expect(rows[0]).toMatch(/^Week 2, 2025\s*30$/);
  });

  test('names what rose, what fell and what is new, each with its page', () => {
    const trends = page('trends/');
    expect(trends.texts('.digest-changes h2')).toEqual(['What rose', 'What fell', 'New topics']);
    expect(trends.attributes('.digest-changes a', 'href')).toEqual([
      '/topics/diffusion-models/',
      '/topics/recurrent-networks/',
      '/topics/world-models/',
    ]);
    expect(trends.texts('.digest-changes p .digest-quiet')).toEqual([
      '10 papers, 3 expected',
      '0 papers, 7 expected',
      '5 papers since Week 8, 2025',
    ]);
    expect(page('reviews/2025-W08/').texts('.digest-changes a')).toEqual([
      'Diffusion models',
      'World models',
    ]);
    expect(trends.texts('.digest-changes li')).toHaveLength(trends.texts('.digest-changes svg').length);
  });

  test('a topic has its line', () => {
    const topic = page('topics/graph-search/');
    expect(topic.attributes('svg', 'ariaLabel')[0]).toContain(
      'Graph search: from Week 2, 2025 to Week 9, 2025',
    );
    expect(topic.texts('tbody tr')).toHaveLength(8);
  });

  test('the weeks that are over are in review, and the month; the last ones are not', () => {
    expect(
      [...texts.keys()].filter((path) => /^reviews\/.*html$/.test(path) && !path.includes('mail')),
    ).toEqual([
      'reviews/2025-01/index.html',
      ...[2, 3, 4, 5, 6, 7, 8].map((week) => `reviews/2025-W0${week}/index.html`),
      'reviews/index.html',
    ]);
    const all = page('reviews/');
    expect(all.texts('.digest-reviews a')).toEqual([
      'Week 8, 2025',
      'Week 7, 2025',
      'Week 6, 2025',
      'Week 5, 2025',
      'January 2025',
      'Week 4, 2025',
      'Week 3, 2025',
      'Week 2, 2025',
    ]);
  });

  test('a review has the papers with most votes, those seen again, and leads to all', () => {
    const review = page('reviews/2025-W04/');
    expect(review.text('h1')).toBe('Week 4, 2025 in review');
    expect(review.text('.digest-subject-head')).toContain('31 papers in 5 issues · 30 for the first time');
    expect(review.texts('.digest-review h2')).toEqual(['Most votes', 'For the first time', 'Seen again']);
    const votes = review
      .texts('.digest-review')[0]
      ?.match(/\d+(?= votes?)/g)
      ?.map(Number);
    expect(votes).toHaveLength(10);
    expect(votes?.toSorted((a, b) => b - a)).toEqual(votes);
    expect(review.texts('.digest-review')[2]).toContain('first on Jan 13, 2025');
    expect(review.attributes('.digest-files a', 'href')).toEqual([
      '/archive/2025-W04/',
      '/reviews/2025-W04/mail.html',
    ]);
    expect(review.attributes('.digest-turn a', 'href')).toEqual(['/reviews/2025-W03/']);
    expect(page('archive/2025-W04/').attributes('.digest-subject-head a', 'href')).toContain(
      '/reviews/2025-W04/',
    );
  });

  test('they have a feed of their own, in which each is out when its week is over', () => {
    const feed = JSON.parse(texts.get('reviews/feed.json') ?? '') as {
      items: { id: string; title: string; date_published: string; content_html: string }[];
    };
    expect(feed.items).toHaveLength(8);
    expect(feed.items[0]).toMatchObject({
      id: 'https://example.org/reviews/2025-W08/',
      title: 'Week 8, 2025 in review',
      date_published: '2025-02-24T00:00:00Z',
    });
    expect(feed.items[0]?.content_html).toContain('<h2>Most votes</h2>');
    for (const file of ['rss.xml', 'atom.xml'])
      expect(texts.get(`reviews/${file}`)).toContain('https://example.org/reviews/2025-W08/');
    expect(page('subscribe/').attributes('a', 'href')).toContain('/reviews/rss.xml');
    expect(texts.get('rss.xml')).not.toContain('/reviews/');
  });

  test('a week has a mail with all its papers, a month one with those that had most votes', () => {
    const week = texts.get('reviews/2025-W04/mail.txt') ?? '';
    expect(week).toMatch(/^Daily Papers\nWeek 4, 2025 in review · Jan 20 – 24, 2025/);
    expect(week).toContain('Seen again —');
    expect(week.match(/^-{72}$/gm)).toHaveLength(30);
    expect(texts.get('reviews/2025-W04/mail.eml')).toContain('Date: Mon, 27 Jan 2025 00:00:00 +0000');
    expect((texts.get('reviews/2025-01/mail.txt') ?? '').match(/^-{72}$/gm)).toHaveLength(10);
    const size = Buffer.byteLength(texts.get('reviews/2025-W04/mail.html') ?? '');
    expect(size).toBeGreaterThan(10_000);
    expect(size).toBeLessThan(100_000);
    expect(texts.has('2025-01-20/mail.txt')).toBe(true);
  });

  test('they are where readers, machines and other pages look for them', async () => {
    const foot = page('2025-01-20/').attributes('.digest-colophon a', 'href');
    expect(foot).toEqual(expect.arrayContaining(['/trends/', '/reviews/']));
    for (const path of ['trends/', 'reviews/', 'reviews/2025-W04/', 'reviews/2025-01/']) {
      expect(texts.get('sitemap.xml')).toContain(`<loc>https://example.org/${path}</loc>`);
    }
    expect(texts.get('llms.txt')).toContain('(https://example.org/reviews/2025-W04/)');
    expect(page('topics/').attributes('.digest-main a', 'href')).toContain('/trends/');
    expect(page('archive/').attributes('.digest-main a', 'href')).toContain('/reviews/');
    expect(await deadLinks(site)).toEqual([]);
  });

  test('the pages have no script that others have not', () => {
    const scripts = (path: string) => page(path).attributes('script[src]', 'src');
    for (const path of ['trends/', 'reviews/', 'reviews/2025-W04/', 'topics/graph-search/'])
      expect(scripts(path)).toEqual(scripts('archive/'));
  });

  test('the same digests give the same bytes at once and day by day, and a day changes no review and no old issue', async () => {
    const files = longDigest('2025-01-06', 9);
    // Monday closes the week before it, and is the first of a month that has an issue.
    const [monday = '', tuesday = ''] = Object.keys(files).slice(-5);
    let before = texts;
    for (const [path, closed] of [
      [monday, ['reviews/2025-W09/', 'reviews/2025-02/']],
      [tuesday, []],
    ] as const) {
      await site.write(path, files[path] ?? '');
      await build(site);
      const after = await textsOf(site);
      const changed = [...after].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
      const mayChange = new RegExp(`^(?:${['reviews/[^/]+$', ...closed].join('|')})`);
      expect(changed.filter((file) => file.startsWith('reviews/') && !mayChange.test(file))).toEqual([]);
      for (const review of closed) expect(changed).toContain(`${review}index.html`);
      expect(changed.filter((file) => /^2025-0[12]-[01]\d\/index\.html$/.test(file))).toEqual([]);
      // No paper of it is in this issue.
      expect(changed).not.toContain('topics/recurrent-networks/index.html');
      expect(changed).toContain('topics/graph-search/index.html');
      before = after;
    }
    const anew = await makeLongDigest('trends-anew', 8, few);
    for (const path of [monday, tuesday]) await anew.write(path, files[path] ?? '');
    await build(anew);
    expect(await textsOf(anew)).toEqual(before);
  });
});

test('a young digest tells no trends, and has no link to them', async () => {
  const site = await makeLongDigest('trends-young', 1, few);
  await build(site);
  const texts = await textsOf(site);
  expect(new Html(texts.get('trends/index.html') ?? '').text('.digest-main')).toContain('too young');
  expect(new Html(texts.get('reviews/index.html') ?? '').text('.digest-main')).toContain(
    'No week is over yet',
  );
  const foot = new Html(texts.get('index.html') ?? '').attributes('.digest-colophon a', 'href');
  expect(foot).not.toContain('/trends/');
  expect(foot).not.toContain('/reviews/');
  expect(texts.get('sitemap.xml')).not.toMatch(/trends|reviews/);
});

test("`mail: 'weekly'` makes mails of weeks and months, and none of issues", async () => {
  const site = await makeLongDigest('mail-weekly', 3, { ...few, mail: 'weekly' });
  await build(site);
  const mails = (await site.list('dist')).filter((path) => path.endsWith('mail.eml'));
  expect(mails).toEqual(['reviews/2025-W02/mail.eml', 'reviews/2025-W03/mail.eml']);
  expect(await deadLinks(site)).toEqual([]);
});
