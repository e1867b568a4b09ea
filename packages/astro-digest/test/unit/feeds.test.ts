import { parseFeed as parseStrictly } from '@rowanmanning/feed-parser';
import * as fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, describe, test } from 'vitest';
import { atom } from '../../src/outputs/atom.ts';
import { cleanLine } from '../../src/outputs/clean-text.ts';
import { feedContent } from '../../src/outputs/feed-content.ts';
import { feedUpdated, type Feed, type FeedItem } from '../../src/outputs/feed.ts';
import { jsonFeed } from '../../src/outputs/json-feed.ts';
import { rss } from '../../src/outputs/rss.ts';
import { hostileTitles } from './hostile-titles.ts';
import { readXml, textsAt } from './xml-reader.ts';

const formula = '<math alttext="x < y"><mrow><mi>x</mi><mo>&#x3C;</mo><mi>y</mi></mrow></math>';

const paper: FeedItem = {
  id: 'https://example.org/papers/2025-03-12/one/',
  url: 'https://example.org/papers/2025-03-12/one/',
  title: 'One',
  html: `<p>Where ${formula} holds.</p>`,
  summary: 'Where x < y holds.',
  published: '2025-03-12',
  authors: ['Ada Lovelace', 'R&D <team>'],
  categories: ['Maths & more'],
  links: [
    { url: 'https://github.com/example/one?a=1&b=2', name: 'Code' },
    { url: 'javascript:alert(1)', name: 'Nothing' },
  ],
};

const feed: Feed = {
  title: 'Daily Papers',
  description: 'Papers & more, each day',
  id: 'https://example.org/papers/',
  url: 'https://example.org/papers/',
  self: 'https://example.org/papers/feed',
  language: 'en',
  icon: 'https://example.org/icon.png',
  items: [
    paper,
    { ...paper, id: 'https://example.org/id/2', title: 'Two', published: '2025-03-11', authors: [] },
  ],
};

const withTitles = (...titles: string[]): Feed => ({
  ...feed,
  items: titles.map((title, index) => ({ ...paper, id: `https://example.org/${index}`, title })),
});

function undated(...items: FeedItem[]): FeedItem[] {
  return items.map((item) => {
    const copy = { ...item };
    delete copy.published;
    return copy;
  });
}

test('a paper without an address is in every feed, and linked in none', () => {
  const { url: _, ...nowhere } = paper;
  const lonely = { ...feed, items: [nowhere] };
  const [inRss] = parseRssFeed(rss(lonely)).items ?? [];
  expect(inRss).toMatchObject({ title: 'One', guid: { value: paper.id, isPermaLink: false } });
  expect(inRss?.link).toBeUndefined();
  const [inAtom] = parseAtomFeed(atom(lonely)).entries ?? [];
  expect(inAtom?.id).toBe(paper.id);
  expect(inAtom?.links?.filter(({ rel }) => rel === 'alternate')).toEqual([]);
  const [inJson] = parseJsonFeed(jsonFeed(lonely)).items ?? [];
  expect([inJson?.id, inJson?.url]).toEqual([paper.id, undefined]);
});

describe('RSS', () => {
  test('says what the feed and its papers are', () => {
    const read = readXml(rss(feed));
    expect(textsAt(read, 'rss/channel/title')).toEqual(['Daily Papers']);
    expect(textsAt(read, 'rss/channel/lastBuildDate')).toEqual(['Wed, 12 Mar 2025 00:00:00 +0000']);
    expect(textsAt(read, 'rss/channel/item/pubDate')).toEqual([
      'Wed, 12 Mar 2025 00:00:00 +0000',
      'Tue, 11 Mar 2025 00:00:00 +0000',
    ]);
    expect(textsAt(read, 'rss/channel/item/dc:creator')).toEqual(['Ada Lovelace', 'R&D <team>']);
    expect(textsAt(read, 'rss/channel/item/content:encoded')[0]).toBe(paper.html);
    expect(textsAt(read, 'rss/channel/item/description')[0]).toBe(paper.summary);
    expect(read.find(({ path }) => path === 'rss/channel/atom:link')?.attributes).toEqual({
      rel: 'self',
      type: 'application/rss+xml',
      href: feed.self,
    });
  });

  test('an id that is the address of the page is a permanent link, another is not', () => {
    const guids = readXml(rss(feed)).filter(({ path }) => path.endsWith('/guid'));
    expect(guids.map(({ text, attributes }) => [text, attributes['isPermaLink']])).toEqual([
      [paper.url, 'true'],
      ['https://example.org/id/2', 'false'],
    ]);
  });

  test('a paper without a date has none', () => {
    const read = readXml(rss({ ...feed, items: undated(...feed.items) }));
    expect(textsAt(read, 'rss/channel/item/pubDate')).toEqual([]);
    expect(textsAt(read, 'rss/channel/lastBuildDate')).toEqual([]);
  });
});

describe('Atom', () => {
  test('says what the feed and its papers are', () => {
    const read = readXml(atom(feed));
    expect(textsAt(read, 'feed/updated')).toEqual(['2025-03-12T00:00:00Z']);
    expect(textsAt(read, 'feed/entry/updated')).toEqual(['2025-03-12T00:00:00Z', '2025-03-11T00:00:00Z']);
    expect(textsAt(read, 'feed/entry/author/name')).toEqual(['Ada Lovelace', 'R&D <team>']);
    expect(textsAt(read, 'feed/entry/content')[0]).toBe(paper.html);
    const related = read.filter(({ attributes }) => attributes['rel'] === 'related');
    expect(related[0]?.attributes).toEqual({
      rel: 'related',
      title: 'Code',
      href: 'https://github.com/example/one?a=1&b=2',
    });
    expect(related).toHaveLength(2);
  });

  test('every entry has what RFC 4287 demands, and the feed has an author for those that name none', () => {
    const read = readXml(atom(feed));
    for (const path of ['feed/id', 'feed/title', 'feed/updated', 'feed/author/name'])
      expect(textsAt(read, path)).toHaveLength(1);
    for (const path of ['feed/entry/id', 'feed/entry/title', 'feed/entry/updated'])
      expect(textsAt(read, path)).toHaveLength(2);
  });

  test('a paper without a date stands with the oldest', () => {
    const read = readXml(atom({ ...feed, items: [...feed.items, ...undated(paper)] }));
    expect(textsAt(read, 'feed/entry/updated').at(-1)).toBe('2025-03-11T00:00:00Z');
    expect(textsAt(read, 'feed/entry/published')).toHaveLength(2);
    const all = readXml(atom({ ...feed, items: undated(paper) }));
    expect(textsAt(all, 'feed/updated')).toEqual(['1970-01-01T00:00:00Z']);
  });
});

describe('JSON Feed', () => {
  test('says what the feed and its papers are', () => {
    expect(JSON.parse(jsonFeed({ ...feed, items: [paper] }))).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Daily Papers',
      home_page_url: feed.url,
      feed_url: feed.self,
      description: feed.description,
      icon: feed.icon,
      language: 'en',
      items: [
        {
          id: paper.id,
          url: paper.url,
          external_url: 'https://github.com/example/one?a=1&b=2',
          title: 'One',
          content_html: paper.html,
          summary: paper.summary,
          date_published: '2025-03-12T00:00:00Z',
          authors: [{ name: 'Ada Lovelace' }, { name: 'R&D <team>' }],
          tags: ['Maths & more'],
        },
      ],
    });
  });

  test('what is not known is not there', () => {
    const bare = { ...undated(paper)[0]!, authors: [], categories: [], links: [] };
    const { items } = JSON.parse(jsonFeed({ ...feed, items: [bare] })) as { items: object[] };
    expect(Object.keys(items[0]!)).toEqual(['id', 'url', 'title', 'content_html', 'summary']);
  });
});

test('a feed was updated on the day of its newest item', () => {
  expect(feedUpdated(feed)).toBe('2025-03-12');
  expect(feedUpdated({ items: [] })).toBeUndefined();
});

test('programs of others read all three, and agree', () => {
  const rssFeed = parseRssFeed(rss(feed)) as { items?: { title?: string; pubDate?: unknown }[] };
  expect(rssFeed.items?.map(({ title }) => title)).toEqual(['One', 'Two']);
  const atomFeed = parseAtomFeed(atom(feed)) as { entries?: { id?: string }[] };
  expect(atomFeed.entries?.map(({ id }) => id)).toEqual(feed.items.map(({ id }) => id));
  const json = parseJsonFeed(jsonFeed(feed)) as { items?: { id?: string }[] };
  expect(json.items?.map(({ id }) => id)).toEqual(feed.items.map(({ id }) => id));
  for (const xml of [rss(feed), atom(feed)]) {
    const parsed = parseStrictly(xml);
    expect(parsed.title).toBe('Daily Papers');
    expect(parsed.language).toBe('en');
    expect(parsed.updated?.toISOString()).toBe('2025-03-12T00:00:00.000Z');
    expect(parsed.items.map(({ title, url }) => [title, url])).toEqual([
      ['One', paper.url],
      ['Two', paper.url],
    ]);
    expect(parsed.items[0]?.content).toBe(paper.html);
    expect(parsed.items[0]?.authors.map(({ name }) => name)).toEqual(paper.authors);
  }
});

describe.each(hostileTitles)('a title with $what', ({ title }) => {
  test('is that title in every feed', () => {
    expect(titlesIn(withTitles(title))).toEqual(whatIsMeant([title]));
  });

  test('is that title in the readers of others', () => {
    const meant = cleanLine(title);
    for (const xml of [rss(withTitles(title)), atom(withTitles(title))])
      expect(parseStrictly(xml).items[0]?.title).toBe(meant);
    expect(parseRssFeed(rss(withTitles(title)))).toMatchObject({ items: [{ title: meant }] });
    expect(parseJsonFeed(jsonFeed(withTitles(title)))).toMatchObject({ items: [{ title: meant }] });
  });
});

test('any titles are those titles in every feed', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (titles) => {
      expect(titlesIn(withTitles(...titles))).toEqual(whatIsMeant(titles));
    }),
    { seed: 2, numRuns: 300 },
  );
});

/** The titles of a feed's papers, as strict readers find them in each format. */
function titlesIn(feed: Feed) {
  const [asRss, asAtom] = [rss(feed), atom(feed)];
  const { items } = JSON.parse(jsonFeed(feed)) as { items: { title: string }[] };
  return {
    valid: [XMLValidator.validate(asRss), XMLValidator.validate(asAtom)],
    rss: textsAt(readXml(asRss), 'rss/channel/item/title'),
    atom: textsAt(readXml(asAtom), 'feed/entry/title'),
    json: items.map(({ title }) => title),
  };
}

function whatIsMeant(titles: readonly string[]): ReturnType<typeof titlesIn> {
  const meant = titles.map(cleanLine);
  return { valid: [true, true], rss: meant, atom: meant, json: meant };
}

test('any content is that content in every feed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>&]"\'a \0\uD800\n') }), (html) => {
      const hostile = { ...feed, items: [{ ...paper, html }] };
      const [fromRss] = textsAt(readXml(rss(hostile)), 'rss/channel/item/content:encoded');
      const [fromAtom] = textsAt(readXml(atom(hostile)), 'feed/entry/content');
      const meant = html.replaceAll('\0', '').replaceAll('\uD800', '\uFFFD');
      expect([fromRss, fromAtom]).toEqual([meant, meant]);
    }),
    { seed: 3, numRuns: 300 },
  );
});

describe('the content of a paper', () => {
  const content = { text: paper.summary, facts: ['Ada Lovelace', '18 <votes>'], links: paper.links };

  test('is its facts, its abstract with formulas as text, and its links', () => {
    expect(feedContent({ ...content, html: paper.html })).toBe(
      '<p>Ada Lovelace · 18 &#x3C;votes></p>' +
        '<p>Where x &#x3C; y holds.</p>' +
        '<ul><li>Code <a href="https://github.com/example/one?a=1&#x26;b=2" dir="ltr">github.com/example/one?a=1&#x26;b=2</a></li></ul>',
    );
  });

  test('of a live paper is its text, in paragraphs', () => {
    expect(feedContent({ text: 'One < two.\n\n- a\n- b', facts: [], links: [] })).toBe(
      '<p>One &#x3C; two.</p><p>- a<br>- b</p>',
    );
  });
});
