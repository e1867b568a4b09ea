import { withOptions, type Step } from './authored-site.ts';
import type { SiteOptions } from './site-config.ts';
import { sentence } from './sources.ts';

const kinds = ['feeds', 'bibliographies', 'topics', 'search', 'authors', 'about', 'mail', 'archive', 'llms'];

/** Changes an option of Astro's own. */
const withAstro =
  (change: (astro: SiteOptions['astro']) => Partial<SiteOptions['astro']>): Step =>
  (site) =>
    withOptions(site, { astro: { ...site.options.astro, ...change(site.options.astro) } });

/** What an author does to the configuration of a site. */
export const optionSteps: readonly Step[] = [
  (site, random) => withOptions(site, { title: sentence(random, 2).slice(0, -1) }),
  (site, random) => withOptions(site, { description: sentence(random, 5) }),
  (site, random) => withOptions(site, { related: random.between(1, 5) }),
  (site, random) => withOptions(site, { pages: random.pick(['paper', 'issue']) }),
  (site, random) => withOptions(site, { keys: random.pick([true, false, { next: 'n' }]) }),
  (site) => withOptions(site, { masthead: !site.options.masthead }),
  (site) => withOptions(site, { offline: !site.options.offline }),
  (site, random) => withOptions(site, { look: random.pick(['site', 'digest']) }),
  (site, random) => withOptions(site, { lang: random.pick(['en', 'de', 'ar']) }),
  (site, random) => withOptions(site, { textLang: random.pick(['en', 'fr']) }),
  (site, random) => withOptions(site, { terms: random.pick([[], ['owl'], ['newt', 'tern']]) }),
  (site) => withOptions(site, { found: !site.options.found }),
  (site, random) => withOptions(site, { search: random.pick([true, { maxFragments: 9 }]) }),
  (site, random) =>
    withOptions(site, { subscribe: { service: 'buttondown', user: random.pick(['owl', 'newt']) } }),
  (site) => withOptions(site, { maxFiles: 20_000 }),
  (site, random) => withOptions(site, { base: random.pick(['/papers', '/digest', '/']) }),
  (site, random) => {
    const kind = random.pick(kinds);
    const { off } = site.options;
    return withOptions(site, {
      off: off.includes(kind) ? off.filter((other) => other !== kind) : [...off, kind],
    });
  },
  (site, random) => withOptions(site, { strings: { related: sentence(random, 2) } }),
  (site) => withOptions(site, { layout: !site.options.layout }),
  (site) => withOptions(site, { card: !site.options.card }),
  withAstro(({ site }) => ({ site: site.endsWith('org') ? 'https://example.net' : 'https://example.org' })),
  withAstro(({ trailingSlash }) => ({ trailingSlash: trailingSlash === 'ignore' ? 'always' : 'ignore' })),
  withAstro(({ compressHTML }) => ({ compressHTML: !compressHTML })),
  withAstro(({ base }) => ({ base: base === '/' ? '/site' : '/' })),
  withAstro(({ build }) => ({
    build: { ...build, format: build.format === 'file' ? 'directory' : 'file' },
  })),
  withAstro(({ build }) => ({ build: { ...build, inlineStylesheets: 'always' } })),
  (site, random) => withOptions(site, { define: sentence(random, 1) }),
  (site, random) => withOptions(site, { script: sentence(random, 1) }),
];
