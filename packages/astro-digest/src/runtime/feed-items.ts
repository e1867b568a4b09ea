import type { Paper } from '../model/entries.ts';
import { excerpt } from '../model/excerpt.ts';
import { feedContent } from '../outputs/feed-content.ts';
import type { FeedItem } from '../outputs/feed.ts';
import { textWithPlainFormulas } from '../outputs/plain-formulas.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import type { Library } from '../model/library.ts';
import { identityOf } from './identities.ts';
import { factsOf, linksOf } from './paper-facts.ts';

/** How many characters of an abstract lists of papers show. */
const longestSummary = 280;

// A paper is in the feeds of the site, of its topics and of its authors, each in three formats.
const kept = new WeakMap<Paper, FeedItem>();

/** A paper as feeds have it, made once. It is given as its first appearance, and known by what its page is known by. */
export function feedItem(library: Library, paper: Paper): FeedItem {
  const topics = library.topicsOf(paper).map(({ name }) => name);
  const item = kept.get(paper) ?? makeFeedItem(paper, topics);
  kept.set(paper, item);
  return item;
}

function makeFeedItem(paper: Paper, topics: readonly string[]): FeedItem {
  const { id, data, body = '', rendered } = paper;
  const text = textWithPlainFormulas(body, rendered?.html);
  const links = linksOf(paper);
  return {
    id: identityOf(id),
    url: absolute(addresses.paper(id)),
    title: data.title,
    html: feedContent({ html: rendered?.html, text, facts: factsOf(paper), links }),
    summary: excerpt(text, longestSummary),
    ...(data.issueDate === undefined ? {} : { published: data.issueDate }),
    authors: data.authors,
    categories: [...new Set([...topics, ...(data.categories ?? [])])],
    links,
  };
}
