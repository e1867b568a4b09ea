import { it } from 'vitest';
import { randomFrom, type Random } from '../hostile/random.ts';
import { expectPapers, type Expected } from './compare.ts';
import { longDay } from './mails.ts';
import { makePapers, type MadePaper } from './papers.ts';

it('300 generated pages of arXiv, copied, are read whole', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const papers = makePapers(seed, 1 + random.below(6));
    const layout = random.pick([newPage, recentPage, abstractPage]);
    const { text, expected } = layout(random, papers);
    expectPapers(text, 'arxiv-listing', expected, `seed ${seed}`);
  }
});

interface Made {
  text: string;
  expected: Expected[];
}

const names: Record<string, string> = {
  'cs.LG': 'Machine Learning',
  'cs.CL': 'Computation and Language',
  'q-bio.PE': 'Populations and Evolution',
  'stat.ML': 'Machine Learning',
  'cs.CV': 'Computer Vision and Pattern Recognition',
};

function subjects({ categories }: MadePaper): string {
  return categories.map((code) => `${names[code]} (${code})`).join('; ');
}

const top =
  'Skip to main content\nCornell University\n\nHelp | Advanced Search\n\nSearch\nPopulations and Evolution\n';
const foot = '\nAbout\nHelp\nContact\nSubscribe\nCopyright\nPrivacy Policy\n';

/** What all lists have of a paper, and how it is written. */
function item(
  random: Random,
  paper: MadePaper,
  number: number,
  withAbstract: boolean,
  kind: string | undefined,
): { text: string; expected: Expected } {
  const { title, abstract, authors, arxivId, categories, comment, venue } = paper;
  const isCross = kind === 'cross-list' || (kind === undefined && random.below(3) === 0);
  const told = {
    ...(random.below(2) === 0 && { comment }),
    ...(random.below(2) === 0 && { venue }),
  };
  const mark = isCross ? ' (cross-list from cs.SD)' : kind === 'replacement' ? ' (replaced)' : '';
  const indent = random.pick(['', '    ']);
  const lines = [
    random.below(2) === 0 ? `Title: ${title}` : `Title:\n${indent}${title}`,
    random.below(2) === 0 ? authors.join(', ') : `Authors: ${authors.join(', ')}`,
    ...(told.comment ? [`Comments: ${comment}`] : []),
    ...(told.venue ? [`Journal-ref: ${venue}`] : []),
    `Subjects: ${subjects(paper)}`,
  ];
  const formats = random.pick(['[pdf, html, other]', '[pdf, other]', '(pdf, ps, other)']);
  return {
    text: `[${number}] arXiv:${arxivId}${mark} ${formats}\n${lines.map((line) => indent + line).join('\n')}\n${withAbstract ? `\n${indent}${abstract}\n\n` : ''}`,
    expected: {
      title,
      abstract: withAbstract ? abstract : '',
      authors,
      arxivId,
      categories,
      announcement: (isCross ? 'cross-list' : kind) as Expected['announcement'] & string,
      ...told,
    },
  };
}

const headings = {
  new: 'New submissions',
  'cross-list': 'Cross submissions',
  replacement: 'Replacement submissions',
};

function newPage(random: Random, papers: MadePaper[]): Made {
  const withAbstract = random.below(4) > 0;
  const kinds = ['new', 'cross-list', 'replacement'] as const;
  const groups = kinds.map((kind, index) => ({
    kind,
    items: papers
      .filter((_, at) => at % kinds.length === index)
      .map((paper, at) => item(random, paper, at + 1, withAbstract, kind)),
  }));
  const shown = groups.filter(({ items }) => items.length > 0);
  const lists = shown.map(
    ({ kind, items }) =>
      `${headings[kind]} (showing ${items.length} of ${items.length} entries)\n${items.map(({ text }) => text).join('')}`,
  );
  return {
    text: `${top}New submissions\nCross-lists\nReplacements\n\nSee recent articles\n\nShowing new listings for Wednesday, 31 December 2025\nTotal of ${papers.length} entries\n${lists.join('')}Total of ${papers.length} entries\n${foot}`,
    expected: shown.flatMap(({ items }) => items.map(({ expected }) => expected)),
  };
}

function recentPage(random: Random, papers: MadePaper[]): Made {
  const items = papers.map((paper, at) => item(random, paper, at + 1, false, undefined));
  const cut = Math.ceil(items.length / 2);
  const days = [items.slice(0, cut), items.slice(cut)].filter(({ length }) => length > 0);
  const lists = days.map(
    (items, at) =>
      `${longDay(`2025-12-${31 - at}`)} (showing ${items.length} of ${items.length} entries )\n${items.map(({ text }) => text).join('')}`,
  );
  const dates = days.map((_, at) => longDay(`2025-12-${31 - at}`)).join('\n');
  return {
    text: `${top}Authors and titles for recent submissions\n${dates}\nTotal of ${items.length} entries : 1-${items.length}\n${lists.join('')}${foot}`,
    expected: items.map(({ expected }) => expected),
  };
}

function abstractPage(random: Random, [paper]: MadePaper[]): Made {
  const { title, abstract, authors, arxivId, categories, comment, doi, date } = paper as MadePaper;
  const told = { ...(random.below(2) === 0 && { comment }), ...(random.below(2) === 0 && { doi }) };
  const isRevised = random.below(2) === 0;
  const day = longDay(date).slice(5);
  const text = `${top}> Populations and Evolution\narXiv:${arxivId} (q-bio)\n[Submitted on ${day}${isRevised ? ' (v1), last revised 30 Dec 2025 (this version, v3)' : ''}]\nTitle:${title}\nAuthors:${authors.join(', ')}\nView PDF\n\nAbstract:${abstract}\n${told.comment ? `Comments:\t${comment}\n` : ''}Subjects:\t${subjects(paper as MadePaper)}\nCite as:\tarXiv:${arxivId} [q-bio.PE]\n \t(or arXiv:${arxivId}v1 [q-bio.PE] for this version)\n \thttps://doi.org/10.48550/arXiv.${arxivId}\nFocus to learn more\n${told.doi ? `Related DOI:\thttps://doi.org/${doi}\nFocus to learn more\n` : ''}Submission history\nFrom: ${authors[0]} [view email]\n[v1] ${longDay(date)} 18:00:00 UTC (75 KB)\n${foot}`;
  return {
    text,
    expected: [
      {
        title,
        abstract,
        authors,
        arxivId,
        categories,
        date,
        submittedBy: authors[0] as string,
        ...(isRevised && { updated: '2025-12-30', arxivVersion: 3 }),
        ...told,
      },
    ],
  };
}
