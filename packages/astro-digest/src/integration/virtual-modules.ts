import { readFileSync } from 'node:fs';
import type { AstroConfig } from 'astro';
import type { SyncFiles } from '../content/sync-files.ts';
import type { ConnectionOptions } from '../model/connection-options.ts';
import type { CollectionNames } from '../model/digest-name.ts';
import type { Keys } from '../model/key-names.ts';
import type { LookupPlace } from '../model/lookup.ts';
import type { LoadedCount } from '../model/loaded.ts';
import type { Routes } from '../model/route-kinds.ts';
import type { WatchedQuery } from '../model/watches.ts';
import type { OfflineConfig } from '../offline/page/offline-config.ts';
import type { FeedsConfig } from './feeds-option.ts';
import type { SubscribeForm } from '../outputs/subscribe-form.ts';
import type { Strings } from '../strings/index.ts';

type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** What the pages know of the configuration: JSON, under `virtual:astro-digest/config`. */
export interface DigestConfig {
  /** What its collections are called. */
  collections: CollectionNames;
  /** Whether its pages are in the site's own layout. */
  hasLayout: boolean;
  /** Whether they have the fonts and colours of the theme there. */
  hasOwnLook: boolean;
  /** Whether they begin with the name of the digest and the links to its parts. */
  hasMasthead: boolean;
  /** Whether they show their own titles as headings, which the site's layout does otherwise. */
  hasHeading: boolean;
  /** Which keys do what. */
  keys: Keys;
  /** Address of the site's front page; absent where nothing leads back to it. */
  home?: string | undefined;
  title: string;
  description?: string | undefined;
  /** BCP 47 tag of the interface's language. */
  lang: string;
  /** BCP 47 tag of the language of the papers' texts. */
  textLang: string;
  /** Every string of the interface. */
  strings: Strings;
  /** Which topics and related papers there are. */
  connections: ConnectionOptions;
  /** The queries that are watched; none where they have no pages. */
  watch: readonly WatchedQuery[];
  /** How large feeds are, and under which address their papers are known. */
  feeds: FeedsConfig;
  /** The form in which readers leave their mail addresses, where a service takes them. */
  subscribeForm?: SubscribeForm;
  /** Where the title of a paper is looked for that its digest tells no address of. */
  lookup: readonly LookupPlace[];
  /** Address of the site, Astro's `site`; without it nothing that needs absolute addresses is made. */
  site?: string | undefined;
  /** Whether each paper has a page, or stands on that of its issue with all that belongs to it. */
  pages: 'paper' | 'issue';
  /** Which kinds of pages and files there are. */
  routes: Routes;
  /** What the pages know about reading them offline; absent where that is off, and in the dev server, where pages change all the time. */
  offline?: OfflineConfig | undefined;
  /** Whether Astro writes a policy for scripts (`security.csp`); asking for it where there is none is warned about on each page. */
  hasPolicy: boolean;
  /** Path of the digest within the site. */
  base: string;
  /** Folders of the search index, from the digest's base: one, or one for each shard; all are searched together. */
  indexFolders: string[];
  /** Astro's `base`. */
  siteBase: string;
  trailingSlash: 'always' | 'never' | 'ignore';
  format: 'directory' | 'file' | 'preserve';
}

/** Components that a site may put its own in place of, by their names. */
export const componentNames = [
  'About',
  'Archive',
  'ArchivePeriod',
  'Calendar',
  'Categories',
  'CategoryView',
  'Citations',
  'Colophon',
  'DigestNav',
  'Document',
  'Heading',
  'Icon',
  'IssueContents',
  'IssueDate',
  'IssueHead',
  'IssueView',
  'Keys',
  'LatestIssue',
  'Linked',
  'Masthead',
  'NotFound',
  'Offline',
  'OfflineNotice',
  'Page',
  'PaperBody',
  'PaperCard',
  'PaperContext',
  'PaperFacts',
  'PaperHead',
  'PaperLinks',
  'PaperList',
  'PaperMore',
  'PaperSource',
  'PaperView',
  'PaperWay',
  'Part',
  'People',
  'PeriodView',
  'PersonView',
  'RelatedPapers',
  'Search',
  'SearchBox',
  'SearchDialog',
  'Starred',
  'SubjectFiles',
  'Subscribe',
  'TitleList',
  'TopicView',
  'Topics',
  'Turn',
  'WatchView',
  'Watches',
] as const;

/** Name of a component that a site may put its own in place of. */
export type ComponentName = (typeof componentNames)[number];

/** Files with what the loaders told. */
export interface LoadedFiles extends Pick<SyncFiles, 'issues' | 'papers'> {
  /** Whether pages can read them. */
  inReach: boolean;
}

const prefix = 'virtual:astro-digest/';

/** What {@link virtualModules} makes its modules of. */
export interface VirtualModules {
  config: DigestConfig;
  /** The site's own components, as specifiers that Vite can resolve from the site's root. */
  components: Partial<Record<ComponentName, string>>;
  /** The site's own layout, as such a specifier; absent where pages are documents of the theme. */
  layout?: string | undefined;
  /**
   * The file with the connections of the papers that will be there before the first page is rendered; `undefined` where the pages
   * work them out themselves.
   */
  connectionsFile(): string | undefined;
  /** Where the loaders tell how many issues and papers they read; `undefined` in the dev server, where that changes. */
  loaded(): LoadedFiles | undefined;
  /** What the digest is called in `liveDigest`. */
  liveKey: string;
  /** What ends the specifiers of the digest's own modules; empty of those that components mean without one. */
  query: string;
}

/** Vite plugin that hands the configuration, the components and what a build has worked out to the pages. */
export function virtualModules({
  config,
  components,
  layout,
  connectionsFile,
  loaded,
  liveKey,
  query,
}: VirtualModules): VitePlugin {
  const componentModules = componentNames.map((name): [string, () => string] => [
    `components/${name}`,
    () => exportDefault((components[name] ?? componentOf(name, config)) + query),
  ]);
  const modules = new Map<string, () => string>([
    ['config', () => `export default ${JSON.stringify(config)};`],
    ['connections', () => connectionsModule(connectionsFile())],
    ['loaded', () => loadedModule(loaded())],
    ['live', () => `export const liveKey = ${JSON.stringify(liveKey)};`],
    ['layout', () => exportDefault(layout ?? `${prefix}components/Document${query}`)],
    ...componentModules,
  ]);
  const byId = new Map([...modules].map(([name, load]) => [`\0${prefix}${name}${query}`, load]));
  return {
    name: `astro-digest:virtual-modules${query}`,
    // Those with a query are resolved by `digestModules`.
    resolveId: (source: string) => (byId.has(`\0${source}`) && query === '' ? `\0${source}` : undefined),
    load: (resolved: string) => byId.get(resolved)?.(),
  };
}

/** The theme's own component of a name. Astro bundles the scripts of all that it finds, so what is off has another one, without. */
function componentOf(name: ComponentName, { offline }: DigestConfig): string {
  const isAbsent = name === 'OfflineNotice' && !offline;
  return `astro-digest/components/${isAbsent ? 'absent/' : ''}${name}.astro`;
}

function exportDefault(specifier: string): string {
  return `export { default } from ${JSON.stringify(specifier)};`;
}

/** A module that reads the connections from their file. */
function connectionsModule(file: string | undefined): string {
  if (file === undefined) return 'export const readConnections = () => undefined;';
  return [
    "import { readFileSync } from 'node:fs';",
    `export const readConnections = () => JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'));`,
  ].join('\n');
}

/** A module that tells how many issues and papers were loaded. */
function loadedModule(files: LoadedFiles | undefined): string {
  if (files === undefined) return 'export const readLoaded = () => undefined;';
  const read = (name: 'issues' | 'papers'): string =>
    files.inReach
      ? `JSON.parse(readFileSync(${JSON.stringify(files[name])}, 'utf8')).${name}`
      : String((JSON.parse(readFileSync(files[name], 'utf8')) as LoadedCount)[name]);
  return [
    ...(files.inReach ? ["import { readFileSync } from 'node:fs';"] : []),
    `export const readLoaded = () => ({ issues: ${read('issues')}, papers: ${read('papers')} });`,
  ].join('\n');
}
