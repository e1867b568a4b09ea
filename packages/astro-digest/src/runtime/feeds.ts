import config from 'virtual:astro-digest/config';
import type { Paper } from '../model/entries.ts';
import { feedFormats } from '../model/file-formats.ts';
import { latestPapersFirst } from '../model/paper-order.ts';
import { atom } from '../outputs/atom.ts';
import type { Feed, FeedItem } from '../outputs/feed.ts';
import { writeFitting } from '../outputs/fit-feed.ts';
import { jsonFeed } from '../outputs/json-feed.ts';
import { rss } from '../outputs/rss.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import { feedItem } from './feed-items.ts';
import { identityOf } from './identities.ts';
import { fileNameOf, textFile } from './files.ts';
import { t } from './interface.ts';
import type { Library } from '../model/library.ts';
import type { PersonRouteData, TopicRouteData, WatchRouteData } from './route-data.ts';

/** How many papers the feed of the digest holds: what a reader who was away for a while has missed, and not the whole archive. */
const most = 100;

/** The same of a topic or an author, who have one paper a day or fewer. */
const mostOfSubject = 10;

/** The same of a watched query, which may find several papers a day. */
const mostOfWatch = 30;

/** A feed whose format is still to be chosen. */
export type Subject = Omit<Feed, 'id' | 'self' | 'language' | 'description'> & {
  /** Path of its files from the digest's base, with a slash at its end unless it is empty. */
  folder: string;
  /** Absolute address of a page that has all papers from that item on. Default: the page that the feed stands for. */
  pageFrom?(item: number): string | undefined;
};

type FeedFile = (typeof feedFormats)[number]['file'];

const writers: Record<FeedFile, (feed: Feed) => string> = {
  'rss.xml': rss,
  'atom.xml': atom,
  'feed.json': jsonFeed,
};

/** The latest papers of the digest; all those of the latest issue, however many it has. */
export function siteFeed(library: Library): Subject {
  const [latest] = library.issues;
  const ofLatest = library.papers.filter(({ data }) => data.issue.id === latest?.id).length;
  const papers = library.papers.slice(0, Math.max(most, ofLatest));
  return {
    title: config.title,
    url: absolute(addresses.home()),
    folder: '',
    items: papers.map((paper) => feedItem(library, paper)),
    // The page that the feed stands for has other papers each day.
    pageFrom: (item) => absolute(addresses.issue(papers[item]?.data.issue.id ?? '')),
  };
}

/** The latest papers of a topic. */
export function topicFeed({ library, topic: { name, slug, papers } }: TopicRouteData): Subject {
  return {
    title: `${name} · ${config.title}`,
    url: absolute(addresses.topic(slug) ?? addresses.home()),
    folder: `topics/${slug}/`,
    items: latestItems(library, papers),
  };
}

/** The latest papers of an author. */
export function authorFeed({ library, person: { name, slug, papers } }: PersonRouteData): Subject {
  return {
    title: `${name} · ${config.title}`,
    url: absolute(addresses.author(slug) ?? addresses.home()),
    folder: `authors/${slug}/`,
    items: latestItems(library, papers),
  };
}

/** The latest papers of a watched query; all those of the latest issue that it finds anything in. */
export function watchFeed({ library, watch: { name, slug, papers: ids } }: WatchRouteData): Subject {
  const papers = ids.flatMap((id) => library.paper(id) ?? []);
  const ofLatest = papers.filter(({ data }) => data.issue.id === papers[0]?.data.issue.id).length;
  return {
    title: `${name} · ${config.title}`,
    url: absolute(addresses.watch(slug) ?? addresses.home()),
    folder: `watch/${slug}/`,
    items: papers.slice(0, Math.max(mostOfWatch, ofLatest)).map((paper) => feedItem(library, paper)),
  };
}

/**
 * Answers with a feed in the format that the route's last part names.
 *
 * @param routePattern such as `/papers/topics/[topic]/rss.xml`
 */
export function feedFile({ folder, pageFrom, ...feed }: Subject, routePattern: string): Response {
  const name = fileNameOf(routePattern) as FeedFile;
  const { type } = feedFormats.find(({ file }) => file === name) as (typeof feedFormats)[number];
  const whole = {
    ...feed,
    id: identityOf(folder.replace(/\/$/, '')),
    description: config.description ?? feed.title,
    self: absolute(addresses.file(`${folder}${name}`)),
    language: config.lang,
  };
  const text = writeFitting(whole, writers[name], config.feeds.maxBytes, (from) =>
    itemOfRest(whole, from, pageFrom?.(from) ?? feed.url),
  );
  return textFile(text, type);
}

/** The last item of a feed that has no room for all of its papers. */
function itemOfRest({ id, items }: Feed, from: number, url: string): FeedItem {
  const published = items[from]?.published;
  return {
    // Another one each day, since it stands for other papers.
    id: `${id}#${published ?? 'undated'}`,
    url,
    title: t('mailMorePapers', { count: items.length - from }),
    summary: t('mailRest'),
    ...(published === undefined ? {} : { published }),
    authors: [],
    categories: [],
    links: [],
  };
}

function latestItems(library: Library, ids: readonly string[]) {
  const papers: Paper[] = ids.flatMap((id) => library.paper(id) ?? []);
  return latestPapersFirst(papers)
    .slice(0, mostOfSubject)
    .map((paper) => feedItem(library, paper));
}
