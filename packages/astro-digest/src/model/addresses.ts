import type { RouteKind, Routes } from './route-kinds.ts';

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
  /** Which kinds of pages there are. */
  routes: Routes;
  /** Folders of the search index, from the digest's base: one, or one for each shard. */
  indexFolders: readonly string[];
}

/**
 * Writes the addresses of a digest's pages and files, each a path from the root of the host. A page whose kind is turned off
 * has none, so that nothing can link it.
 */
export interface Addresses {
  /** The latest issue. */
  latest(): string | undefined;
  /** One issue, by its id. */
  issue(issue: string): string | undefined;
  /** One paper, by its id: its page, or where no paper has one, its place on the page of its issue. */
  paper(paper: string): string | undefined;
  /** The papers of one issue by votes. */
  byVotes(issue: string): string | undefined;
  /** The list of all issues. */
  archive(): string | undefined;
  /** The issues of a year, a month or a week: `2025`, `2025-03`, `2025-W11`. */
  period(period: string): string | undefined;
  /** All topics. */
  topics(): string | undefined;
  /** One topic, by its slug. */
  topic(topic: string): string | undefined;
  /** All authors. */
  authors(): string | undefined;
  /** One author, by their slug. */
  author(author: string): string | undefined;
  /** All organizations. */
  organizations(): string | undefined;
  /** One organization, by its slug. */
  organization(organization: string): string | undefined;
  /** All categories. */
  categories(): string | undefined;
  /** One category, by its slug. */
  category(category: string): string | undefined;
  /** All queries that the site watches. */
  watches(): string | undefined;
  /** One of them, by its slug. */
  watch(watch: string): string | undefined;
  /** The search page. */
  search(): string | undefined;
  /** How to follow the digest. */
  subscribe(): string | undefined;
  /** What was read, and what was found wrong. */
  about(): string | undefined;
  /** The papers that the reader starred. */
  starred(): string | undefined;
  /** What can be read without a network. */
  offline(): string | undefined;
  /** The page that one begins with: the latest issue, else the archive, else the site's own front page. */
  home(): string;
  /** Where the digest is, whether or not it has a page there. */
  root(): string;
  /**
   * A page, by the path that Astro has for it while it renders it; Astro leaves `.html` away from that in some versions, and a
   * server of `astro dev` gives what the reader typed.
   */
  here(pathname: string): string;
  /**
   * What an issue or a paper is known by, by its id: the address of its page in one form, whatever form the addresses of the site
   * have and whichever kinds of pages there are. An empty id stands for the digest.
   */
  identity(id: string): string;
  /** A file, by its path from the digest's base, such as `rss.xml`. */
  file(path: string): string;
  /** The folders of the search index, each with a slash at its end; what is in them is searched together. */
  searchIndexes(): string[];
}

/** Makes the addresses for a site; the same for pages, feeds and the search index. */
export function makeAddresses({
  siteBase,
  base,
  trailingSlash,
  format,
  routes,
  indexFolders,
}: AddressOptions): Addresses {
  const siteRoot = joinPaths(siteBase);
  const root = joinPaths(siteBase, base);
  const prefix = root === '/' ? root : `${root}/`;
  // Addresses of pages are asked for by the hundred thousand.
  const within = (path: string): string =>
    /^[^/]+(?:\/[^/]+)*$/.test(path) ? prefix + path : joinPaths(root, path);
  const pathOf = (path: string): string => written(within(path));
  const written = (whole: string): string => {
    if (whole === '/') return whole;
    // With 'preserve' as well: only a file of the site's own that is called `index` becomes one.
    if (format !== 'directory' && whole !== siteRoot) return `${whole}.html`;
    return trailingSlash === 'never' ? whole : `${whole}/`;
  };
  const page = (kind: RouteKind, path: string): string | undefined =>
    routes[kind] ? pathOf(path) : undefined;
  const placeInIssue = (paper: string): string | undefined => {
    const [issue = '', slug = ''] = paper.split('/');
    return routes.issue ? `${pathOf(issue)}#${slug}` : undefined;
  };
  return {
    latest: () => page('latest', ''),
    issue: (issue) => page('issue', issue),
    paper: (paper) => page('paper', paper) ?? placeInIssue(paper),
    byVotes: (issue) => page('byVotes', `${issue}/by-votes`),
    archive: () => page('archive', 'archive'),
    period: (period) => page('archive', `archive/${period}`),
    topics: () => page('topics', 'topics'),
    topic: (topic) => page('topics', `topics/${topic}`),
    authors: () => page('authors', 'authors'),
    author: (author) => page('authors', `authors/${author}`),
    organizations: () => page('organizations', 'organizations'),
    organization: (organization) => page('organizations', `organizations/${organization}`),
    categories: () => page('categories', 'categories'),
    category: (category) => page('categories', `categories/${category}`),
    watches: () => page('watch', 'watch'),
    watch: (watch) => page('watch', `watch/${watch}`),
    search: () => page('search', 'search'),
    subscribe: () => page('subscribe', 'subscribe'),
    about: () => page('about', 'about'),
    starred: () => page('starred', 'starred'),
    offline: () => page('offline', 'offline'),
    home: () =>
      page('latest', '') ?? page('archive', 'archive') ?? joinPaths(siteBase).concat('/').replace('//', '/'),
    root: () => pathOf(''),
    here: (pathname) => {
      const path = format === 'directory' ? pathname : pathname.replace(/(?:(?:^|\/)index)?\.html$/, '');
      return written(joinPaths(path));
    },
    identity: (id) => (id === '' ? prefix : `${within(id)}/`),
    file: within,
    searchIndexes: () => indexFolders.map((path) => `${joinPaths(root, path)}/`),
  };
}

/** An address in the form that URLs have it, in which browsers give it to scripts: only ASCII, without blanks. */
export function asInUrls(address: string): string {
  return address.replace(/[^!-~]/gu, encodeURIComponent);
}

/** Joins parts of a path with one slash between any two, one at the start, none at the end. */
export function joinPaths(...parts: string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
}
