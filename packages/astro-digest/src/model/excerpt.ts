import { onOneLine } from './single-line.ts';

/**
 * The beginning of a text as one line, cut at a word.
 *
 * @param text plain text
 * @param longest how many characters it may have, the ellipsis included
 */
export function excerpt(text: string, longest: number): string {
  const line = onOneLine(text);
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut.toWellFormed()).replace(/[\s,;:.]+$/, '')}…`;
}
