import type { KeyedValue } from '../../text/keyed-values.ts';

/** A feed: what is told of it, and its items. */
export interface Feed {
  /** The element at the top. */
  root: KeyedValue;
  /** The element that tells its title and date. */
  channel: KeyedValue;
  items: KeyedValue[];
}

const roots = new Set(['rss', 'feed', 'rdf:rdf']);

/** Whether an element with this name holds the items of a feed, or a channel with them. */
export function isContainer(name: string): boolean {
  return /^(?:[\w.-]+:)?(?:rss|channel|feed|RDF)$/i.test(name);
}

/** Whether an element with this name is an item of a feed. */
export function isItem(name: string): boolean {
  return /^(?:[\w.-]+:)?(?:item|entry)$/i.test(name);
}

/** The feeds of a document: RSS of any version, or Atom. */
export function findFeeds(values: Iterable<KeyedValue>): Feed[] {
  const feeds: Feed[] = [];
  for (const root of values) {
    if (!roots.has(root.key)) continue;
    const channel = [...root.children()].find(({ key }) => key === 'channel') ?? root;
    const items = [root, ...(channel === root ? [] : [channel])].flatMap((holder) =>
      [...holder.children()].filter(({ kind, name }) => kind === 'record' && isItem(name)),
    );
    feeds.push({ root, channel, items });
  }
  return feeds;
}
