import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, describe, test } from 'vitest';
import { atom } from '../../src/outputs/atom.ts';
import type { Feed, FeedItem } from '../../src/outputs/feed.ts';
import { writeFitting } from '../../src/outputs/fit-feed.ts';
import { jsonFeed } from '../../src/outputs/json-feed.ts';
import { rss } from '../../src/outputs/rss.ts';

const abstract = 'Owls é hunt < at night & see. '.repeat(50);

function paper(index: number): FeedItem {
  const address = `https://example.org/papers/2025-03-12/paper-${index}/`;
  return {
    id: address,
    url: address,
    title: `Paper ${index}`,
    html: `<p>${abstract}</p>`,
    summary: abstract.slice(0, 280),
    published: '2025-03-12',
    authors: ['Mia Tern', 'Zoe Auk'],
    categories: ['Owls'],
    links: [],
  };
}

function feedOf(count: number): Feed {
  return {
    id: 'https://example.org/papers/',
    url: 'https://example.org/papers/',
    title: 'Daily Papers',
    description: 'Papers',
    self: 'https://example.org/papers/feed',
    language: 'en',
    items: Array.from({ length: count }, (_, index) => paper(index)),
  };
}

const formats = [
  {
    name: 'RSS',
    write: rss,
    read: (text: string) =>
      (parseRssFeed(text).items ?? []).map(({ title, link, content }) => ({
        title,
        url: link,
        whole: content?.encoded,
      })),
  },
  {
    name: 'Atom',
    write: atom,
    read: (text: string) =>
      (parseAtomFeed(text).entries ?? []).map(({ title, links, content }) => ({
        title: (title as { value?: string } | undefined)?.value ?? (title as unknown as string),
        url: links?.find(({ rel }) => rel === 'alternate')?.href,
        whole: typeof content === 'string' ? content : (content as { value?: string } | undefined)?.value,
      })),
  },
  {
    name: 'JSON Feed',
    write: jsonFeed,
    read: (text: string) =>
      (parseJsonFeed(text).items ?? []).map(({ title, url, content_html }) => ({
        title,
        url,
        whole: content_html,
      })),
  },
];

const rest = (items: number) => (from: number) => ({
  id: 'https://example.org/papers/#2025-03-12',
  url: 'https://example.org/papers/2025-03-12/',
  title: `${items - from} more papers`,
  summary: 'Read the rest on the site',
  authors: [],
  categories: [],
  links: [],
});

describe.each(formats)('$name in so many bytes', ({ write, read }) => {
  const fitted = (count: number, maxBytes: number) =>
    writeFitting(feedOf(count), write, maxBytes, rest(count));
  const titles = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `Paper ${from + index}`);

  test('stays as it is where it has no more', () => {
    const feed = feedOf(40);
    const whole = write(feed);
    expect(writeFitting(feed, write, Buffer.byteLength(whole), rest(40))).toBe(whole);
  });

  test('keeps the newest papers whole and leads to the pages of the others', () => {
    const text = fitted(200, 260_000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(260_000);
    const items = read(text);
    expect(items.map(({ title }) => title)).toEqual(titles(0, 200));
    const whole = items.findIndex((item) => item.whole === undefined);
    expect(whole).toBeGreaterThan(20);
    expect(items.slice(0, whole).every((item) => item.whole?.includes(abstract.trim().slice(-60, -40)))).toBe(
      true,
    );
    expect(items.slice(whole).every((item) => item.whole === undefined)).toBe(true);
    expect(items.map(({ url }) => url)).toEqual(feedOf(200).items.map(({ url }) => url));
    // One more whole paper would be too much.
    const { items: all } = feedOf(200);
    const short = all.map((item) => ({ ...item, html: undefined, authors: [], categories: [] }));
    const more = write({
      ...feedOf(200),
      items: [...all.slice(0, whole + 1), ...short.slice(whole + 1)] as FeedItem[],
    });
    expect(Buffer.byteLength(more)).toBeGreaterThan(260_000);
  });

  test('ends with the way to what it has no room for', () => {
    const text = fitted(2000, 512_000);
    const size = Buffer.byteLength(text);
    expect(size).toBeLessThanOrEqual(512_000);
    // No more is left free than one item would take.
    expect(size).toBeGreaterThan(510_000);
    const items = read(text);
    const there = items.length - 1;
    expect(there).toBeGreaterThan(400);
    expect(items.slice(0, -1).map(({ title }) => title)).toEqual(titles(0, there));
    expect(items.at(-1)).toMatchObject({
      title: `${2000 - there} more papers`,
      url: 'https://example.org/papers/2025-03-12/',
    });
    const whole = items.filter((item) => item.whole !== undefined).length;
    expect(whole).toBeGreaterThan(50);
    expect(items.slice(0, whole).every((item) => item.whole !== undefined)).toBe(true);
  });

  test('is the same each time', () => expect(fitted(500, 300_000)).toBe(fitted(500, 300_000)));
});
