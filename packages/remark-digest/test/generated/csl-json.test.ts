import { it } from 'vitest';
import { randomFrom, type Random } from '../hostile/random.ts';
import { chooseParts, dateFor, expectedOf, type Parts, type Written } from './bibliographies.ts';
import { expectPapers, type Expected } from './compare.ts';
import { makePapers, type MadePaper } from './papers.ts';

function write(seed: number): Written {
  const random = randomFrom(seed);
  const expected: Expected[] = [];
  const records = makePapers(seed, 1 + random.below(6)).map((paper, index) => {
    const parts = { ...chooseParts(random), authors: index === 0 || random.below(2) === 0 };
    expected.push(expectedOf(paper, factsOf(paper, parts)));
    return recordOf(paper, parts, random, index);
  });
  const texts = [
    () => JSON.stringify(records, null, random.pick([0, 1, 2, 4])),
    () => records.map((record) => JSON.stringify(record)).join('\n'),
    () => JSON.stringify({ [random.pick(['items', 'references'])]: records }, null, 2),
  ];
  const text = random.pick(texts)();
  return { text: random.below(4) === 0 ? escapeLetters(text) : text, expected };
}

/** Letters beyond ASCII as JSON escapes them. */
function escapeLetters(json: string): string {
  return json.replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function recordOf(paper: MadePaper, parts: Parts, random: Random, index: number): Record<string, unknown> {
  const date = dateFor(paper, parts);
  const asList = (text: string): unknown => (random.below(4) === 0 ? [text] : text);
  const fields: Record<string, unknown> = {
    title: asList(paper.title),
    abstract: random.below(3) === 0 ? `<jats:p>${paper.abstract}</jats:p>` : paper.abstract,
    ...(parts.authors && { author: paper.authors.map((name) => nameOf(name, random)) }),
    ...(parts.venue && { 'container-title': asList(paper.venue) }),
    ...(date !== undefined && {
      issued: random.pick([
        { 'date-parts': [date.split('-').map(Number)] },
        { 'date-parts': [date.split('-')] },
        { raw: date },
      ]),
    }),
    ...(parts.keywords && { keyword: paper.keywords.join(', ') }),
    ...(parts.doi && { DOI: paper.doi }),
    ...(parts.arxiv && { number: `arXiv:${paper.arxivId}` }),
    ...(parts.url && { URL: paper.url }),
    ...(parts.language && { language: 'en' }),
    ...(parts.unused && { publisher: 'Perch "Press"', volume: '12', page: null, custom: { a: [1, {}] } }),
  };
  const keys = Object.keys(fields).sort(() => random.below(3) - 1);
  return {
    id: `owl${index}`,
    type: random.pick(['article-journal', 'paper-conference', 'article']),
    ...Object.fromEntries(keys.map((key) => [key, fields[key]])),
  };
}

function nameOf(name: string, random: Random): Record<string, string> {
  if (random.below(6) === 0) return { literal: name };
  const words = name.split(' ');
  const family = words.pop() ?? '';
  const particle = words.at(-1) === 'van' ? words.pop() : undefined;
  return {
    given: words.join(' '),
    family,
    ...(particle !== undefined && {
      [random.pick(['non-dropping-particle', 'dropping-particle'])]: particle,
    }),
  };
}

function factsOf(paper: MadePaper, parts: Parts): Partial<Expected> {
  return {
    authors: parts.authors ? paper.authors : [],
    venue: parts.venue ? paper.venue : undefined,
    date: dateFor(paper, parts),
    keywords: parts.keywords ? paper.keywords : undefined,
    doi: parts.doi ? paper.doi : undefined,
    arxivId: parts.arxiv ? paper.arxivId : undefined,
    language: parts.language ? 'en' : undefined,
    links: parts.url ? [{ url: paper.url, kind: 'code' }] : [],
  } as Partial<Expected>;
}

it('300 generated bibliographies are read whole', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { text, expected } = write(seed);
    expectPapers(text, 'csl-json', expected, `seed ${seed}\n${text}`);
  }
});
