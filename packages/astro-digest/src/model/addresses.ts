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
  /** The papers of one issue by votes. */
  byVotes(issue: string): string;
  /** The list of all issues. */
  archive(): string;
  /** The issues of a year, a month or a week: `2025`, `2025-03`, `2025-W11`. */
  period(period: string): string;
  /** All topics. */
  topics(): string;
  /** One topic, by its slug. */
  topic(topic: string): string;
  /** All authors. */
  authors(): string;
  /** One author, by their slug. */
  author(author: string): string;
  /** All organizations. */
  organizations(): string;
  /** One organization, by its slug. */
  organization(organization: string): string;
  /** The search page. */
  search(): string;
  /** How to follow the digest. */
  subscribe(): string;
  /** What was read, and what was found wrong. */
  about(): string;
  /** The papers that the reader starred. */
  starred(): string;
  /** A file, by its path from the digest's base, such as `rss.xml`. */
  file(path: string): string;
  /** The folder of the search index, with a slash at its end. */
  searchIndex(): string;
}

/** Makes the addresses for a site; the same for pages, feeds and the search index. */
export function makeAddresses({ siteBase, base, trailingSlash, format }: AddressOptions): Addresses {
  const root = joinPaths(siteBase, base);
  const prefix = root === '/' ? root : `${root}/`;
  // Addresses of pages are asked for by the hundred thousand.
  const within = (path: string): string =>
    /^[^/]+(?:\/[^/]+)*$/.test(path) ? prefix + path : joinPaths(root, path);
  const page = (path: string): string => {
    const whole = within(path);
    if (whole === '/') return whole;
    if (format === 'file') return `${whole}.html`;
    return trailingSlash === 'never' ? whole : `${whole}/`;
  };
  return {
    latest: () => page(''),
    issue: (issue) => page(issue),
    paper: (paper) => page(paper),
    byVotes: (issue) => page(`${issue}/by-votes`),
    archive: () => page('archive'),
    period: (period) => page(`archive/${period}`),
    topics: () => page('topics'),
    topic: (topic) => page(`topics/${topic}`),
    authors: () => page('authors'),
    author: (author) => page(`authors/${author}`),
    organizations: () => page('organizations'),
    organization: (organization) => page(`organizations/${organization}`),
    search: () => page('search'),
    subscribe: () => page('subscribe'),
    about: () => page('about'),
    starred: () => page('starred'),
    file: within,
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
