import { sliceText, type LocatedText } from '../../text/located-text.ts';
import type { Marked } from './marks.ts';

/** The paper that a page is about, on a page which doesn't say so by the line `arxiv:2410.05434` above its title. */
export interface OnlyPaper {
  /** Index of the token that is its title. */
  title: number;
  /** Its arXiv identifier, from the address of the page or from what tells how to cite the paper. */
  id: LocatedText | undefined;
}

/** Finds that paper: between its title and what cites it stands, once, the word “Abstract”. */
export function findOnlyPaper(marked: readonly Marked[]): OnlyPaper | undefined {
  const count = (kind: Marked['mark']['kind']): number =>
    marked.filter(({ mark }) => mark.kind === kind).length;
  const isOfPaper =
    count('abstract') === 1 && count('authors') + count('section') > 0 && count('arxiv') === 0;
  if (!isOfPaper) return undefined;
  const below = marked.findIndex(
    ({ mark }, index) => index > 0 && /^(?:abstract|authors|date|submitted|votes)$/.test(mark.kind),
  );
  const above = marked.slice(0, below);
  const title = above.findLastIndex(({ mark }, index) => mark.kind === 'text' && !isSubmitter(above, index));
  const hasOthers = above.some(({ mark }) => /^(?:authorCount|dot|number|code|comments)$/.test(mark.kind));
  return title < 0 || hasOthers ? undefined : { title, id: findId(marked) };
}

/** Whether a text is the name of who handed the paper in, below a line of its own that says so. */
function isSubmitter(marked: readonly Marked[], index: number): boolean {
  const above = marked.slice(0, index).findLast(({ mark }) => mark.kind !== 'nothing')?.mark;
  return above?.kind === 'submitted' && above.name === undefined;
}

function findId(marked: readonly Marked[]): LocatedText | undefined {
  for (const { mark, token } of marked) {
    const text = mark.kind === 'capture' ? mark.value : token.text;
    const found =
      mark.kind === 'capture'
        ? /^https?:\/\/(?:huggingface|hf)\.co\/papers\/(?<id>\d{4}\.\d{4,5})\b/.exec(text.value)
        : /^Cite arxiv\.org\/abs\/(?<id>\d{4}\.\d{4,5}) in a /i.exec(text.value);
    const id = found?.groups?.['id'];
    if (id === undefined) continue;
    const at = text.value.indexOf(id);
    return sliceText(text, at, at + id.length);
  }
  return undefined;
}
