import type { Line } from '../../lines.ts';
import { readField } from './header-lines.ts';

/**
 * How many lines from an index on stand above a digest and are no part of it: its front matter, or the beginning of a code fence right
 * above a header. In the middle of a text they are of another file, which was put below the one above it.
 */
export function linesAbove(lines: readonly Line[], start: number): number {
  return isFence(lines[start]?.text ?? '') && beginsDigest(lines, start + 1)
    ? 1
    : frontMatterLength(lines, start);
}

function isFence(text: string): boolean {
  return /^(?:`{3,}|~{3,})[\w+.-]*$/.test(text);
}

/** How many blank lines may stand below a fence. */
const mostBlank = 3;

function beginsDigest(lines: readonly Line[], start: number): boolean {
  const first = lines.slice(start, start + mostBlank + 1).findIndex(({ text }) => text !== '');
  if (first < 0) return false;
  const { text = '' } = lines[start + first] ?? {};
  return readField(text) !== undefined || frontMatterLength(lines, start + first) > 0;
}

function frontMatterLength(lines: readonly Line[], start: number): number {
  if (lines[start]?.text !== '---') return 0;
  for (let index = start + 1; index < lines.length; index++) {
    const { text, start: from, textStart } = lines[index] as Line;
    if (text === '---') return index + 1 - start;
    const goesOn = text !== '' && index > start + 1 && (textStart > from || text.startsWith('- '));
    if (!goesOn && !/^[\w-]+:(?:\s|$)/.test(text)) return 0;
  }
  return 0;
}
