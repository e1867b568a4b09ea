import { x } from 'xastscript';
import { cleanLine } from './clean-text.ts';
import { webLinks } from './external-link.ts';
import { dayToTimestamp, feedOldest, feedUpdated, noDay, type Feed, type FeedItem } from './feed.ts';
import { writeXml } from './xml.ts';

/**
 * Writes a feed as Atom: https://www.rfc-editor.org/rfc/rfc4287.
 *
 * Every entry must tell when it was updated. A paper without a date says the day of the oldest item: so it stands last, as
 * it does on the site, and its date does not move with each new issue, which readers would take for a change.
 */
export function atom(feed: Feed): string {
  const undated = feedOldest(feed) ?? noDay;
  const title = cleanLine(feed.title);
  return writeXml(
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }, [
      x('id', feed.id),
      x('title', title),
      x('subtitle', cleanLine(feed.description)),
      x('updated', dayToTimestamp(feedUpdated(feed) ?? noDay)),
      // Stands for the authors of entries that name none: RFC 4287, section 4.1.1.
      x('author', [x('name', title)]),
      x('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      x('link', { rel: 'alternate', type: 'text/html', href: feed.url }),
      ...(feed.icon === undefined ? [] : [x('icon', feed.icon)]),
      ...feed.items.map((item) => entry(item, undated)),
    ]),
  );
}

function entry(item: FeedItem, undated: string) {
  const { id, url, title, html, summary, published, authors, categories, links } = item;
  return x('entry', [
    x('id', id),
    x('title', cleanLine(title)),
    x('updated', dayToTimestamp(published ?? undated)),
    ...(published === undefined ? [] : [x('published', dayToTimestamp(published))]),
    ...authors.map((author) => x('author', [x('name', cleanLine(author))])),
    ...(url === undefined ? [] : [x('link', { rel: 'alternate', type: 'text/html', href: url })]),
    ...webLinks(links).map((link) =>
      x('link', { rel: 'related', title: cleanLine(link.name), href: link.url }),
    ),
    ...categories.map((category) => x('category', { term: cleanLine(category) })),
    x('summary', summary),
    ...(html === undefined ? [] : [x('content', { type: 'html' }, html)]),
  ]);
}
