/** What the addresses of a digest's pages depend on. */
export interface AddressOptions {
  /** Astro's `base`: the path under which the site is served. */
  siteBase: string;
  /** Path of the digest within the site, such as `/papers`; `/` for the whole site. */
  base: string;
  /** Astro's `trailingSlash`. */
  trailingSlash: 'always' | 'never' | 'ignore';
  /** Astro's `build.format`. */
  format: 'directory' | 'file' | 'preserve';
}

/** Writes the addresses of a digest's pages and files, each a path from the root of the host. */
export interface Addresses {
  /** The latest issue. */
  latest(): string;
  /** One issue, by its id. */
  issue(issue: string): string;
  /** One paper, by its id: that of its issue, a slash, its slug. */
  paper(paper: string): string;
  /** The list of all issues. */
  archive(): string;
  /** The search page. */
  search(): string;
  /** The folder of the search index, with a slash at its end. */
  searchIndex(): string;
}

/** Makes the addresses for a site; the same for pages, feeds and the search index. */
export function makeAddresses({ siteBase, base, trailingSlash, format }: AddressOptions): Addresses {
  const root = joinPaths(siteBase, base);
  const page = (path: string): string => {
    const whole = joinPaths(root, path);
    if (whole === '/') return whole;
    if (format === 'file') return `${whole}.html`;
    return trailingSlash === 'never' ? whole : `${whole}/`;
  };
  return {
    latest: () => page(''),
    issue: (issue) => page(issue),
    paper: (paper) => page(paper),
    archive: () => page('archive'),
    search: () => page('search'),
    searchIndex: () => joinPaths(root, 'pagefind').concat('/'),
  };
}

/** Joins parts of a path with one slash between any two, one at the start, none at the end. */
export function joinPaths(...parts: string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
}
