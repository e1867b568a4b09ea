/**
 * What a digest may tell of a paper besides its title, its abstract and its links: the one table from which the fields of the tree,
 * of MDX front matter, of the collections and of what is exported follow.
 */
export const paperFacts = {
  /** Authors, in the order of the digest. */
  authors: { kind: 'texts' },
  /** Where the authors work, each once. */
  organizations: { kind: 'texts' },
  /** Day the paper came out, `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is told. */
  date: { kind: 'date' },
  /** Day of its newest version, `YYYY-MM-DD`, or less as for {@link paperFacts.date}. */
  updated: { kind: 'date' },
  /** arXiv identifier without its version, such as `2501.00001` or `math/0211159`. */
  arxivId: { kind: 'arxiv-id' },
  /** Version on arXiv, from 1. */
  arxivVersion: { kind: 'count' },
  /** DOI without a resolver's address, such as `10.1109/5.771073`. */
  doi: { kind: 'doi' },
  /** Journal, conference or book. */
  venue: { kind: 'text' },
  /** What the digest sorts it under, such as `cs.LG`, each once. */
  categories: { kind: 'texts' },
  /** Its keywords, each once. */
  keywords: { kind: 'texts' },
  /** Language of its text, as a BCP 47 tag such as `de`. */
  language: { kind: 'language' },
  /** What the authors say of it, such as `12 pages, 3 figures`. */
  comment: { kind: 'text' },
  /** Votes. */
  upvotes: { kind: 'count' },
  /** How many comments readers wrote. */
  comments: { kind: 'count' },
  /** Stars of its code. */
  stars: { kind: 'count' },
  /** Who handed it in. */
  submittedBy: { kind: 'text' },
  /** `new`, `cross-list` or `replacement`, as arXiv announces papers. */
  announcement: { kind: 'announcement' },
  /** arXiv identifier or DOI of the paper that it replaces or updates. */
  replaces: { kind: 'text' },
  /** `true` when its authors have withdrawn it. */
  withdrawn: { kind: 'flag' },
} as const satisfies Record<string, { kind: FactKind }>;

/** In what form the value of a fact is. */
export type FactKind =
  | 'text'
  | 'texts'
  | 'date'
  | 'arxiv-id'
  | 'doi'
  | 'count'
  | 'language'
  | 'announcement'
  | 'flag';

/** Name of a fact. */
export type FactName = keyof typeof paperFacts;

/** Kinds of announcements that arXiv makes. */
export type Announcement = 'new' | 'cross-list' | 'replacement';

interface ValueOfKind {
  text: string;
  texts: string[];
  date: string;
  'arxiv-id': string;
  doi: string;
  count: number;
  language: string;
  announcement: Announcement;
  flag: true;
}

/** The value of a fact. */
export type FactValue<Name extends FactName> = ValueOfKind[(typeof paperFacts)[Name]['kind']];

/** The facts of a paper; those of which nothing is told are absent. */
export type PaperFacts = { [Name in FactName]?: FactValue<Name> };

/** Names of the facts, in the order in which they are written. */
export const factNames = Object.keys(paperFacts) as FactName[];
