import { formOf } from '../text-form.ts';
import type { Marked } from './marks.ts';

/** Whether something stands only on pages that were copied with more than titles and abstracts. */
export function isOfPage({ token, mark, address }: Marked): boolean {
  return (
    address?.to === 'paper' ||
    /^(?:votes|authorCount|submitted|dot|code|arxiv)$/.test(mark.kind) ||
    (mark.kind === 'section' && /citing this paper/i.test(token.text.value))
  );
}

/**
 * Indexes of the tokens with which another page begins, in a text that has several: with what a tool has written above it, with a header, or
 * with the number of the paper that the page is about.
 */
export function findStarts(marked: readonly Marked[]): number[] {
  const starts: number[] = [];
  let seen = emptyPage();
  for (const [index, item] of marked.entries()) {
    const { token, mark } = item;
    const name = nameInHeader(mark);
    const isAbove = mark.kind === 'capture' && marked[index - 1]?.mark.kind !== 'capture';
    const isNew =
      (name !== undefined && (seen.papers || (seen.texts > 0 && seen.names.has(name)))) ||
      (isAbove && seen.papers) ||
      (mark.kind === 'arxiv' && seen.papers && !seen.alone);
    if (isNew) {
      const least = starts.at(-1) ?? 0;
      starts.push(isAbove ? startOfCapture(marked, index, least) : startOfFurniture(marked, index, least));
      seen = emptyPage();
    }
    if (mark.kind === 'arxiv') seen.alone = true;
    if (name !== undefined) {
      seen.names.add(name);
      seen.texts = 0;
    }
    if (mark.kind === 'text') {
      seen.texts++;
      if (seen.texts > mostStrangers || formOf(token.text.value) !== 'other') seen.papers = true;
    }
    if (isOfPage(item)) seen.papers = true;
  }
  return starts;
}

/** More lines of which nothing is known are no header. */
const mostStrangers = 3;

function emptyPage() {
  return { names: new Set<string>(), texts: 0, papers: false, alone: false };
}

function nameInHeader(mark: Marked['mark']): string | undefined {
  if (mark.kind === 'community') return 'curator';
  return mark.kind === 'field' && mark.field.name !== 'date' ? mark.field.name : undefined;
}

/** The navigation above a header belongs to the same page, that below the foot of a page to the one above. */
function startOfFurniture(marked: readonly Marked[], index: number, least: number): number {
  let start = index;
  while (start > least + 1 && /^(?:navigation|nothing|capture|by)$/.test(marked[start - 1]?.mark.kind ?? ''))
    start--;
  return marked[start - 1]?.mark.kind === 'foot' ? index : start;
}

/** The heading right above what a tool has written belongs to it. */
function startOfCapture(marked: readonly Marked[], index: number, least: number): number {
  const above = marked[index - 1];
  return index > least + 1 && above?.token.level === 1 ? index - 1 : index;
}
