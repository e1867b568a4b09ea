import type { Root } from 'mdast';
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

/** The lines that are neither inside a node that holds text nor named by a message; of a good tree there are none. */
export function lostLines(source: string, tree: Root): string[] {
  const covered: [number, number][] = [];
  visit(tree, ['yaml', 'digestField', 'digestTitle', 'paragraph'], (node) => {
    const { start, end } = node.position ?? {};
    covered.push([start?.offset ?? NaN, end?.offset ?? NaN]);
  });
  const messages = tree.data?.digest?.messages ?? [];
  return sourceLines(source)
    .filter(({ text }) => text.trim() !== '')
    .filter(({ number, start, text }) => {
      const from = start + text.length - text.trimStart().length;
      const to = start + text.trimEnd().length;
      const inside = covered.some(([first, last]) => first <= from && to <= last);
      return !inside && !messages.some((message) => message.line === number);
    })
    .map(({ number, text }) => `${number}: ${text}`);
}
