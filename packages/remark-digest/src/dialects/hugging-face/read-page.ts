import { sentenceAsTitle, unsureAbstract, type Finding } from '../../messages.ts';
import { joinTexts, splitText, type Extent, type LocatedText } from '../../text/located-text.ts';
import type { IssueDraft, PaperDraft } from '../dialect.ts';
import { formOf, proseOf } from '../text-form.ts';
import type { Marked } from './marks.ts';
import { findOnlyPaper } from './only-paper.ts';
import { readPageHeader } from './page-header.ts';
import type { OpenPaper } from './open-paper.ts';
import { PaperReader } from './paper-reader.ts';
import { lastDayOfHeading } from './periods.ts';
import type { Token } from './tokens.ts';

/** What was found on a page. */
export interface PageRead {
  issue: IssueDraft;
  /** The paper that the page is about, where it is about one. */
  only: PaperDraft | undefined;
  /** How many tokens are understood, of how many. */
  understood: number;
  all: number;
  /** How many papers have a mark that only this site's pages give them: votes, `8 authors`, a date behind a dot. */
  marked: number;
  /** The first token that is not understood. */
  failedAt: number | undefined;
  findings: { finding: Finding; text: LocatedText }[];
  /** Whether the page is about one paper, of which the title is not there. */
  isUntitled: boolean;
}

/** Reads one page out of its tokens. */
export function readPage(marked: readonly Marked[], furniture: readonly Extent[]): PageRead {
  const only = findOnlyPaper(marked);
  const start = only?.title ?? startOfPapers(marked);
  const header = readPageHeader(marked, start);
  const reader = new PaperReader(marked, only);
  for (let index = start; index < marked.length; index++) reader.take(index);
  const all = reader.end();
  // On such a page every paper has a mark, so what has none is something else.
  const isMarked = ({ marks, id }: OpenPaper): boolean => marks > 0 || id !== undefined;
  const papers = eachOnce(all.filter(isMarked));
  const unread = new Set<Token>([...header.unread, ...reader.unread]);
  for (const { title, abstract } of all.filter((paper) => !isMarked(paper))) {
    for (const token of [...title, ...abstract.flat()]) unread.add(token);
  }
  const read = marked.filter(({ token }) => !unread.has(token));
  const drafts = papers.map(toDraft);
  return {
    issue: {
      header: header.header,
      fields: header.fields,
      date: header.date,
      year: header.year,
      papers: drafts,
      furniture: [...furniture, ...read.flatMap(({ token }) => token.extents)],
    },
    only: drafts[papers.findIndex(({ alone }) => alone)],
    understood: read.length,
    all: marked.length,
    marked: papers.filter(({ marks }) => marks > 0).length,
    failedAt: marked.find(({ token }) => unread.has(token))?.token.extents[0]?.start,
    findings: [...header.findings, ...sentenceAbove(papers), ...papers.flatMap(unsureParagraph)],
    isUntitled: reader.isUntitled,
  };
}

/** How far a header may reach in which a line stands that says nothing known. */
const headerReach = 12;

/** Index of the token with which the first paper begins: what leads to a paper, counts its votes, or is a title. */
function startOfPapers(marked: readonly Marked[]): number {
  let done = false;
  for (const [index, { token, address, mark }] of marked.entries()) {
    const { kind } = mark;
    if (kind === 'votes' || kind === 'submitted' || kind === 'arxiv') return index;
    if (address?.to === 'paper' && mark.kind !== 'navigation') return index;
    if (kind === 'date' || kind === 'period') done = true;
    if (kind === 'number' && done) return index;
    if (kind !== 'text' || isPeriodHeading(token)) continue;
    const rest = marked.slice(index + 1, index + 1 + headerReach);
    const header = rest.findIndex(({ mark }) => /^(?:field|by|community|period)$/.test(mark.kind));
    const paper = rest.findIndex(
      ({ mark, address }) =>
        /^(?:authorCount|votes|dot|number|code)$/.test(mark.kind) || address?.to === 'paper',
    );
    const isHeader = header >= 0 && (paper < 0 || header < paper);
    if (!isHeader && (done || (token.level ?? 0) > 2 || paper >= 0)) return index;
  }
  return marked.length;
}

/** Whether a text is the week or the month whose papers the page has. */
function isPeriodHeading({ text }: Token): boolean {
  return lastDayOfHeading(text.value) !== undefined;
}

/** A page of trends has each paper twice, one below the other: the second tells what the first does not. */
function eachOnce(papers: readonly OpenPaper[]): OpenPaper[] {
  const kept = new Map<string, { paper: OpenPaper; at: number }>();
  for (const [at, paper] of papers.entries()) {
    const key = paper.id ?? titleOf(paper).value.replace(/\s+/g, ' ').toLowerCase();
    const first = kept.get(key);
    if (!first) {
      kept.set(key, { paper, at });
      continue;
    }
    if (at !== first.at + 1) continue;
    first.at = at;
    const { paper: open } = first;
    open.facts = { ...paper.facts, ...open.facts };
    open.marks += paper.marks;
    if (open.organizations.length === 0) open.organizations = paper.organizations;
    for (const link of paper.links) open.links.push(link);
    if (open.abstract.length === 0) open.abstract = paper.abstract;
  }
  return [...kept.values()].map(({ paper }) => paper);
}

/**
 * What begins an abstract of several paragraphs and is no sentence may be the title, and what stands above it something else. Where a
 * page is about one paper, that is its title, but nothing tells where its abstract ends: a title with a text of its own may stand further
 * down.
 */
function unsureParagraph(paper: OpenPaper): PageRead['findings'] {
  const texts = paper.abstract.map((lines) =>
    joinTexts(
      lines.map(({ text }) => text),
      '\n',
    ),
  );
  const unsure = paper.alone
    ? texts.slice(1, -1).filter((_, index) => isSentences(texts[index + 2]))
    : texts.slice(0, 1);
  if (texts.length < 2) return [];
  return unsure
    .filter(({ value }) => formOf(value) === 'other' && proseOf(value) === 'none')
    .map((text) => ({ finding: unsureAbstract(titleOf(paper).value, text.value), text }));
}

function isSentences(text: LocatedText | undefined): boolean {
  return text !== undefined && formOf(text.value) !== 'other';
}

/** Where the titles of the others have addresses, a first one without, with a full stop inside, may be half of an abstract. */
function sentenceAbove([first, ...others]: readonly OpenPaper[]): PageRead['findings'] {
  if (!first || first.id !== undefined || !others.some(({ id }) => id !== undefined)) return [];
  const text = titleOf(first);
  return formOf(text.value) === 'other' ? [] : [{ finding: sentenceAsTitle(text.value), text }];
}

function titleOf({ title }: OpenPaper): LocatedText {
  return joinTexts(
    title.map(({ text }) => text),
    '\n',
  );
}

function toDraft(paper: OpenPaper): PaperDraft {
  const { abstract, facts, authors, organizations, links } = paper;
  return {
    title: titleOf(paper),
    paragraphs: abstract
      .map((lines) =>
        joinTexts(
          lines.map(({ text }) => text),
          '\n',
        ),
      )
      .flatMap((text) => splitText(text, /\n\s*\n/g)),
    facts: {
      ...facts,
      ...(authors.length > 0 && { authors }),
      ...(organizations.length > 0 && { organizations }),
    },
    links,
  };
}
