import type { DigestText } from '../../text/digest-text.ts';
import type { Detection } from '../dialect.ts';
import { linesAbove } from './above.ts';
import { readMark, readMarkAbove } from './marks.ts';
import { findStarts, isOfPage } from './page-starts.ts';
import { readPage, type PageRead } from './read-page.ts';
import { toTokens } from './tokens.ts';

/** The lines of a page that was copied bare, in a text that holds another one with all its marks. */
export interface BarePage {
  firstLine: number;
  endLine: number;
}

export type Page = PageRead | BarePage;

/** What was found in a text, since each text is asked for twice. */
const found = new WeakMap<DigestText, Page[] | 'bare' | 'untitled'>();

/** What only a page that was copied with more than titles and abstracts has. */
const sign =
  /huggingface\.co\/|\b\d+ authors?\b|citing this paper|^[^\w\n\r]{0,8}(?:submitted by|upvote|daily\s{0,4}weekly\s{0,4}monthly)\b|^[ \t]{0,8}[·•]\s{0,8}$/im;

/** The pages of a text; nothing where it is bare. */
export function pagesOf(text: DigestText): Page[] | undefined {
  const pages = lookedThrough(text);
  return typeof pages === 'string' ? undefined : pages;
}

/** Whether a text is the page of one paper, of which the title is not there: it is no bare page either. */
export function isUntitled(text: DigestText): boolean {
  return lookedThrough(text) === 'untitled';
}

function lookedThrough(text: DigestText): Page[] | 'bare' | 'untitled' {
  const known = found.get(text);
  if (known) return known;
  const pages = sign.test(text.value) ? findPages(text) : [];
  const read = pages.filter((page): page is PageRead => !('firstLine' in page));
  const isPage = read.length > 0 && detectPages(pages).score >= 0.5;
  const result = isPage ? pages : read.some((page) => page.isUntitled) ? 'untitled' : 'bare';
  found.set(text, result);
  return result;
}

function findPages({ value, lines }: DigestText): Page[] {
  const { tokens, furniture } = toTokens(value, lines);
  const above = lines.map((_, index) => linesAbove(lines, index));
  let end = 0;
  const marked = tokens.map((token) => {
    end = Math.max(end, token.firstLine + (above[token.firstLine] ?? 0));
    return token.firstLine < end ? readMarkAbove(token) : readMark(token);
  });
  const starts = [0, ...findStarts(marked)];
  return starts.map((start, index) => {
    const part = marked.slice(start, starts[index + 1]);
    if (part.some(isOfPage)) return readPage(part, index === 0 ? furniture : []);
    return {
      firstLine: index === 0 ? 0 : (part[0]?.token.firstLine ?? 0),
      endLine: marked[starts[index + 1] ?? marked.length]?.token.firstLine ?? lines.length,
    };
  });
}

export function detectPages(pages: readonly Page[]): Detection {
  const read = pages.filter((page): page is PageRead => !('firstLine' in page));
  const sum = (count: (page: PageRead) => number): number =>
    read.reduce((total, page) => total + count(page), 0);
  const [papers, marked, understood, all] = [
    sum(({ issue }) => issue.papers.length),
    sum((page) => page.marked),
    sum((page) => page.understood),
    sum((page) => page.all),
  ];
  return {
    score: papers === 0 ? 0 : (understood / all) * (marked / papers),
    reason: `${marked} of ${papers} papers with votes, authors or a date as the page has them, ${all - understood} of ${all} texts not understood`,
    failedAt: read.find(({ failedAt }) => failedAt !== undefined)?.failedAt,
  };
}

/**
 * Where the pieces of abstracts begin, for each paper that a page is about; in the order of the text. Nothing on such a page tells where its
 * abstract ends, so what was put below the page may stand there as well.
 */
export function endlessAbstracts(pages: readonly Page[]): number[][] {
  return pages.flatMap((page) => {
    const paragraphs = ('only' in page && page.only?.paragraphs) || [];
    return paragraphs.length === 0
      ? []
      : [paragraphs.flatMap(({ pieces }) => pieces.map(({ start }) => start))];
  });
}
