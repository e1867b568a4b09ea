import type { Random } from '../../../../benchmarks/archive/random.ts';
import { withFile, withOptions, type AuthoredSite, type NextSite } from './authored-site.ts';
import { layoutText } from './layouts.ts';

const throwing = "---\nthrow new Error('no page today');\n---\n";

/** What an author may break, each so that the build fails. */
const breaks: readonly ((site: AuthoredSite) => NextSite)[] = [
  (site) => {
    const broken = withFile(
      site,
      'src/layouts/Base.astro',
      layoutText(['throws'], ''),
      'a throwing layout in',
    );
    return { ...broken, options: { ...broken.options, layout: true } };
  },
  (site) => withFile(site, 'src/pages/broken.astro', throwing, 'a throwing page in'),
  (site) => withOptions(site, { related: 99 }),
  (site) => withOptions(site, { maxFiles: 5 }),
];

/** A site that can't be built. */
export function breakSite(site: AuthoredSite, random: Random): NextSite {
  return random.pick(breaks)(site);
}
