import { subscribeForm, type SubscribeOption } from '../outputs/subscribe-form.ts';
import { stringsOf, type Strings } from '../strings/index.ts';
import { collectionNames } from '../model/digest-name.ts';
import type { Shard } from '../model/shard.ts';
import { toLookupPlaces } from './lookup-option.ts';
import { toKeys } from './keys-option.ts';
import type { ResolvedOptions } from './options.ts';
import { toWatchedQuery } from './watch-option.ts';
import type { DigestConfig } from './virtual-modules.ts';

/** What the pages need to know of the options. */
export function toDigestConfig(
  options: ResolvedOptions,
  place: Pick<
    DigestConfig,
    'siteBase' | 'trailingSlash' | 'format' | 'site' | 'routes' | 'hasPolicy' | 'home' | 'offline'
  >,
  shard?: Shard,
): DigestConfig {
  const {
    title,
    description,
    base,
    lang,
    textLang = lang,
    strings,
    topics,
    related,
    subscribe,
    watch,
    pages,
  } = options;
  const indexFolders = shard
    ? Array.from({ length: shard.count }, (_, index) => indexFolder({ ...shard, number: index + 1 }))
    : [indexFolder()];
  const { found = true, ...named } = topics === false ? { found: false } : topics;
  return {
    collections: collectionNames(options.name),
    hasLayout: options.layout !== undefined,
    hasOwnLook: options.layout !== undefined && options.look === 'digest',
    hasMasthead: options.masthead,
    hasHeading: options.heading,
    keys: toKeys(options.keys),
    title,
    description,
    base,
    lang,
    textLang,
    strings: { ...stringsOf(lang), ...strings } as Strings,
    connections: {
      topics: place.routes.topics,
      named: named as Record<string, string[]>,
      found: found === true,
      related: related === true ? 5 : Number(related),
    },
    feeds: options.feeds,
    lookup: toLookupPlaces(options.lookup),
    watch: place.routes.watch ? watch.map(toWatchedQuery) : [],
    pages,
    indexFolders,
    ...place,
    ...(subscribe ? { subscribeForm: subscribeForm(subscribe as SubscribeOption) } : {}),
  };
}

/** Folder of a search index, from the digest's base: that of the whole site, or that of a shard. */
export function indexFolder(shard?: Shard): string {
  return shard ? `pagefind/${shard.number}` : 'pagefind';
}
