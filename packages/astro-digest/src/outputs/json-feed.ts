import { cleanLine, cleanText } from './clean-text.ts';
import { webLinks } from './external-link.ts';
import { dayToTimestamp, type Feed, type FeedItem } from './feed.ts';

/**
 * Writes a feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/.
 *
 * A paper's first link is its `external_url`; the others are in its content. A paper without a date has no
 * `date_published`.
 */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: cleanLine(feed.title),
    home_page_url: feed.url,
    feed_url: feed.self,
    description: cleanLine(feed.description),
    icon: feed.icon,
    language: feed.language,
    items: feed.items.map(item),
  });
}

function item({ id, url, title, html, summary, published, authors, categories, links }: FeedItem) {
  return {
    id,
    url,
    external_url: webLinks(links)[0]?.url,
    title: cleanLine(title),
    // An item without any content would be none.
    ...(html === undefined ? { content_text: cleanText(summary) } : { content_html: cleanText(html) }),
    summary: html === undefined || summary === '' ? undefined : cleanText(summary),
    date_published: published && dayToTimestamp(published),
    authors: authors.length > 0 ? authors.map((name) => ({ name: cleanLine(name) })) : undefined,
    tags: categories.length > 0 ? categories.map(cleanLine) : undefined,
  };
}
