/** Kinds of pages and files that a digest has, each of which a site may turn off by its name. */
export const routeKinds = [
  /** The latest issue, at the digest's base. */
  'latest',
  /** One page an issue. */
  'issue',
  /** The papers of an issue by votes. */
  'byVotes',
  /** One page a paper. */
  'paper',
  /** All issues, and those of a year, a month, a week. */
  'archive',
  /** All topics, and one page a topic. */
  'topics',
  /** All authors, and one page an author. */
  'authors',
  /** All organizations, and one page an organization. */
  'organizations',
  /** All categories that digests sort papers under, and one page a category. */
  'categories',
  /** The queries that the site watches, and one page a query. */
  'watch',
  /** What became more and what became less, and the line of each topic on its page. */
  'trends',
  /** Looks back at the weeks and the months that are over, each a page, with feeds and mail editions. */
  'reviews',
  /** The search page with its index. */
  'search',
  /** How to follow the digest. */
  'subscribe',
  /** What was read, and what was found wrong. */
  'about',
  /** The papers that the reader starred. */
  'starred',
  /** What can be read without a network, and what is saved of it in the reader's browser. */
  'offline',
  /** What stands where no page is. */
  'notFound',
  /** RSS, Atom and JSON Feed. */
  'feeds',
  /** BibTeX, RIS, CSL-JSON and JSON Lines. */
  'bibliographies',
  /** E-books of the issues, and of years and months that have at most 1,000 papers. */
  'epub',
  /** Mail editions of the issues. */
  'mail',
  /** `sitemap.xml`. */
  'sitemap',
  /** `llms.txt`. */
  'llms',
  /** Pictures of the issues for those who share a page. */
  'images',
] as const;

/** Name of a kind of page or file. */
export type RouteKind = (typeof routeKinds)[number];

/** Kinds that a site has only where it asks for them by name. */
export const kindsToAskFor: readonly RouteKind[] = ['epub'];

/** Which kinds of pages and files there are. */
export type Routes = Readonly<Record<RouteKind, boolean>>;
