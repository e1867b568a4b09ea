import type { Position } from 'unist';
import { toLines, type Line } from '../lines.ts';
import { extentOf, locate, placeInText, type LocatedText } from './located-text.ts';
import { lineStarts, pointAt } from './line-starts.ts';

/**
 * The text that a dialect reads: a file's without its front matter, or what stood wrapped in one, such as the body of a mail.
 *
 * Whatever a dialect takes out of it is told by indexes of {@link value}; only {@link place} knows where that is in the file.
 */
export interface DigestText {
  value: string;
  /** Its lines. They are told apart when somebody first asks for them. */
  readonly lines: readonly Line[];
  /** Place in the file of the characters from `start` to `end` of the value. */
  place(start: number, end: number): Position;
}

/** Knows where the characters of a text stand in the file. */
export type Placed = Pick<DigestText, 'place'>;

/**
 * Makes the text that a dialect reads.
 *
 * @param text its value, located in a larger text
 * @param outer that text
 */
export function toDigestText(text: LocatedText, outer: Placed): DigestText {
  let lines: Line[] | undefined;
  const [piece] = text.pieces;
  const asItStands = text.pieces.length < 2 && text.value.length === (piece ? piece.end - piece.start : 0);
  const shift = piece?.start ?? 0;
  return {
    value: text.value,
    get lines() {
      return (lines ??= toLines(text.value));
    },
    place: (start, end) => {
      if (asItStands) return outer.place(start + shift, end + shift);
      const extent = placeInText(text, start, end);
      return outer.place(extent.start, extent.end);
    },
  };
}

/** A whole file. */
export function toFileText(text: string): Placed {
  const starts = lineStarts(text);
  return { place: (start, end) => ({ start: pointAt(starts, start), end: pointAt(starts, end) }) };
}

/** The text of a line, or nothing of it where the line is blank. */
export function lineText({ text, textStart }: Line): LocatedText {
  return {
    value: text,
    pieces: text === '' ? [] : [{ at: 0, start: textStart, end: textStart + text.length }],
  };
}

/** A value that knows where each of its characters stands in the file: what is mended inside titles and paragraphs. */
export interface Span {
  value: string;
  /** Place in the file of the characters from `start` to `end` of the value. */
  place(start: number, end: number): Position;
}

/** The span of a located text. */
export function toSpan(text: LocatedText, source: Placed): Span {
  return {
    value: text.value,
    place: (start, end) => {
      const extent = placeInText(text, start, end);
      return source.place(extent.start, extent.end);
    },
  };
}

/** Place in the file of all of a located text. */
export function placeOfText(text: LocatedText, source: Placed): Position {
  const { start, end } = extentOf(text) ?? { start: 0, end: 0 };
  return source.place(start, end);
}

/** The text from one index to another, without the white space at its ends. */
export function cut(source: Pick<DigestText, 'value'>, start: number, end: number): LocatedText {
  const raw = source.value.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  return locate(source.value, from, Math.max(from, start + raw.trimEnd().length));
}
