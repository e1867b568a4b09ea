import type { Point, Position } from 'unist';
import { isVisible } from './visible.ts';

/** One line of a text, without its line end. */
export interface Line {
  /** Number of the line in its text, from 1. */
  number: number;
  /** Index in the text at which the line begins. */
  start: number;
  /** The line without white space at its ends; empty when the line is blank, which it is when nothing of it can be seen. */
  text: string;
  /** Index in the text at which {@link Line.text} begins. */
  textStart: number;
}

/** Lines that stand together, none of them blank. */
export interface Block {
  lines: Line[];
  /** How many blank lines stand between this block and the one before it. */
  blankBefore: number;
}

/**
 * Cuts a text into lines at LF, CRLF and CR.
 *
 * A byte order mark at the very start belongs to no line's text, but counts as a character of the first line, so that
 * every index holds for the text as it was given.
 */
export function toLines(text: string): Line[] {
  const lines: Line[] = [];
  const lineEnd = /\r\n|\n|\r/g;
  let start = 0;
  for (let number = 1; ; number++) {
    const match = lineEnd.exec(text);
    const end = match ? match.index : text.length;
    const raw = text.slice(start, end);
    // `trimStart` takes U+FEFF for white space, which is what is wanted at the start of a text.
    const trimmed = raw.trimStart();
    const words = trimmed.trimEnd();
    lines.push({
      number,
      start,
      text: isVisible(words) ? words : '',
      textStart: start + raw.length - trimmed.length,
    });
    if (!match) return lines;
    start = end + match[0].length;
  }
}

/** Gathers the lines that stand together. */
export function toBlocks(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let blank = 0;
  for (const line of lines) {
    if (line.text === '') {
      blank++;
      open = undefined;
    } else if (open) {
      open.lines.push(line);
    } else {
      open = { lines: [line], blankBefore: blank };
      blocks.push(open);
      blank = 0;
    }
  }
  return blocks;
}

/** Place of the lines from `first` to `last`, both included, of a text that is a whole file. */
export function placeOf(first: Line, last: Line): Position {
  return { start: pointIn(first, 0), end: pointIn(last, last.text.length) };
}

function pointIn(line: Line, index: number): Point {
  const offset = line.textStart + index;
  return { line: line.number, column: offset - line.start + 1, offset };
}
