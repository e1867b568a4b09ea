import type { Line } from '../../lines.ts';

/**
 * How many lines from an index on stand above a digest and are no part of it: its front matter, or the beginning of a code fence. In the
 * middle of a text they are of another file, which was put below the one above it.
 */
export function linesAbove(lines: readonly Line[], start: number): number {
  const fence = /^(?:`{3,}|~{3,})[\w+.-]*$/.test(lines[start]?.text ?? '');
  return fence ? 1 : frontMatterLength(lines, start);
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
