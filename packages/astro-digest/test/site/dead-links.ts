import { Html } from './html.ts';
import type { Site } from './site.ts';

/** Address that the sites of the tests have. */
export const origin = 'https://example.org';

/** Texts of a feed that name a thing and lead nowhere. */
const identities = /<guid isPermaLink="false">[^<]*<\/guid>|<id>[^<]*<\/id>|"id":"[^"]*"/g;

function addressesIn(text: string): string[] {
  return text.match(/https:\/\/example\.org[^\s"'<>(){}\\]*/g) ?? [];
}

/** Whether a file of a built site is one that may name others. */
export function hasLinks(file: string): boolean {
  return /\.(?:html|xml|json|jsonl|txt|bib|ris)$/.test(file) && !file.includes('pagefind/');
}

/**
 * The links of a page, and in all other texts, and in the data inside of pages, the addresses of the site.
 *
 * @param file path of the file that has the text
 * @returns each as it is written there
 */
export function linksIn(file: string, text: string): string[] {
  if (!file.endsWith('.html')) return addressesIn(text.replace(identities, ''));
  const html = new Html(text);
  const written = [...html.texts('script:not([src]), pre'), ...html.attributes('meta', 'content')];
  return [...addressesIn(written.join('\n')), ...html.attributes('a[href], link[href]', 'href')];
}

/**
 * Finds what leads nowhere: links and anchors of the pages, and addresses of the site in all other texts, such as feeds,
 * mails, bibliographies, the sitemap and the data inside of pages.
 *
 * @param base Astro's `base`
 * @returns each as the file that has it and the address, sorted
 */
export async function deadLinks(site: Pick<Site, 'list' | 'read'>, base = '/'): Promise<string[]> {
  const files = new Set(await site.list('dist'));
  const links = new Map<string, string[]>();
  const anchors = new Map<string, Set<string>>();
  for (const file of files) {
    if (!hasLinks(file)) continue;
    const text = await site.read(`dist/${file}`);
    links.set(file, linksIn(file, text));
    if (file.endsWith('.html')) anchors.set(file, new Set(new Html(text).attributes('[id]', 'id')));
  }
  const dead = [...links].flatMap(([file, addresses]) =>
    addresses.filter((address) => !leadsSomewhere(address, file)).map((address) => `${file}: ${address}`),
  );
  return [...new Set(dead)].sort();

  function leadsSomewhere(address: string, from: string): boolean {
    const url = new URL(address, `${origin}${base}${from}`);
    if (url.origin !== origin) return true;
    if (!url.pathname.startsWith(base)) return false;
    const path = decodeURIComponent(url.pathname.slice(base.length));
    const target = [path, `${path}index.html`, `${path}/index.html`].find((path) => files.has(path));
    const anchor = decodeURIComponent(url.hash.slice(1));
    return target !== undefined && (anchor === '' || anchors.get(target)?.has(anchor) === true);
  }
}
