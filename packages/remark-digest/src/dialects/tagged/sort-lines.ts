import type { Line } from '../../lines.ts';

/** A tag at the start of a line. */
export interface Tag {
  name: string;
  /** Index in the line's text at which the value begins. */
  value: number;
}

/** How the lines of a format with tags are told apart. */
export interface TagGrammar {
  /** Reads the tag of a line, whose text has no white space at its ends. */
  tagOf(text: string, indented: boolean): Tag | undefined;
  /** The tag that begins a record. */
  start: string;
  /** A tag that begins one as well, but not within another. */
  orStart?: string;
  /** The tag that ends one, where there is such a tag. */
  end?: string;
  /** Whether a blank line ends a record. */
  blankEnds: boolean;
  /** Whether a line without a tag belongs to the value above it only when it is indented. */
  indented: boolean;
  /** Whether a line outside of records is understood: a number, a header of the export. */
  isFurniture(text: string): boolean;
  /** Whether a line is of another format, so that it ends a record. */
  isForeign?(text: string): boolean;
}

/** What a line is. */
export const kinds = {
  blank: 0,
  start: 1,
  tag: 2,
  end: 3,
  continuation: 4,
  furniture: 5,
  unread: 6,
} as const;

/** What each line of a text is, in their order. */
export type SortedLines = Uint8Array;

/**
 * Tells what each line is. Lines that no record holds are {@link kinds.unread}.
 *
 * Behind a blank line, lines without a tag are a further paragraph only if their record goes on below them; else anything
 * that was put after a record without an end would become part of it.
 */
export function sortLines(lines: readonly Line[], grammar: TagGrammar): SortedLines {
  const sorted = new Uint8Array(lines.length);
  let inside = false;
  let started = false;
  let blank = false;
  let pending: number[] = [];
  const settle = (kind: number): void => {
    for (const index of pending) sorted[index] = kind;
    pending = [];
  };
  for (const [index, { text, start, textStart }] of lines.entries()) {
    if (text === '') {
      blank = true;
      if (grammar.blankEnds) inside = false;
      continue;
    }
    const indented = textStart > start;
    const tag = grammar.tagOf(text, indented);
    if (grammar.isForeign?.(text)) {
      sorted[index] = kinds.unread;
      [inside, started] = [false, true];
    } else if (tag && begins(tag, grammar, inside, started)) {
      settle(kinds.unread);
      sorted[index] = kinds.start;
      inside = true;
      started = true;
    } else if (tag && inside) {
      settle(kinds.continuation);
      const ends = tag.name === grammar.end;
      sorted[index] = ends ? kinds.end : kinds.tag;
      inside = !ends;
    } else if (grammar.isFurniture(text) && (!inside || blank)) {
      sorted[index] = kinds.furniture;
      continue;
    } else if (!inside && !/[\p{L}\p{N}]/u.test(text)) {
      sorted[index] = kinds.furniture;
    } else if (!inside || tag || (grammar.indented && !indented)) {
      sorted[index] = kinds.unread;
    } else if (blank || pending.length > 0) pending.push(index);
    else sorted[index] = kinds.continuation;
    blank = false;
  }
  settle(kinds.unread);
  return sorted;
}

function begins(
  { name }: Tag,
  { start, orStart, end }: TagGrammar,
  inside: boolean,
  started: boolean,
): boolean {
  // A text whose beginning is cut off begins within a record.
  return name === start || (!inside && (name === orStart || (!started && name !== end)));
}
