import type { AstroConfig } from 'astro';
import type { ConnectionOptions } from '../model/connections.ts';
import type { Routes } from '../model/route-kinds.ts';
import type { SubscribeForm } from '../outputs/subscribe-form.ts';
import type { Strings } from '../strings/index.ts';

type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** What the pages know of the configuration: JSON, under `virtual:astro-digest/config`. */
export interface DigestConfig {
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
  /** The form in which readers leave their mail addresses, where a service takes them. */
  subscribeForm?: SubscribeForm;
  /** Address of the site, Astro's `site`; without it nothing that needs absolute addresses is made. */
  site?: string | undefined;
  /** Whether each paper has a page, or stands on that of its issue with all that belongs to it. */
  pages: 'paper' | 'issue';
  /** Which kinds of pages and files there are. */
  routes: Routes;
  /** Whether Astro writes a policy for scripts (`security.csp`); asking for it where there is none is warned about on each page. */
  hasPolicy: boolean;
  /** Path of the digest within the site. */
  base: string;
  /** Folders of the search index, from the digest's base; one in each that is searched together. */
  indexFolders: string[];
  /** Those of them that have a dictionary. */
  dictionaryFolders: string[];
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
  'Citations',
  'Colophon',
  'Icon',
  'IssueContents',
  'IssueDate',
  'IssueHead',
  'IssueView',
  'Keys',
  'Linked',
  'Masthead',
  'NotFound',
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
  'People',
  'PeriodView',
  'PersonView',
  'RelatedPapers',
  'Search',
  'Starred',
  'SubjectFiles',
  'Subscribe',
  'TitleList',
  'TopicView',
  'Topics',
  'Turn',
] as const;

/** Name of a component that a site may put its own in place of. */
export type ComponentName = (typeof componentNames)[number];

const configId = 'virtual:astro-digest/config';
const connectionsId = 'virtual:astro-digest/connections';
const componentPrefix = 'virtual:astro-digest/components/';

/**
 * Vite plugin that hands the configuration, the components and what a build has worked out to the pages.
 *
 * @param components the site's own components, as specifiers that Vite can resolve from the site's root
 * @param connectionsFile the file with the connections of the papers that will be there before the first page is rendered;
 * `undefined` where the pages work them out themselves
 */
export function virtualModules(
  config: DigestConfig,
  components: Partial<Record<ComponentName, string>>,
  connectionsFile: () => string | undefined,
): VitePlugin {
  const ids = [configId, connectionsId];
  return {
    name: 'astro-digest:virtual-modules',
    resolveId: (source: string) =>
      ids.includes(source) || source.startsWith(componentPrefix) ? `\0${source}` : undefined,
    load(resolved: string) {
      if (resolved === `\0${configId}`) return `export default ${JSON.stringify(config)};`;
      if (resolved === `\0${connectionsId}`) return connectionsModule(connectionsFile());
      if (!resolved.startsWith(`\0${componentPrefix}`)) return undefined;
      const name = resolved.slice(componentPrefix.length + 1) as ComponentName;
      const specifier = components[name] ?? `astro-digest/components/${name}.astro`;
      return `export { default } from ${JSON.stringify(specifier)};`;
    },
  };
}

/** A module that reads the connections from their file. */
function connectionsModule(file: string | undefined): string {
  if (file === undefined) return 'export const readConnections = () => undefined;';
  return [
    "import { readFileSync } from 'node:fs';",
    `export const readConnections = () => JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'));`,
  ].join('\n');
}
