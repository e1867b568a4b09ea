import type { Line } from '../../lines.ts';
import { readField } from './header-lines.ts';

/**
 * How many lines from an index on stand above a digest and are no part of it: its front matter, or the beginning of a code fence right
 * above a header. In the middle of a text they are of another file, which was put below the one above it; so is the end of a fence in
 * which that one stood.
 */
export function linesAbove(lines: readonly Line[], start: number): number {
  if (!isFence(lines[start]?.text ?? '')) return frontMatterLength(lines, start);
  // Neither a header nor a title is a fence.
  return start === 0 || endOfFence(lines) === start || beginsDigest(lines, start + 1) ? 1 : 0;
}

/** Index of the line that closes a fence in which a text stood, in lines that begin with one; -1 where there is none. */
function endOfFence(lines: readonly Line[]): number {
  const known = ends.get(lines);
  if (known !== undefined) return known;
  const open = lines.slice(0, mostBlank + 1).findIndex(({ text }) => text !== '');
  const isWithin = open >= 0 && isFence(lines[open]?.text ?? '');
  const end = isWithin ? lines.findIndex(({ text }, index) => index > open && isFence(text)) : -1;
  ends.set(lines, end);
  return end;
}

/** What was found, since it is asked for each fence of a text. */
const ends = new WeakMap<readonly Line[], number>();

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
