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
 * The signs of links, markup and typography, and of maths between dollars. One look for all of them tells of most texts
 * that none of their finders need be asked.
 */
export const anySign = /[$\\{~]|''|--|:\/\/|\.[a-zA-Z]{2,3}\/|(?<=[wW]{3})\./;

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
