import type { ExternalLink } from './external-link.ts';

/** What a feed says, whatever its format: RSS, Atom or JSON Feed. */
export interface Feed {
  /** Name of the digest, plain text. */
  title: string;
  /** One sentence about it, plain text. */
  description: string;
  /** What programs know the feed by: an absolute address that stays the same whatever the addresses of the site look like. */
  id: string;
  /** Absolute address of the page that the feed stands for. */
  url: string;
  /** Absolute address of the feed itself. */
  self: string;
  /** Language of the site, BCP 47, such as `en` or `pt-BR`. */
  language: string;
  /** Absolute address of a square picture. */
  icon?: string;
  /** The newest first. */
  items: readonly FeedItem[];
}

/** One paper in a feed. */
export interface FeedItem {
  /** An absolute address that stays the same for as long as the paper is this paper: readers know by it what they have. */
  id: string;
  /** Absolute address of the paper, where it has one. */
  url?: string | undefined;
  /** Plain text. */
  title: string;
  /**
   * The whole content as HTML, as `feedContent` writes it, with formulas as text; absent of a paper whose content is to be read on
   * its page.
   */
  html?: string;
  /** The beginning of the abstract as plain text on one line, formulas as in the HTML: for lists. */
  summary: string;
  /** Day of its issue, `YYYY-MM-DD`; absent when no year is known. */
  published?: string;
  /** Names, in the order of the paper. */
  authors: readonly string[];
  /** Topics, and what its digest sorts it under, plain text. */
  categories: readonly string[];
  /** Where its code, its data and so on are. */
  links: readonly ExternalLink[];
}

/** Stands where a format wants a date and nothing has one; any later day would make readers take old papers for news. */
export const noDay = '1970-01-01';

/**
 * When a feed was last updated: the day of its newest item, never the clock, so that the same issues give the same feed.
 *
 * @returns `YYYY-MM-DD`, or nothing when no item has a date
 */
export function feedUpdated({ items }: Pick<Feed, 'items'>): string | undefined {
  return days(items).at(-1);
}

/** The day of a feed's oldest item, `YYYY-MM-DD`; nothing when no item has a date. */
export function feedOldest({ items }: Pick<Feed, 'items'>): string | undefined {
  return days(items)[0];
}

function days(items: readonly FeedItem[]): string[] {
  return items.flatMap(({ published }) => published ?? []).sort();
}

/** A day as a moment of RFC 3339: a day has no time of its own, so it is 00:00 UTC, such as `2025-03-12T00:00:00Z`. */
export function dayToTimestamp(day: string): string {
  return `${day}T00:00:00Z`;
}

/** A day as a moment of RFC 822 and RFC 5322, 00:00 UTC, such as `Wed, 12 Mar 2025 00:00:00 +0000`. */
export function dayToMailDate(day: string): string {
  return new Date(dayToTimestamp(day)).toUTCString().replace('GMT', '+0000');
}
