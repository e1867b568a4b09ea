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
  subscribe?: { service: 'buttondown'; user: string };
  maxFiles?: number;
  strings: Readonly<Record<string, string>>;
  /** Terms of the topic that has a name; none where it has none. */
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
  astro: {
    site: string;
    trailingSlash: 'ignore' | 'always';
    compressHTML: boolean;
    format: 'directory' | 'file';
  };
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
    strings: {},
    terms: ['owl'],
    found: true,
    off,
    layout: true,
    card: true,
    astro: { site: 'https://example.org', trailingSlash: 'ignore', compressHTML: true, format: 'directory' },
  };
}

/** The text of a site's configuration. */
export function configText({ layout, card, terms, found, off, astro, ...options }: SiteOptions): string {
  const digest = {
    ...options,
    routes: Object.fromEntries(off.map((kind) => [kind, false])),
    topics: { ...(terms.length > 0 ? { Owls: terms } : {}), found },
    ...(layout ? { layout: './src/layouts/Base.astro' } : {}),
    ...(card ? { components: { PaperCard: './src/theme/Card.astro' } } : {}),
  };
  const { format, ...rest } = astro;
  return `import { defineConfig } from 'astro/config';
import digest from 'astro-digest';
const options = ${JSON.stringify(digest)};
export default defineConfig({ ...${JSON.stringify({ ...rest, build: { format } })}, integrations: [digest({ ...options, shard: process.env.SHARD })] });
`;
}
