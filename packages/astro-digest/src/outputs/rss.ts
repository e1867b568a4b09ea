import { x } from 'xastscript';
import { cleanLine } from './clean-text.ts';
import { dayToMailDate, feedUpdated, type Feed, type FeedItem } from './feed.ts';
import { writeXml } from './xml.ts';

/**
 * Writes a feed as RSS 2.0: https://www.rssboard.org/rss-specification.
 *
 * `description` is the summary, `content:encoded` the HTML. A paper without a date has no `pubDate`, and a feed without
 * any has no `lastBuildDate`.
 */
export function rss(feed: Feed): string {
  const updated = feedUpdated(feed);
  const title = cleanLine(feed.title);
  return writeXml(
    x(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      [
        x('channel', [
          x('title', title),
          x('link', feed.url),
          x('description', cleanLine(feed.description)),
          x('language', feed.language),
          x('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.self }),
          ...(updated === undefined ? [] : [x('lastBuildDate', dayToMailDate(updated))]),
          ...(feed.icon === undefined
            ? []
            : [x('image', [x('url', feed.icon), x('title', title), x('link', feed.url)])]),
          ...feed.items.map(item),
        ]),
      ],
    ),
  );
}

function item({ id, url, title, html, summary, published, authors, categories }: FeedItem) {
  return x('item', [
    x('title', cleanLine(title)),
    ...(url === undefined ? [] : [x('link', url)]),
    x('guid', { isPermaLink: String(id === url) }, id),
    ...(published === undefined ? [] : [x('pubDate', dayToMailDate(published))]),
    ...authors.map((author) => x('dc:creator', cleanLine(author))),
    ...categories.map((category) => x('category', cleanLine(category))),
    x('description', summary),
    ...(html === undefined ? [] : [x('content:encoded', html)]),
  ]);
}
