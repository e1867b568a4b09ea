import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { hasLinks, linksIn, origin } from '../site/dead-links.ts';
import { Html } from '../site/html.ts';
import type { Host } from './host.ts';

/** What is found at an address of a site. */
interface Visit {
  status: number;
  headers: Headers;
  body: Buffer;
}

/** A site that is served. */
export interface ServedSite {
  host: Host;
  /** Of the server, without the base. */
  address: string;
  /** Folder that looks like the addresses of the site. */
  root: string;
  /** Folder in it that the site was built into; empty for a site without a base. */
  base: string;
  /** The policy that every file is sent with, where the host sets headers. */
  policy: string;
}

/** A type for each kind of file: of the whole path, the first pattern that fits. A third is what a host sends that lets nobody choose. */
const types: readonly (readonly [path: RegExp, type: RegExp, plain?: RegExp])[] = [
  [/\.html$/, /^text\/html; ?charset=utf-8$/i],
  [/\/rss\.xml$/, /^application\/rss\+xml; charset=utf-8$/, /^application\/xml/],
  [/\/atom\.xml$/, /^application\/atom\+xml; charset=utf-8$/, /^application\/xml/],
  [/\/feed\.json$/, /^application\/feed\+json/, /^application\/json/],
  [/\.bib$/, /^application\/x-bibtex; charset=utf-8$/, /./],
  [/\.ris$/, /^application\/x-research-info-systems; charset=utf-8$/, /./],
  [/\.jsonl$/, /^application\/jsonl; charset=utf-8$/, /./],
  [/\.eml$/, /^message\/rfc822$/, /./],
  [/\.json$/, /^application\/json/],
  [/\.xml$/, /^(?:application|text)\/xml/],
  [/\.txt$/, /^text\/plain; ?charset=utf-8$/i],
  [/\.js$/, /^(?:text|application)\/javascript/],
  [/\.css$/, /^text\/css/],
  [/\.png$/, /^image\/png$/],
  [/\.(?:pf_\w+|pagefind)$/, /^application\/octet-stream$/],
];

/** Whether a file has a hash in its name. */
const isHashed = (path: string): boolean => /\/_astro\/|\.pf_\w+$/.test(path);

/**
 * Asks for every page and file of a site, and for every address of its own that any of them names.
 *
 * @returns what is not as it should be, each as the address and what is wrong
 */
export async function walk(site: ServedSite): Promise<{ visited: number; problems: string[] }> {
  const files = await filesOf(site);
  const linked = await linksOf(site, [...files.values()]);
  const problems: string[] = [];
  await inTurns([...new Set([...files.keys(), ...linked])], async (path) => {
    const visit = await visitPath(site, path);
    const file = files.get(path);
    const expect = (fact: boolean, problem: string): void =>
      void (fact || problems.push(`${path}: ${problem}`));
    expect(visit.status === 200, `${visit.status} ${visit.headers.get('location') ?? ''}`);
    if (file === undefined) return;
    expect(visit.body.equals(await readFile(join(site.root, file))), 'is another file');
    const type = visit.headers.get('content-type') ?? '';
    const [, exact, plain] = types.find(([pattern]) => pattern.test(`/${file}`)) ?? [];
    if (!exact) problems.push(`${path}: nobody knows its type`);
    else expect((site.host.setsHeaders ? exact : (plain ?? exact)).test(type), `type ${type}`);
    const cache = visit.headers.get('cache-control') ?? '';
    const isForGood = site.host.setsHeaders && isHashed(`/${file}`);
    expect(
      isForGood ? cache === 'public, max-age=31536000, immutable' : site.host.revalidates.test(cache),
      `cache ${cache}`,
    );
    const isCompressed = visit.headers.has('content-encoding');
    if (site.host.compresses && visit.body.length > 2000)
      expect(isCompressed !== /\.(?:png|pf_\w+|pagefind)$/.test(file), `compressed: ${isCompressed}`);
    if (!site.host.setsHeaders) return;
    expect(visit.headers.get('content-security-policy') === site.policy, 'has another policy');
    expect(visit.headers.get('x-content-type-options') === 'nosniff', 'may be sniffed');
    expect(visit.headers.has('referrer-policy') && visit.headers.has('permissions-policy'), 'lacks headers');
  });
  return { visited: files.size, problems: problems.sort() };
}

/** What is at a path of a served site; redirects are not followed. */
export async function visitPath({ address }: Pick<ServedSite, 'address'>, path: string): Promise<Visit> {
  const response = await fetch(`${address}${path}`, { redirect: 'manual' });
  return {
    status: response.status,
    headers: response.headers,
    body: Buffer.from(await response.arrayBuffer()),
  };
}

/** The files of a site by their addresses. */
async function filesOf({ root, base }: ServedSite): Promise<Map<string, string>> {
  const entries = await readdir(join(root, base), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.endsWith('404.html'));
  return new Map(files.map((file) => [addressOf(file), file]));
}

function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** Paths of the site that its own files name, and what pages load. */
async function linksOf({ root }: ServedSite, files: readonly string[]): Promise<Set<string>> {
  const paths = new Set<string>();
  for (const file of files.filter(hasLinks)) {
    const text = await readFile(join(root, file), 'utf8');
    const found = linksIn(file, text);
    if (file.endsWith('.html')) {
      const html = new Html(text);
      found.push(
        ...html.attributes('script[src], img[src]', 'src'),
        ...html.attributes('form[action]', 'action'),
      );
    }
    for (const address of found) {
      const url = new URL(address, `${origin}${addressOf(file)}`);
      if (url.origin === origin) paths.add(url.pathname);
    }
  }
  return paths;
}

async function inTurns<Item>(items: readonly Item[], visit: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const turn = async (): Promise<void> => {
    for (const item of waiting) await visit(item);
  };
  await Promise.all(Array.from({ length: 8 }, turn));
}
