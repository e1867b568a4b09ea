import { Html } from './html.ts';
import type { Site } from './site.ts';

/** Address that the sites of the tests have. */
const origin = 'https://example.org';

/** Texts of a feed that name a thing and lead nowhere. */
const identities = /<guid isPermaLink="false">[^<]*<\/guid>|<id>[^<]*<\/id>|"id":"[^"]*"/g;

function addressesIn(text: string): string[] {
  return text.match(/https:\/\/example\.org[^\s"'<>(){}\\]*/g) ?? [];
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
    if (!/\.(?:html|xml|json|jsonl|txt|bib|ris)$/.test(file) || file.includes('pagefind/')) continue;
    const text = await site.read(`dist/${file}`);
    if (!file.endsWith('.html')) {
      links.set(file, addressesIn(text.replace(identities, '')));
      continue;
    }
    const html = new Html(text);
    const written = [...html.texts('script:not([src]), pre'), ...html.attributes('meta', 'content')];
    links.set(file, [...addressesIn(written.join('\n')), ...html.attributes('a[href], link[href]', 'href')]);
    anchors.set(file, new Set(html.attributes('[id]', 'id')));
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
