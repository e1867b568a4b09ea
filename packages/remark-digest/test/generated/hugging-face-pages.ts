import type { Random } from '../hostile/random.ts';
import type { Expected } from './compare.ts';
import type { MadePaper } from './papers.ts';

/** One thing that stands on a page of Hugging Face. */
export interface Item {
  text: string;
  href?: string;
  level?: number;
  /** Whether it is a point of a list. */
  point?: boolean;
  /** The text of an image before it, which some forms of a copy keep. */
  image?: string;
  /** Whether it stands behind the one before it, on the same line of the page. */
  beside?: boolean;
}

/** A page, and what must be read from it. */
export interface MadePage {
  items: Item[];
  papers: Expected[];
  /** What was searched for. */
  query: string | undefined;
  /** Day of the issue; nothing where the page tells none. */
  date: string | undefined;
}

const site = 'https://huggingface.co';
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The pages that list papers, with the form of a paper on each. */
const lists = {
  search: searchPaper,
  daily: dailyPaper,
  weekly: dailyPaper,
  monthly: dailyPaper,
  trending: trendingPapers,
};

type Kind = keyof typeof lists;

/**
 * Makes a page of some papers. Whatever a page may lack is there or not by chance.
 *
 * @param kind which of the site's pages
 */
export function makePage(kind: Kind, papers: readonly MadePaper[], random: Random): MadePage {
  const often = (): boolean => random.below(3) > 0;
  const query = kind === 'search' && often() ? 'night birds' : undefined;
  const made = papers.map((paper) => lists[kind](vary(paper, random), random));
  return {
    items: [
      ...(often() ? top : []),
      ...header(kind, random, query),
      ...made.flatMap(({ items }) => items),
      ...(often() ? bottom(kind) : []),
    ],
    papers: made.map(({ paper }) => paper),
    query,
    date: datesOf[kind],
  };
}

const datesOf: Record<Kind, string | undefined> = {
  search: '2025-12-27',
  daily: '2025-12-27',
  weekly: '2025-12-28',
  monthly: '2025-12-31',
  trending: undefined,
};

const top: Item[] = [
  { text: 'Hugging Face', href: `${site}/`, image: "Hugging Face's logo" },
  { text: 'Models', href: `${site}/models`, point: true },
  { text: 'Datasets', href: `${site}/datasets`, point: true },
  { text: 'Docs', href: `${site}/docs`, point: true },
  { text: 'Log In', href: `${site}/login`, point: true },
];

function bottom(kind: Kind): Item[] {
  return [
    ...(kind === 'trending' ? [] : [{ text: 'Previous', href: `${site}/papers/date/2025-12-26` }]),
    { text: 'System theme' },
    { text: 'Company' },
    { text: 'TOS', href: `${site}/terms-of-service` },
    { text: 'Privacy', href: `${site}/privacy` },
  ];
}

function header(kind: Kind, random: Random, query: string | undefined): Item[] {
  const banner = [
    { text: 'new' },
    ...[
      { text: 'Get trending papers in your email inbox once a day!' },
      { text: 'Get trending papers in your email inbox!' },
    ].slice(random.below(2)),
    { text: 'Subscribe', href: `${site}/login?next=%2Fpapers` },
  ];
  const curator = random.pick<Item[]>([
    [{ text: 'byAK and the research community' }],
    [{ text: 'by AK and the research community', level: 2 }],
    [{ text: 'by' }, { text: 'AK', href: `${site}/akhaliq` }, { text: 'and the research community' }],
  ]);
  const periods = random.pick<Item[]>([
    [
      { text: 'Daily', point: true },
      { text: 'Weekly', point: true },
      { text: 'Monthly', point: true },
    ],
    [{ text: 'Daily Weekly Monthly' }],
    [{ text: 'DailyWeeklyMonthly' }],
  ]);
  const days = [
    { text: 'Dec 26', href: `${site}/papers/date/2025-12-26` },
    { text: 'Dec 27' },
    { text: 'Dec 28', href: `${site}/papers/date/2025-12-28` },
  ];
  const heading = {
    trending: [],
    weekly: [{ text: 'Week 52, 2025' }],
    monthly: [{ text: 'December 2025' }],
    search: days.slice(...random.pick([[1, 2] as const, [0, 2] as const, [0, 3] as const])),
    daily: days.slice(...random.pick([[1, 2] as const, [0, 2] as const, [0, 3] as const])),
  };
  const trending = kind === 'trending';
  return [
    ...(random.below(2) === 0 ? banner : []),
    { text: trending ? 'Trending Papers' : 'Daily Papers', level: 1 },
    ...curator,
    ...(query === undefined ? [] : [{ text: query }]),
    ...(trending ? [] : periods),
    ...heading[kind],
  ];
}

/** What a page tells of a paper, each part of it there or not. */
interface Varied {
  title: string;
  abstract: string;
  paper: MadePaper;
  upvotes: number | undefined;
  comments: number | undefined;
  organization: string | undefined;
  stars: string | undefined;
  address: string;
  /** As the page writes it, and as it is read. */
  shownDate: string;
  date: string;
}

function vary(paper: MadePaper, random: Random): Varied {
  const { title, abstract } = paper;
  const seldom = (): boolean => random.below(3) === 0;
  const [, month = '', day = ''] = paper.date.split('-');
  const year = seldom() ? '2024' : '2025';
  const shown = `${months[Number(month) - 1]} ${Number(day)}`;
  return {
    title: random.pick([
      title,
      title,
      `${title}. II. Bright Ones`,
      `Dr. Owl and ${title}`,
      `${title}.`,
      `${title}?`,
    ]),
    abstract: random.pick([
      abstract,
      abstract,
      `${abstract.split('. ')[0]?.replace(/\.$/, '')}.`,
      `${abstract} Our code is at https://songs.example.org`,
      `We sort owls in [0,1) of all nights, as [1][2] have it. ${abstract}`,
    ]),
    paper,
    upvotes: seldom() ? undefined : paper.upvotes,
    comments: seldom() ? undefined : 1 + paper.comments,
    organization: seldom() ? paper.organization : undefined,
    stars: seldom() ? undefined : random.pick(['3.29k', '110k', '476']),
    address: `${site}/papers/${paper.arxivId}`,
    shownDate: year === '2024' || seldom() ? `${shown}, ${year}` : shown,
    date: `${year}-${month}-${day}`,
  };
}

function expected({ title, abstract, paper, upvotes, comments, organization }: Varied): Expected {
  return {
    title,
    abstract: abstract.replace(/\s+/g, ' '),
    arxivId: paper.arxivId,
    upvotes,
    comments,
    organizations: organization === undefined ? undefined : [organization],
  };
}

function votes({ upvotes, paper: { arxivId } }: Varied): Item {
  return {
    text: upvotes === undefined ? '-' : String(upvotes),
    href: `${site}/login?next=%2Fpapers%2F${arxivId}`,
  };
}

function byWhom({ organization, paper, address }: Varied): Item {
  const { length } = paper.authors;
  return organization === undefined
    ? { text: length === 1 ? '1 author' : `${length} authors`, href: address, point: true }
    : { text: organization, href: `${site}/owls`, image: 'owls' };
}

/** What stands on the page with the results of a search, or with the papers of a day. */
function searchPaper(varied: Varied): { items: Item[]; paper: Expected } {
  const { title, abstract, address, comments, shownDate, date } = varied;
  return {
    items: [
      votes(varied),
      { text: title, href: address, level: 3 },
      { text: abstract, href: address },
      byWhom(varied),
      { text: '·', beside: true },
      { text: shownDate, beside: true },
      ...(comments === undefined
        ? []
        : [{ text: String(comments), href: `${address}#community`, beside: true }]),
    ],
    paper: { ...expected(varied), date },
  };
}

/** A paper of a day, a week or a month, without its abstract. */
function dailyPaper(varied: Varied): { items: Item[]; paper: Expected } {
  const { title, address, comments, paper } = varied;
  return {
    items: [
      { text: 'Submitted by' },
      { text: paper.submittedBy, href: `${site}/${paper.submittedBy}`, image: paper.submittedBy },
      votes(varied),
      { text: title, href: address, level: 3 },
      byWhom(varied),
      { text: '·', beside: true },
      ...(comments === undefined
        ? []
        : [{ text: String(comments), href: `${address}#community`, beside: true }]),
    ],
    paper: { ...expected(varied), abstract: '', submittedBy: paper.submittedBy },
  };
}

/** A paper as the page of trends has it: twice, and only one of the two says that its date is the one of its publication. */
function trendingPapers(varied: Varied, random: Random): { items: Item[]; paper: Expected } {
  const { title, abstract, address, upvotes, paper, stars, shownDate, date } = varied;
  const submitted = random.below(2) === 0 ? paper.submittedBy : undefined;
  const once = (day: string): Item[] => [
    ...(submitted === undefined
      ? []
      : [{ text: 'Submitted by' }, { text: submitted, href: `${site}/${submitted}` }]),
    { text: title, href: address, level: 3 },
    { text: abstract },
    byWhom(varied),
    { text: '·', beside: true },
    { text: day, beside: true },
    { text: `Upvote\n${upvotes ?? '-'}`, href: `${site}/login?next=%2Fpapers%2F${paper.arxivId}` },
    ...(stars === undefined ? [] : [{ text: `GitHub ${stars}`, href: paper.url }]),
    { text: 'arXiv Page', href: `https://arxiv.org/abs/${paper.arxivId}` },
  ];
  return {
    items: [...once(`Published on ${shownDate}`), ...once(shownDate)],
    paper: {
      ...expected(varied),
      comments: undefined,
      date,
      stars: countOf(stars),
      submittedBy: submitted,
    } as Expected,
  };
}

/** Makes the page of one paper, with what readers say of it and of others below. */
export function makePaperPage(made: MadePaper, random: Random): MadePage {
  const varied = vary(made, random);
  const { title, abstract, address, paper, upvotes, stars, shownDate, date } = varied;
  const often = (): boolean => random.below(3) > 0;
  const [generated, comments] = [often(), often()];
  const authors = paper.authors.flatMap((name, index): Item[] => [
    { text: index < paper.authors.length - 1 ? `${name},` : name },
  ]);
  const items: Item[] = [
    ...(often() ? top : []),
    { text: 'Papers', href: `${site}/papers` },
    { text: `arxiv:${paper.arxivId}` },
    { text: title, level: 1 },
    { text: `Published on ${shownDate}` },
    { text: '·', beside: true },
    { text: 'Submitted by', beside: true },
    { text: paper.submittedBy, href: `${site}/${paper.submittedBy}`, image: paper.submittedBy, beside: true },
    { text: 'on Dec 24', beside: true },
    { text: `Upvote\n${upvotes ?? '-'}`, href: `${site}/login?next=%2Fpapers%2F${paper.arxivId}` },
    ...(often() ? [{ text: '+11' }] : []),
    { text: 'Authors:' },
    ...authors,
    { text: 'Abstract', level: 2 },
    ...(generated ? [{ text: 'Birds are sorted by their songs.' }, { text: 'AI-generated summary' }] : []),
    { text: abstract },
    { text: 'View arXiv page', href: `https://arxiv.org/abs/${paper.arxivId}` },
    { text: 'View PDF', href: `https://arxiv.org/pdf/${paper.arxivId}` },
    ...(stars === undefined ? [] : [{ text: `GitHub ${stars}`, href: paper.url }]),
    { text: 'Add to collection', href: `${site}/login?next=%2Fpapers%2F${paper.arxivId}` },
    { text: 'Community', level: 3 },
    ...(comments
      ? [
          { text: 'librarian', href: `${site}/librarian` },
          { text: 'Dec 25', href: `${address}#651d` },
          { text: 'These papers are similar. They sort birds as well.' },
          { text: 'A Map of Small Rivers', href: `${site}/papers/2308.09583`, point: true },
          { text: 'Reply' },
        ]
      : []),
    ...(comments || often()
      ? [
          { text: 'Models citing this paper 1', level: 2 },
          { text: 'mia/song-1b', href: `${site}/mia/song-1b` },
        ]
      : []),
    ...(often() ? bottom('trending') : []),
  ];
  const expectedPaper: Expected = {
    ...expected(varied),
    authors: paper.authors,
    comments: undefined,
    organizations: undefined,
    submittedBy: paper.submittedBy,
    stars: countOf(stars),
    date,
  };
  return { items, papers: [expectedPaper], query: undefined, date: undefined };
}

function countOf(stars: string | undefined): number | undefined {
  return stars === undefined
    ? undefined
    : Math.round(Number.parseFloat(stars) * (stars.endsWith('k') ? 1000 : 1));
}
