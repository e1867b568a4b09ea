/** What a site has in its configuration; all of it can be changed by a step. */
export interface SiteOptions {
  title: string;
  description?: string;
  base: string;
  related: number;
  pages: 'paper' | 'issue';
  keys: boolean | { next: string };
  masthead: boolean;
  look: 'site' | 'digest';
  lang: string;
  textLang?: string;
  search: boolean | { maxFragments: number };
  offline: boolean;
  subscribe?: { service: 'buttondown'; user: string };
  maxFiles?: number;
  strings: Readonly<Record<string, string>>;
  /** Terms of the topic that has a name, and of queries that are watched; none where there are none. */
  terms: readonly string[];
  /** Whether topics are found in the texts. */
  found: boolean;
  /** Kinds of pages and files that are turned off. */
  off: readonly string[];
  /** Whether the site's own layout is used. */
  layout: boolean;
  /** Whether the site's own card of a paper is used. */
  card: boolean;
  /** Options of Astro's own. */
  astro: AstroOptions;
  /** What Vite puts in the place of `__WORD__` in the site's code. */
  define: string;
  /** A script that another integration puts into all pages. */
  script: string;
}

interface AstroOptions {
  site: string;
  base: string;
  trailingSlash: 'ignore' | 'always';
  compressHTML: boolean;
  build: { format: 'directory' | 'file'; inlineStylesheets: 'auto' | 'always' };
}

/** The configuration that a site begins with. */
export function firstOptions(off: readonly string[]): SiteOptions {
  return {
    title: 'Night papers',
    base: '/papers',
    related: 3,
    pages: 'paper',
    keys: true,
    masthead: true,
    look: 'site',
    lang: 'en',
    search: true,
    offline: true,
    strings: {},
    terms: ['owl'],
    found: true,
    off,
    layout: true,
    card: true,
    astro: {
      site: 'https://example.org',
      base: '/',
      trailingSlash: 'ignore',
      compressHTML: true,
      build: { format: 'directory', inlineStylesheets: 'auto' },
    },
    define: 'one',
    script: 'one',
  };
}

/** The text of a site's configuration. */
export function configText({
  layout,
  card,
  terms,
  found,
  off,
  astro,
  define,
  script,
  ...options
}: SiteOptions): string {
  const digest = {
    ...options,
    routes: { epub: true, ...Object.fromEntries(off.map((kind) => [kind, false])) },
    topics: { ...(terms.length > 0 ? { Owls: terms } : {}), found },
    watch: terms.map((term) => ({ name: `All of ${term}`, query: `"${term}" nights` })),
    ...(layout ? { layout: './src/layouts/Base.astro' } : {}),
    ...(card ? { components: { PaperCard: './src/theme/Card.astro' } } : {}),
  };
  const rest = { ...astro, vite: { define: { __WORD__: JSON.stringify(define) } } };
  return `import { defineConfig } from 'astro/config';
import digest from 'astro-digest';
const options = ${JSON.stringify(digest)};
const script = {
  name: 'script',
  hooks: { 'astro:config:setup': ({ injectScript }) => injectScript('head-inline', 'window.word = "${script}"') },
};
export default defineConfig({ ...${JSON.stringify(rest)}, integrations: [script, digest({ ...options, shard: process.env.SHARD })] });
`;
}
