import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  buildBeside,
  changed,
  copyFixture,
  type Beside,
  type BesideOptions,
  type Files,
} from '../site/beside-site.ts';
import { deadLinks } from '../site/dead-links.ts';
import { Html } from '../site/html.ts';

/** A site that somebody has, and what a theme may break of it. */
interface Case extends BesideOptions {
  /** Why this is known to break themes. */
  why: string;
  /** The issue's page, by its path from `dist`. */
  issue?: string;
  /** What else than the folder `papers` the digest's files are in. */
  adds?: RegExp;
  /** Files that list what there is in the site. */
  lists?: RegExp;
}

const assets = /^_astro\//;
const titles = ['Depths of Small Rivers', 'Stones of Large Hills'];
const lines = [
  'new',
  '2 papers · 1 minute to read · chosen by AK and the research community',
  'We measure the depth of rivers where x<y holds.',
  'Hills stay where they are, and their stones with them.',
];

const cases: Record<string, Case> = {
  collections: {
    why: 'One content configuration has all collections of a site, and one store all entries: a theme may take the place of the configuration, clear the store, or lose references and the images of entries.',
    issue: 'papers/2025-03-12.html',
    lists: /^sitemap-/,
  },
  mdx: {
    why: 'A theme that adds `@astrojs/mdx`, or plugins to it, changes the MDX and the Markdown of the site: here with options of its own and the unified processor.',
    issue: 'papers/2025-03-12.html',
  },
  islands: {
    why: 'All scripts of a site are bundled together: those of a theme may be put into one file with those of the islands, and change the name of each. The assets are on another host, the HTML stays uncompressed.',
    issue: 'papers/2025-03-12.html',
  },
  tailwind: {
    why: 'Tailwind writes a rule for whatever looks like one of its classes, in any module that Vite sees: the sources of a theme are among them.',
    issue: 'papers/2025-03-12/index.html',
  },
  starlight: {
    why: 'Starlight adds MDX with options of its own where it is not there yet, sets up locales, has a catch-all route, and indexes all pages for its search at `/pagefind`.',
    issue: 'papers/2025-03-12/index.html',
    lists: /^sitemap-/,
  },
  'starter-blog': {
    why: "As in Astro's starter for blogs, styles without a class or a layer are in one sheet, and those of each page beside it: the bundler may put those of a theme among them.",
    issue: 'papers/2025-03-12/index.html',
  },
  'starter-portfolio': {
    why: "As in Astro's starter for portfolios, all pages have one layout with a sheet and a script, which get other names where a theme changes what they are bundled with.",
    issue: 'papers/2025-03-12/index.html',
  },
  pagefind: {
    why: '`astro-pagefind` indexes every page of the site, those of a theme included, at the end of the build; a feed and a sitemap stand beside it.',
    issue: 'papers/2025-03-12/index.html',
    lists: /^sitemap-/,
  },
  'client-router': {
    why: 'With `ClientRouter`, scripts run once and pages come and go: those of a theme would stop, or go on where they have no business. Addresses end in a slash, files in `.html`.',
    issue: 'papers/2025-03-12.html',
  },
  i18n: {
    why: 'With `i18n`, Astro decides by the parts of an address which pages there are, and makes fallbacks of all pages, those of a theme too.',
    options: { base: '/en/papers' },
    issue: 'en/papers/2025-03-12/index.html',
    adds: /^(?:en|de)\/papers\//,
    lists: /^sitemap-/,
  },
  csp: {
    why: 'With `security.csp`, a script or a style that Astro does not know of is refused. The policy of each page lists the hashes of all scripts and styles of the site.',
    issue: 'papers/2025-03-12/index.html',
    lists: /\.html$/,
  },
  'own-papers': {
    why: 'A folder `src/pages/papers/` is there already, and two routes of one address fail the build.',
  },
  monorepo: {
    why: 'The site is one of several packages, in JavaScript alone; Astro is started from above it, and packages are found there.',
    root: 'apps/site/',
    issue: 'papers/2025-03-12.html',
  },
  'odd-folder': {
    why: 'A path with spaces and letters beyond ASCII is an address only when it is escaped, and a path only when it is not.',
    folder: 'Søren’s site, ほん',
    options: { components: { PaperCard: './src/components/Card.astro' } },
    issue: 'papers/2025-03-12.html',
  },
  'collections-only': {
    why: 'With `routes: false` there is nothing to add, so nothing may be added.',
    options: { routes: false },
  },
};

const added = (without: Files, withDigest: Files): string[] =>
  [...withDigest.keys()].filter((path) => !without.has(path));

const textOf = (files: Files, path: string): string => files.get(path)?.toString() ?? '';

const urlsIn = (files: Files): string[] =>
  textOf(files, 'sitemap-0.xml')
    .match(/(?<=<loc>)[^<]+/g)
    ?.sort() ?? [];

/** A site that `@astrojs/sitemap` lists has all the pages that it had, and the digest's. */
function expectListed({ without, with: withDigest }: Beside): void {
  const listed = urlsIn(withDigest);
  expect(listed).toEqual(expect.arrayContaining(urlsIn(without)));
  expect(listed.some((url) => url.includes('papers/2025-03-12'))).toBe(true);
}

/** What the page of the issue says; whatever the site does with white space, its words stay apart. */
function wordsOf(files: Files, issue: string | undefined): string[] {
  const page = new Html(issue === undefined ? '' : textOf(files, issue));
  return [...page.texts('article h2'), ...page.texts('.digest-issue-head p, article p')];
}

/** The hashes in the policies of a page, and the page without them. */
function policyOf(html: string): { hashes: string[]; rest: string } {
  const hashes = html.match(/'sha256-[^']+'/g) ?? [];
  return { hashes, rest: html.replace(/ *'sha256-[^']+'/g, '') };
}

/** What else is said of a site. */
const more: Record<string, (beside: Beside) => void> = {
  collections: expectListed,
  starlight: expectListed,
  pagefind: expectListed,
  i18n: expectListed,
  csp({ without, with: withDigest }) {
    const [before, after] = [without, withDigest].map((files) => policyOf(textOf(files, 'index.html')));
    expect(after?.rest).toBe(before?.rest);
    expect(after?.hashes).toEqual(expect.arrayContaining(before?.hashes ?? []));
  },
  'own-papers'({ with: withDigest, output }) {
    const lines = output.split('\n').filter((line) => line.includes('The site has pages of its own'));
    // Which pages with a parameter there are is known only when they are made.
    expect(lines.map((line) => line.replace(/.*stay: /, ''))).toEqual([
      '/papers (src/pages/papers/index.astro), /papers/subscribe (`redirects`), /papers/about (src/pages/papers/about.md), /papers/404 (src/pages/papers/404.astro), /papers/feed.json (src/pages/papers/feed.json.js)',
      '/papers/2025-03-12 (src/pages/papers/[slug].astro)',
    ]);
    const paper = new Html(textOf(withDigest, 'papers/2025-03-12/depths-of-small-rivers/index.html'));
    expect(paper.text('h1')).toBe(titles[0]);
  },
  'odd-folder'({ with: withDigest }) {
    const page = new Html(textOf(withDigest, 'papers/2025-03-12.html'));
    expect(page.texts('.own-card h2')).toEqual(titles);
    expect(withDigest.has('papers/pagefind/pagefind.js')).toBe(true);
  },
  'collections-only'({ without, with: withDigest }) {
    expect([...withDigest.keys()]).toEqual([...without.keys()]);
  },
};

describe.each(Object.entries(cases))(
  '%s',
  (fixture, { why, issue, adds = /^papers(?:\/|\.html$|-worker\.js$)/, lists, ...given }) => {
    test(`stays as it was: ${why}`, async () => {
      const beside = await buildBeside(fixture, given);
      const { without, with: withDigest, warnings } = beside;
      expect(changed(without, withDigest, lists)).toEqual([]);
      expect(added(without, withDigest).filter((path) => !adds.test(path) && !assets.test(path))).toEqual([]);
      expect(warnings).toEqual([]);
      const dist = {
        list: async () => [...withDigest.keys()],
        read: async (path: string) => textOf(withDigest, path.replace(/^dist\//, '')),
      };
      // A page that is not found has no address of its own, but in other locales Astro makes one that leads to it.
      const dead = (await deadLinks(dist)).filter(
        (link) => adds.test(link) && !link.startsWith('de/papers/404/'),
      );
      expect(dead).toEqual([]);
      expect(wordsOf(withDigest, issue)).toEqual(issue === undefined ? [] : [...titles, ...lines]);
      more[fixture]?.(beside);
    });
  },
);

/** Asks the built server of a site. */
async function ask(dist: string, paths: readonly string[]): Promise<Map<string, string>> {
  const server = spawn(process.execPath, [join(dist, 'server', 'entry.mjs')], {
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      server.on('exit', () => reject(new Error('The server ended.')));
      let output = '';
      server.stdout.on('data', (data: Buffer) => {
        output += data.toString();
        const found = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(output);
        if (found) resolve(found[0]);
      });
    });
    const answers = new Map<string, string>();
    for (const path of paths) {
      const response = await fetch(address + path, { redirect: 'manual' });
      const from = response.headers.get('x-from') ?? '';
      // An island that the server makes later has encrypted properties and an id, which are others each time.
      const body = (await response.text()).replace(
        /(?<=_server-islands\/)[^"']*|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g,
        '',
      );
      answers.set(path, `${response.status} ${from}\n${body}`);
    }
    return answers;
  } finally {
    server.removeAllListeners('exit');
    server.kill();
  }
}

describe.each([
  {
    fixture: 'server',
    why: "With `output: 'server'`, routes are made on demand unless they say otherwise, the site's middleware and a catch-all route are asked for every address, and the entries of the collections are in the server's bundle.",
    asked: [
      '/',
      '/?q=river',
      '/api?q=river',
      '/fixed/',
      '/any/where',
      '/papers/2025-03-11/',
      '/_astro/none.js',
    ],
    issue: '/papers/2025-03-12/',
  },
  {
    fixture: 'adapter',
    why: 'With an adapter, Astro puts pages into `dist/client` and may leave their rendering to the adapter; one page is made on demand, and all are under a base.',
    asked: ['/docs/', '/docs/now?q=river', '/docs/none/'],
    issue: '/docs/papers/2025-03-12/',
  },
])('$fixture', ({ fixture, why, asked, issue }) => {
  test(`stays as it was: ${why}`, async () => {
    const beside = await buildBeside(fixture);
    const { without, with: withDigest, warnings, home } = beside;
    // What runs on the server knows the routes of the site, and so the digest's.
    expect(changed(without, withDigest, /^server\//)).toEqual([]);
    expect(
      added(without, withDigest).filter((path) => !/^(?:server|client\/(?:papers|_astro))\//.test(path)),
    ).toEqual([]);
    expect(warnings).toEqual([]);
    const answers = await ask(join(home, 'with'), [...asked, issue]);
    const page = new Html(answers.get(issue) ?? '');
    answers.delete(issue);
    expect(answers).toEqual(await ask(join(home, 'without'), asked));
    expect(page.texts('article h2')).toEqual(titles);
    expect(page.texts('.digest-issue-head p, article p')).toEqual(lines);
    // Nothing of the digest is left to be made on demand.
    expect([...withDigest.keys()].filter((path) => /^server\/.*(?:2025-03-12|abstract)/.test(path))).toEqual(
      [],
    );
  });
});

// What Astro and Vite make of these themselves is not ours to mend; when they do, these tests tell.
describe('folders that Astro itself has no place in', () => {
  test('with `%` in its name, the style sheets of all pages are lost, and nothing else', async () => {
    const folder = 'all of 100% sure';
    const { without, with: withDigest, warnings } = await buildBeside('percent', { folder });
    expect([...without.keys()]).toEqual(['index.html']);
    expect(textOf(without, 'index.html')).toContain('<link rel="stylesheet"');
    expect(changed(without, withDigest)).toEqual([]);
    expect(warnings).toEqual([]);
    expect(new Html(textOf(withDigest, 'papers/2025-03-12/index.html')).texts('article h2')).toEqual(titles);
    expect(withDigest.has('papers/pagefind/pagefind.js')).toBe(true);
  });

  test('with `#` in its name, no site with collections is built', async () => {
    const site = await copyFixture('collections', 'number #1');
    const build = await site.astro(['build']);
    expect(build.status).not.toBe(0);
    expect(build.output).toContain('Failed to load url');
  });
});
