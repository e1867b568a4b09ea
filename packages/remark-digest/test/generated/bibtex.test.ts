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

/** How a bibliography is written. */
interface Style {
  biblatex: boolean;
  quoted: boolean;
  round: boolean;
  upper: boolean;
  accents: boolean;
  macros: boolean;
  oneLine: boolean;
  /** `Last, First` or `First Last`. */
  familyFirst: boolean;
  /** Whether every entry has a key. */
  keyed: boolean;
}

/** @param keyed whether every entry has a key */
function write(seed: number, keyed = false): Written {
  const random = randomFrom(seed);
  const coin = (): boolean => random.below(2) === 0;
  const style: Style = {
    biblatex: coin(),
    quoted: random.below(4) === 0,
    round: random.below(4) === 0,
    upper: coin(),
    accents: coin(),
    macros: coin(),
    oneLine: random.below(4) === 0,
    familyFirst: coin(),
    keyed,
  };
  const papers = makePapers(seed, 1 + random.below(6)).map((paper) => ({
    paper,
    parts: chooseParts(random),
  }));
  const head = [
    ...(coin() ? ['% A comment, with words'] : []),
    ...(style.macros ? ['@string{jo = "Journal of "}', '@String(owls = jo # {Owls})'] : []),
    ...(coin() ? ['@comment{jabref-meta: databaseType:bibtex;}'] : []),
  ];
  const entries = papers.map(({ paper, parts }, index) => writeEntry(paper, parts, style, random, index));
  return {
    text: [...head, ...entries].join(random.below(3) === 0 ? '\n' : '\n\n'),
    expected: papers.map(({ paper, parts }) => expectedOf(paper, factsOf(paper, parts))),
  };
}

function writeEntry(paper: MadePaper, parts: Parts, style: Style, random: Random, index: number): string {
  const fields: [name: string, value: string, bare?: boolean][] = [
    ['title', protect(random, paper.title)],
    ['abstract', style.oneLine ? paper.abstract : wrap(random, paper.abstract, '    ')],
  ];
  const names = style.familyFirst ? paper.authors.map(familyFirst) : paper.authors;
  if (parts.authors)
    fields.push([
      'author',
      names.map((name) => toTex(name, style)).join(style.oneLine ? ' and ' : ' and\n    '),
    ]);
  if (parts.venue) {
    const macro = style.macros && paper.venue === 'Journal of Owls';
    fields.push([style.biblatex ? 'journaltitle' : 'journal', macro ? 'owls' : paper.venue, macro]);
  }
  if (parts.date !== 'no') fields.push(...dateFields(paper, parts, style));
  if (parts.keywords) fields.push(['keywords', paper.keywords.join(random.pick([', ', '; ', ',']))]);
  if (parts.doi) fields.push(['doi', random.pick(['', 'https://doi.org/', 'doi:']) + paper.doi]);
  if (parts.arxiv) {
    fields.push(['eprint', paper.arxivId], [style.biblatex ? 'eprinttype' : 'archivePrefix', 'arXiv']);
    fields.push([style.biblatex ? 'eprintclass' : 'primaryClass', paper.categories[0] ?? '']);
  }
  if (parts.url)
    fields.push(
      random.pick([
        ['url', paper.url],
        ['howpublished', `\\url{${paper.url}}`],
      ]),
    );
  if (parts.organization)
    fields.push([random.pick(['institution', 'school', 'affiliation']), paper.organization]);
  if (parts.language) fields.push(['langid', 'english']);
  if (parts.unused) fields.push(['publisher', '{Perch} Press'], ['volume', '12', true], ['note', '']);
  const written = shuffle(random, fields).map(([name, value, bare]) => {
    const key = style.upper ? name.toUpperCase() : name;
    return `${key} = ${bare ? value : style.quoted ? `"${value}"` : `{${value}}`}`;
  });
  const type = random.pick(['article', 'InProceedings', 'MISC', 'online']);
  const key = !style.keyed && random.below(5) === 0 ? '' : `key${index}`;
  const [open, close] = style.round ? ['(', ')'] : ['{', '}'];
  const comma = random.below(2) === 0 ? ',' : '';
  return style.oneLine
    ? `@${type}${open}${key}, ${written.join(', ')}${comma}${close}`
    : `@${type}${open}${key},\n  ${written.join(',\n  ')}${comma}\n${close}`;
}

/** Some capitals in braces, as people keep them. */
function protect(random: Random, title: string): string {
  const words = title.replace(/[A-Z]/g, (letter) => (random.below(4) === 0 ? `{${letter}}` : letter));
  return random.below(4) === 0 ? `{${words}}` : words;
}

function toTex(name: string, { accents }: Style): string {
  return accents
    ? name.replace('ë', '{\\"e}').replace('É', "\\'{E}").replace('Ø', '{\\O}').replace('O. R.', 'O.~R.')
    : name;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function dateFields(paper: MadePaper, parts: Parts, { biblatex }: Style): [string, string, boolean?][] {
  const [year = '', month = '', day = ''] = paper.date.split('-');
  if (biblatex) return [['date', dateFor(paper, parts) ?? '']];
  const fields: [string, string, boolean?][] = [['year', year, true]];
  if (parts.date !== 'year') fields.push(['month', months[Number(month) - 1] ?? '', true]);
  if (parts.date === 'day') fields.push(['day', day]);
  return fields;
}

function factsOf(paper: MadePaper, parts: Parts): Partial<Expected> {
  const date = dateFor(paper, parts);
  return {
    authors: parts.authors ? paper.authors : [],
    venue: parts.venue ? paper.venue : undefined,
    date,
    keywords: parts.keywords ? paper.keywords : undefined,
    doi: parts.doi ? paper.doi : undefined,
    arxivId: parts.arxiv ? paper.arxivId : undefined,
    categories: parts.arxiv ? paper.categories.slice(0, 1) : undefined,
    organizations: parts.organization ? [paper.organization] : undefined,
    language: parts.language ? 'en' : undefined,
    links: parts.url ? [{ url: paper.url, kind: 'code' }] : [],
  } as Partial<Expected>;
}

function shuffle<Value>(random: Random, values: readonly Value[]): Value[] {
  const rest = [...values];
  return values.map(() => rest.splice(random.below(rest.length), 1)[0] as Value);
}

it('300 generated bibliographies are read whole', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { text, expected } = write(seed);
    expectPapers(text, 'bibtex', expected, `seed ${seed}\n${text}`);
  }
});

it('100 generated bibliographies say the same to Citation.js', { timeout: 60_000 }, () => {
  for (let seed = 301; seed <= 400; seed++) {
    const { text } = write(seed, true);
    const ours = knownPapers(fromDigest(text, { path: '2025-12-31.bib' }));
    expect(ours, text).toEqual(readByCitationJs(text, '@biblatex/text'));
  }
});
