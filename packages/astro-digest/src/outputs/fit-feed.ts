import type { Feed, FeedItem } from './feed.ts';
import { largest } from './largest.ts';

/** The part of a feed's room that whole papers get for certain, however many papers there are. */
const shareOfWhole = 1 / 2;

/**
 * Writes a feed that has no more bytes than it may: as it is; else the newest papers whole, and all others with their summaries; else
 * whole papers in half of the room, summaries in the other half, and one item more that leads to what is left out.
 *
 * @param write one of the writers of feeds
 * @param rest the item that stands for all from the one at this place on, which are left out
 */
export function writeFitting(
  feed: Feed,
  write: (feed: Feed) => string,
  maxBytes: number,
  rest: (from: number) => FeedItem,
): string {
  const { items } = feed;
  const text = write(feed);
  if (bytesOf(text) <= maxBytes) return text;

  const short = items.map(withoutContent);
  const { frame, sizeOf } = measure(feed, write);
  const ofWhole = sums(items.map(sizeOf));
  const ofShort = sums(short.map(sizeOf));
  /** The items when so many are whole, and so many are there at all. */
  const cut = (whole: number, all: number): FeedItem[] => {
    const last = all < items.length ? [rest(all)] : [];
    return [...items.slice(0, whole), ...short.slice(whole, all), ...last];
  };
  const size = (whole: number, all: number): number => {
    const last = all < items.length ? sizeOf(rest(all)) : 0;
    return frame + at(ofWhole, whole) + at(ofShort, all) - at(ofShort, whole) + last;
  };
  const certain = largest(0, items.length, (whole) => size(whole, whole) <= maxBytes * shareOfWhole);
  const whole = largest(certain, items.length, (whole) => size(whole, items.length) <= maxBytes);
  const all =
    size(whole, items.length) <= maxBytes
      ? items.length
      : largest(certain, items.length - 1, (all) => size(certain, all) <= maxBytes);
  return write({ ...feed, items: cut(whole, all) });
}

/** Tells what a feed's frame takes, and what each item adds to it: to write and measure the whole for each length would take seconds. */
function measure(
  feed: Feed,
  write: (feed: Feed) => string,
): { frame: number; sizeOf: (item: FeedItem) => number } {
  // An item with a date, since a feed tells the day of its newest one.
  const dated = feed.items.find(({ published }) => published !== undefined) ?? feed.items[0];
  const sample = dated === undefined ? [] : [withoutContent(dated)];
  const alone = bytesOf(write({ ...feed, items: sample }));
  const sizeOf = (item: FeedItem): number => bytesOf(write({ ...feed, items: [...sample, item] })) - alone;
  return { frame: alone - sample.reduce((total, item) => total + sizeOf(item), 0), sizeOf };
}

/** Sums of the first none, one, two and so on of a list. */
function sums(sizes: readonly number[]): number[] {
  let total = 0;
  return [0, ...sizes.map((size) => (total += size))];
}

function at(totals: readonly number[], count: number): number {
  return totals[count] as number;
}

function withoutContent({ id, url, title, summary, published }: FeedItem): FeedItem {
  return {
    id,
    url,
    title,
    summary,
    ...(published === undefined ? {} : { published }),
    authors: [],
    categories: [],
    links: [],
  };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
