import type { PhrasingContent, Text } from 'mdast';

/** Makes the nodes of a repair, each with its place. */
export interface Make {
  /** The text that stands between two indexes, itself mended. */
  inner(start: number, end: number): PhrasingContent[];
  /** The text that stands between two indexes, as it is. */
  raw(start: number, end: number): Text;
  /** Other text in place of the one between two indexes, which is kept as `data.source`. */
  text(value: string, start: number, end: number): Text;
}

/** Something found in a text that becomes nodes of its own. */
export interface Repair {
  /** Index at which it begins. */
  start: number;
  /** Index after its last character. */
  end: number;
  /** Makes its nodes; those without a position get that of the repair. */
  nodes(make: Make): PhrasingContent[];
}

/**
 * The signs of links, code, markup and typography, and of maths between dollars. One look for all of them tells of most
 * texts that none of their finders need be asked.
 */
export const anySign = /[$\\{~`]|''|--|\*\*|:\/\/|\.(?:[a-zA-Z]{2,3}\/|(?:github|gitlab)\.io)|(?<=[wW]{3})\./;

/** Finds one kind of repair. */
export interface Finder {
  /**
   * Whether a text may hold any of them. It is asked of every title and paragraph, most of which hold nothing to mend, so it
   * is quick; it may say yes for nothing, and never no where there is a repair.
   */
  mayFind(text: string): boolean;
  /** Whether all it finds has one of the signs that {@link anySign} looks for. */
  bySign: boolean;
  /** Finds them between two indexes of a text that may hold them; they are in order and don't overlap. */
  find(text: string, start: number, end: number): Repair[];
}

/**
 * Matches of a pattern between two indexes of a text. The pattern sees all that stands before, and one character after:
 * whether a sign is one depends on its neighbours, which may have been mended already.
 *
 * @param pattern with the flag `g`
 */
export function matchesBetween(text: string, pattern: RegExp, start: number, end: number): RegExpExecArray[] {
  const seen = end + 1 < text.length ? text.slice(0, end + 1) : text;
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = start;
  for (let match = pattern.exec(seen); match && match.index < end; match = pattern.exec(seen)) {
    if (match.index + match[0].length <= end) matches.push(match);
  }
  return matches;
}

/** A part of a text with as much around it as finders look at: what tells of a part whether they may find something. */
export function withNeighbours(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - 3), end + 1);
}
