import { randomFrom, type Random } from '../hostile/random.ts';

/** A made-up paper, with all that any dialect can tell; each dialect's layout writes some of it. */
export interface MadePaper {
  title: string;
  /** One paragraph of several sentences. */
  abstract: string;
  authors: string[];
  arxivId: string;
  doi: string;
  /** `YYYY-MM-DD`. */
  date: string;
  upvotes: number;
  comments: number;
  submittedBy: string;
  organization: string;
  categories: string[];
  keywords: string[];
  venue: string;
  comment: string;
  url: string;
}

const subjects = [
  'Owls',
  'Terns',
  'Bats',
  'Small Rivers',
  'Nests',
  'Songs',
  'Moths',
  'Dunes',
  'Tides',
  'Lichens',
];
const verbs = [
  'Counting',
  'Hearing',
  'Mapping',
  'Sorting',
  'Following',
  'Learning from',
  'A Theory of',
  'On',
];
const places = [
  'in the North',
  'by Night',
  'under Snow',
  'at Low Cost',
  'without Maps',
  'in Two Passes',
  'Again',
];
const words = (
  'we count birds that sing at night and map the rivers where they rest our method takes one pass and needs no labels ' +
  'it holds in wind and rain earlier work asked for more nests than any forest has a longer series would tell more'
).split(' ');
const names = [
  'Mia Tern',
  'Zoë Auk',
  'Ana Wren',
  'Li Wei',
  'Jonas Kite',
  'Érik Øst',
  'O. R. Finch',
  'Noor van Dijk',
];

/** Makes papers from a seed; no two have one title or one identifier. */
export function makePapers(seed: number, count: number): MadePaper[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => makePaper(random, index + 1));
}

function makePaper(random: Random, number: number): MadePaper {
  const day = String(1 + random.below(28)).padStart(2, '0');
  const month = String(1 + random.below(12)).padStart(2, '0');
  const id = String(10_000 + random.below(50_000) * 1 + number).slice(-5);
  return {
    title: `${random.pick(verbs)} ${random.pick(subjects)} ${random.pick(places)}${random.below(3) === 0 ? `: Part ${number}` : ` ${number}`}`,
    abstract: Array.from({ length: 2 + random.below(4) }, () => sentence(random)).join(' '),
    authors: pickSome(random, names, 1 + random.below(4)),
    arxivId: `25${month}.${id}`,
    doi: `10.${1000 + random.below(9000)}/owl.${number}.${random.below(1000)}`,
    date: `2025-${month}-${day}`,
    upvotes: random.below(300),
    comments: random.below(20),
    submittedBy: random.pick(['mia', 'zoe_auk', 'ana-wren']),
    organization: random.pick(['Owl Lab', 'University of the North', 'Tern Institute']),
    categories: pickSome(random, ['cs.LG', 'cs.CL', 'q-bio.PE', 'stat.ML', 'cs.CV'], 1 + random.below(3)),
    keywords: pickSome(random, ['owls', 'night', 'counting', 'bird song', 'rivers'], 1 + random.below(3)),
    venue: random.pick(['Journal of Owls', 'Proceedings of the Night', 'Nest Letters']),
    comment: `${5 + random.below(30)} pages, ${1 + random.below(9)} figures`,
    url: `https://github.com/mia/owls-${number}`,
  };
}

function sentence(random: Random): string {
  const text = Array.from({ length: 8 + random.below(12) }, () => random.pick(words)).join(' ');
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

function pickSome(random: Random, values: readonly string[], count: number): string[] {
  const start = random.below(values.length);
  return Array.from(
    { length: Math.min(count, values.length) },
    (_, index) => values[(start + index) % values.length] as string,
  );
}
