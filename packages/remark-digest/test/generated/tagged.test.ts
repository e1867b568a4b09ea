import { expect, it } from 'vitest';
import { fromDigest } from '../../src/index.ts';
import { randomFrom, type Random } from '../hostile/random.ts';
import {
  chooseParts,
  dateFor,
  expectedOf,
  familyFirst,
  wrap,
  type Parts,
  type Written,
} from './bibliographies.ts';
import { knownPapers, readByCitationJs } from './citation-js.ts';
import { expectPapers, type Expected } from './compare.ts';
import { makePapers, type MadePaper } from './papers.ts';

/** Writes one paper, and tells what must be read of it. */
type Writer = (
  paper: MadePaper,
  parts: Parts,
  random: Random,
) => { lines: string[]; facts: Partial<Expected> };

/** Puts records together with what stands around and between them. */
interface Layout {
  before(random: Random): string[];
  between(random: Random, index: number): string[];
  after: string[];
}

function write(seed: number, writer: Writer, layout: Layout): Written {
  const random = randomFrom(seed);
  const papers = makePapers(seed, 1 + random.below(6));
  const expected: Expected[] = [];
  const records = papers.flatMap((paper, index) => {
    const { lines, facts } = writer(paper, chooseParts(random), random);
    expected.push(expectedOf(paper, facts));
    return [...layout.between(random, index), ...lines];
  });
  const text = [...layout.before(random), ...records, ...layout.after].join('\n');
  return { text: random.below(5) === 0 ? text.replaceAll('\n', '\r\n') : text, expected };
}

function sharedFacts(paper: MadePaper, parts: Parts): Partial<Expected> {
  return {
    authors: parts.authors ? paper.authors : [],
    venue: parts.venue ? paper.venue : undefined,
    date: dateFor(paper, parts),
    keywords: parts.keywords ? paper.keywords : undefined,
    doi: parts.doi ? paper.doi : undefined,
    organizations: parts.organization ? [paper.organization] : undefined,
    language: parts.language ? 'en' : undefined,
  } as Partial<Expected>;
}

function shuffle<Value>(random: Random, values: readonly Value[]): Value[] {
  const rest = [...values];
  return values.map(() => rest.splice(random.below(rest.length), 1)[0] as Value);
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function inWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? [] : [monthNames[Number(month) - 1] ?? ''];
  return [year, ...name, ...(day === undefined ? [] : [String(Number(day))])].join(' ');
}

const writeRis: Writer = (paper, parts, random) => {
  const space = random.below(5) === 0 ? ' ' : '  ';
  const tag = (name: string, value: string): string => `${name}${space}- ${value}`;
  const date = dateFor(paper, parts);
  const newer = random.below(2) === 0;
  const indent = random.pick(['', '      ']);
  const fields = [
    [tag(newer ? 'TI' : 'T1', paper.title)],
    [tag(newer ? 'AB' : 'N2', random.below(2) === 0 ? paper.abstract : wrap(random, paper.abstract, indent))],
    parts.authors ? paper.authors.map((name) => tag(newer ? 'AU' : 'A1', familyFirst(name))) : [],
    parts.venue ? [tag(random.pick(['JO', 'JF', 'T2']), paper.venue)] : [],
    date === undefined
      ? []
      : [tag(newer ? 'PY' : 'Y1', `${date.replaceAll('-', '/')}${'/'.repeat(3 - date.split('-').length)}`)],
    parts.keywords
      ? random.below(2) === 0
        ? paper.keywords.map((word) => tag('KW', word))
        : [tag('KW', paper.keywords.join('\n'))]
      : [],
    parts.doi ? [tag('DO', paper.doi)] : [],
    parts.arxiv ? [tag('AN', `arXiv:${paper.arxivId}`)] : [],
    parts.url ? [tag(random.pick(['UR', 'L2']), paper.url)] : [],
    parts.organization ? [tag('AD', paper.organization)] : [],
    parts.language ? [tag('LA', random.pick(['en', 'eng', 'English']))] : [],
    parts.unused ? [tag('SP', '1'), tag('PB', 'Perch Press'), tag('SN', '')] : [],
  ];
  const facts = {
    ...sharedFacts(paper, parts),
    arxivId: parts.arxiv ? paper.arxivId : undefined,
    links: parts.url ? [{ url: paper.url, kind: 'code' }] : [],
  } as Partial<Expected>;
  const end = random.below(6) === 0 ? [] : [tag('ER', '')];
  return { lines: [tag('TY', 'JOUR'), ...shuffle(random, fields).flat(), ...end], facts };
};

const risLayout: Layout = {
  before: (random) => (random.below(3) === 0 ? ['Provider: Owl Press', 'Database: Nests', ''] : []),
  between: (random, index) => random.pick([[], [''], ['', `${index + 1}.`], ['', `[${index + 1}]`, '']]),
  after: [''],
};

const writeMedline: Writer = (paper, parts, random) => {
  const pad = (name: string, value: string): string => `${name.padEnd(4)}- ${value}`;
  const date = dateFor(paper, parts);
  const number = String(30_000_000 + random.below(1_000_000));
  const full = random.below(3) > 0;
  const fields = [
    [pad('TI', wrap(random, `${paper.title}.`, '      '))],
    [pad('AB', wrap(random, paper.abstract, '      '))],
    parts.authors
      ? paper.authors.flatMap((name) => [
          pad('FAU', familyFirst(name)),
          ...(full ? [pad('AU', 'Tern M')] : []),
        ])
      : [],
    parts.organization ? [pad('AD', paper.organization)] : [],
    parts.venue ? [pad('JT', paper.venue), ...(full ? [pad('TA', 'J Owls')] : [])] : [],
    date === undefined ? [] : [pad('DP', inWords(date))],
    parts.keywords ? paper.keywords.map((word) => pad(full ? 'OT' : 'MH', word)) : [],
    parts.doi ? [pad(random.pick(['LID', 'AID']), `${paper.doi} [doi]`)] : [],
    parts.language ? [pad('LA', 'eng')] : [],
    parts.unused ? [pad('STAT', 'MEDLINE'), pad('GR', 'R01 1/OWL'), pad('RN', '')] : [],
  ];
  const facts = {
    ...sharedFacts(paper, parts),
    links: [{ url: `https://pubmed.ncbi.nlm.nih.gov/${number}/`, kind: 'paper' }],
  } as Partial<Expected>;
  return { lines: [pad('PMID', number), pad('OWN', 'NLM'), ...shuffle(random, fields).flat()], facts };
};

const blankLines: Layout = { before: () => [], between: () => [''], after: [''] };

const writeWos: Writer = (paper, parts, random) => {
  const date = dateFor(paper, parts);
  const [year, month, day] = (date ?? '').split('-');
  const within =
    month === undefined
      ? ''
      : `${monthNames[Number(month) - 1]?.toUpperCase()}${day === undefined ? '' : ` ${Number(day)}`}`;
  const names = paper.authors.map(familyFirst).join('\n   ');
  const fields = [
    [`TI ${wrap(random, paper.title, '   ')}`],
    [`AB ${wrap(random, paper.abstract, '   ')}`],
    parts.authors ? [`AF ${names}`, 'AU Tern, M'] : [],
    parts.venue ? [`SO ${paper.venue}`] : [],
    parts.language ? ['LA English'] : [],
    parts.keywords ? [`DE ${paper.keywords.join('; ')}`] : [],
    parts.doi ? [`DI ${paper.doi}`] : [],
    parts.organization
      ? [random.pick([`C3 ${paper.organization}`, `C1 [Tern, Mia; Auk, Zoe] ${paper.organization}`])]
      : [],
    date === undefined ? [] : [`PY ${year}`, ...(within === '' ? [] : [`PD ${within}`])],
    parts.arxiv ? [`WC ${paper.categories.join('; ')}`] : [],
    parts.unused ? ['UT WOS:1', 'NR 3'] : [],
  ];
  const facts = {
    ...sharedFacts(paper, parts),
    categories: parts.arxiv ? paper.categories : undefined,
  } as Partial<Expected>;
  return { lines: ['PT J', ...shuffle(random, fields).flat(), 'ER'], facts };
};

const wosLayout: Layout = {
  before: () => ['FN Clarivate Analytics Web of Science', 'VR 1.0'],
  between: () => [''],
  after: ['', 'EF', ''],
};

const writeEndnote: Writer = (paper, parts, random) => {
  const date = dateFor(paper, parts);
  const fields = [
    [`%T ${paper.title}`],
    [`%X ${random.below(2) === 0 ? paper.abstract : wrap(random, paper.abstract, '')}`],
    parts.authors ? paper.authors.map((name) => `%A ${familyFirst(name)}`) : [],
    parts.venue ? [`%J ${paper.venue}`] : [],
    date === undefined ? [] : [`%D ${date.slice(0, 4)}`, ...(date.length > 4 ? [`%8 ${date}`] : [])],
    parts.keywords ? [`%K ${paper.keywords.join('\n')}`] : [],
    parts.doi ? [`%R ${paper.doi}`] : [],
    parts.url ? [`%U ${paper.url}`] : [],
    parts.organization ? [`%+ ${paper.organization}`] : [],
    parts.language ? ['%G English'] : [],
    parts.unused ? ['%I Perch Press', '%P 1-10'] : [],
  ];
  const facts = {
    ...sharedFacts(paper, parts),
    links: parts.url ? [{ url: paper.url, kind: 'code' }] : [],
  } as Partial<Expected>;
  return { lines: ['%0 Journal Article', ...shuffle(random, fields).flat()], facts };
};

const formats: [dialect: string, writer: Writer, layout: Layout][] = [
  ['ris', writeRis, risLayout],
  ['medline', writeMedline, blankLines],
  ['web-of-science', writeWos, wosLayout],
  ['endnote', writeEndnote, blankLines],
];

it.each(formats)(
  '300 generated bibliographies of %s are read whole',
  { timeout: 60_000 },
  (dialect, writer, layout) => {
    for (let seed = 1; seed <= 300; seed++) {
      const { text, expected } = write(seed, writer, layout);
      expectPapers(text, dialect, expected, `seed ${seed}\n${text}`);
    }
  },
);

it('100 generated bibliographies of ris say the same to Citation.js', { timeout: 60_000 }, () => {
  for (let seed = 301; seed <= 400; seed++) {
    const plain: Writer = (paper, _, random) => {
      const { abstract: __, ...facts } = paper;
      const lines = [
        'TY  - JOUR',
        `TI  - ${facts.title}`,
        ...facts.authors.map((name) => `AU  - ${familyFirst(name)}`),
        `DO  - ${facts.doi}`,
        `${random.pick(['JO', 'JF', 'T2'])}  - ${facts.venue}`,
        'ER  - ',
      ];
      return { lines, facts: {} };
    };
    const { text } = write(seed, plain, { before: () => [], between: () => [], after: [''] });
    const ours = knownPapers(fromDigest(text, { path: '2025-12-31.ris' }));
    expect(ours, text).toEqual(readByCitationJs(text, '@ris/file'));
  }
});
