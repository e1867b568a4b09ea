import type { Random } from '../../../../benchmarks/archive/random.ts';
import {
  cardText,
  digestNames,
  digestPath,
  digestText,
  layoutText,
  sentence,
  type LayoutKind,
  type SiteOptions,
  type SiteSize,
  type Sources,
} from './sources.ts';

/** A site as its author has it. */
export interface AuthoredSite {
  sources: Sources;
  options: SiteOptions;
}

/** What an author does to a site: gives what it is then, and says what was done. */
type Step = (site: AuthoredSite, random: Random, size: SiteSize) => AuthoredSite & { did: string };

const withFile = ({ sources, options }: AuthoredSite, path: string, text: string, did: string) => ({
  options,
  sources: new Map([...sources, [path, text]]),
  did: `${did} ${path}`,
});

function withoutFile({ sources, options }: AuthoredSite, path: string, did: string) {
  return {
    options,
    sources: new Map([...sources].filter(([other]) => other !== path)),
    did: `${did} ${path}`,
  };
}

const withOptions = (site: AuthoredSite, options: Partial<SiteOptions>) => ({
  sources: site.sources,
  options: { ...site.options, ...options },
  did: `set ${JSON.stringify(options)}`,
});

/** A day after the newest digest, or before it. */
function dayFor(sources: Sources, random: Random, isNewest: boolean): string {
  const days = digestNames(sources).filter((name) => /^\d/.test(name));
  const last = Date.parse(`${days.at(-1) ?? '2025-01-01'}T00:00:00Z`);
  const apart = isNewest ? random.between(1, 40) : -random.between(1, 700);
  return new Date(last + apart * 86_400_000).toISOString().slice(0, 10);
}

/** A paper's own file beside a digest. */
const paperFiles = (sources: Sources): string[] =>
  [...sources.keys()].filter((path) => path.startsWith('src/content/digests/') && path.endsWith('.mdx'));

const steps: readonly Step[] = [
  (site, random, { papers }) =>
    withFile(site, digestPath(dayFor(site.sources, random, true)), digestText(random, papers), 'added'),
  (site, random, { papers }) =>
    withFile(site, digestPath(dayFor(site.sources, random, false)), digestText(random, papers), 'added'),
  (site, random) => {
    const path = digestPath(random.pick(digestNames(site.sources)));
    const text = site.sources.get(path) ?? '';
    const found = random.pick(text.match(/\b[a-z]{3,}\b/g) ?? ['owl']);
    return withFile(
      site,
      path,
      text.replace(` ${found} `, ` ${sentence(random, 1).slice(0, -1)} `),
      'edited',
    );
  },
  (site, random) => {
    // A paper of one digest becomes that of another one.
    const [from, to] = [random.pick(digestNames(site.sources)), random.pick(digestNames(site.sources))];
    const entry = /## [^#]*/.exec(site.sources.get(digestPath(from)) ?? '')?.[0] ?? '';
    return withFile(
      site,
      digestPath(to),
      `${site.sources.get(digestPath(to))}\n${entry}`,
      `copied a paper of ${from} to`,
    );
  },
  (site, random) => {
    const name = random.pick(digestNames(site.sources));
    const text = site.sources.get(digestPath(name)) ?? '';
    const moved = withoutFile(site, digestPath(name), 'renamed');
    return withFile(
      moved,
      digestPath(dayFor(site.sources, random, random.chance(0.5))),
      text,
      `renamed ${name} to`,
    );
  },
  (site, random) => withoutFile(site, digestPath(random.pick(digestNames(site.sources))), 'removed'),
  (site, random) => {
    const issue = random.pick(digestNames(site.sources));
    const isLive = random.chance(0.5);
    const code = isLive ? "import Note from '../../../theme/Note.astro';\n\n" : '';
    const text = `---\ntitle: ${sentence(random, 3).slice(0, -1)}\n---\n\n${code}${sentence(random)} ${isLive ? '<Note>a note</Note>' : ''}\n`;
    return withFile(site, `src/content/digests/${issue}/own-${random.between(1, 3)}.mdx`, text, 'wrote');
  },
  (site, random) => {
    const files = paperFiles(site.sources);
    return files.length === 0
      ? withFile(site, 'public/extra.txt', sentence(random), 'wrote')
      : withoutFile(site, random.pick(files), 'removed');
  },
  (site, random) => withOptions(site, { title: sentence(random, 2).slice(0, -1) }),
  (site, random) => withOptions(site, { related: random.between(0, 5) }),
  (site, random) => withOptions(site, { pages: random.pick(['paper', 'issue']) }),
  (site) => withOptions(site, { named: !site.options.named }),
  (site, random) => withOptions(site, { base: random.pick(['/papers', '/digest', '/']) }),
  (site, random) => {
    const kind = random.pick(['feeds', 'bibliographies', 'topics', 'search', 'authors', 'about']);
    const off = site.options.off.includes(kind)
      ? site.options.off.filter((other) => other !== kind)
      : [...site.options.off, kind];
    return withOptions(site, { off });
  },
  (site, random) => withOptions(site, { strings: { related: sentence(random, 2) } }),
  (site) => withOptions(site, { layout: !site.options.layout }),
  (site) => withOptions(site, { card: !site.options.card }),
  (site, random) => {
    const kind = random.pick<LayoutKind>(['plain', 'posts', 'year', 'variable', 'library']);
    const changed = withFile(
      site,
      'src/layouts/Base.astro',
      layoutText(kind, sentence(random, 2)),
      `${kind} layout in`,
    );
    return { ...changed, options: { ...changed.options, layout: true } };
  },
  (site, random) => withFile(site, 'src/theme/Card.astro', cardText(sentence(random, 2)), 'edited'),
  (site, random) =>
    withFile(site, 'src/styles/site.css', `h1 { letter-spacing: ${random.between(1, 9)}px; }\n`, 'edited'),
  (site, random) =>
    withFile(
      site,
      `src/content/posts/p${random.between(1, 3)}.md`,
      `---\ntitle: ${sentence(random, 3)}\n---\nText.\n`,
      'wrote',
    ),
  (site, random) => withFile(site, 'public/robots.txt', sentence(random), 'edited'),
  (site, random) => withFile(site, 'src/pages/own.astro', `<p>${sentence(random)}</p>\n`, 'wrote'),
  (site, random) => withFile(site, '.env', `PUBLIC_WORD=${sentence(random, 1)}\n`, 'edited'),
  (site, random) => withFile(site, 'package-lock.json', `{ "version": ${random.between(2, 99)} }`, 'edited'),
];

/** Draws what an author does next. */
export function drawStep(site: AuthoredSite, random: Random, size: SiteSize): AuthoredSite & { did: string } {
  return random.pick(steps)(site, random, size);
}
