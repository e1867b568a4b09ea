import type { Root } from 'mdast';
import { isVisible } from '../src/visible.ts';
import { visit } from 'unist-util-visit';

/** One line of a source, and where it begins. */
export interface SourceLine {
  number: number;
  start: number;
  text: string;
}

/** The lines of a source, cut at LF, CRLF and CR; written apart from the parser's own, to check that. */
export function sourceLines(source: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  for (const part of source.split(/(\r\n|\n|\r)/)) {
    if (/^[\r\n]/.test(part)) start += part.length;
    else {
      lines.push({ number: lines.length + 1, start, text: part });
      start += part.length;
    }
  }
  return lines;
}

/** A source without the lines of which nothing can be seen: those are blank. */
export function withoutInvisibleLines(source: string): string {
  return sourceLines(source)
    .map(({ text }) => text)
    .filter(isVisible)
    .join('\n');
}

/** The lines with something to see and with a character that is neither inside a node that holds text nor on a line that a message names. */
export function lostLines(source: string, tree: Root): string[] {
  const covered = new Uint8Array(source.length);
  visit(tree, ['yaml', 'digestField', 'digestAside', 'digestEntry'], (node) => {
    const { start, end } = node.position ?? {};
    covered.fill(1, start?.offset, end?.offset);
  });
  const messages = tree.data?.digest?.messages ?? [];
  return sourceLines(source)
    .filter(({ number, start, text }) => {
      if (!isVisible(text)) return false;
      // U+FEFF at the start of a text is a mark, and white space as JavaScript sees it.
      const lost = [...text.matchAll(/\S/g)].some(({ index }) => covered[start + index] === 0);
      return (
        lost &&
        !messages.some(({ line = 0, place }) => {
          const last = place && 'end' in place ? place.end.line : line;
          return line <= number && number <= last;
        })
      );
    })
    .map(({ number, text }) => `${number}: ${text}`);
}
