import type { DigestDraft } from '../dialects/dialect.ts';
import type { DigestText } from '../text/digest-text.ts';
import type { Extent, LocatedText } from '../text/located-text.ts';

/** A run of lines. */
export interface UnreadLines extends Extent {
  /** Index of the first line, from 0. */
  first: number;
  /** Index of the last line. */
  last: number;
}

/**
 * The lines of a text that a draft makes nothing of: those with a letter or a digit that is in no paper, no field and no furniture.
 * Blank lines do not part a run.
 */
export function unreadLines(text: DigestText, draft: DigestDraft): UnreadLines[] {
  const read = extentsOf(draft);
  const unread: UnreadLines[] = [];
  let at = 0;
  let open = false;
  for (const [index, line] of text.lines.entries()) {
    if (line.text === '') continue;
    const end = line.textStart + line.text.length;
    while (at < read.length && (read[at] as Extent).end <= line.textStart) at++;
    const whole =
      at < read.length && (read[at] as Extent).start <= line.textStart && (read[at] as Extent).end >= end;
    if (whole || !/[\p{L}\p{N}]/u.test(leftOver(text.value, line.textStart, end, read, at))) {
      open = false;
    } else if (open) {
      Object.assign(unread.at(-1) as UnreadLines, { last: index, end });
    } else {
      unread.push({ first: index, last: index, start: line.textStart, end });
      open = true;
    }
  }
  return unread;
}

/** What of a line is in no extent. */
function leftOver(value: string, start: number, end: number, read: readonly Extent[], from: number): string {
  let rest = '';
  let done = start;
  for (let at = from; at < read.length && (read[at] as Extent).start < end; at++) {
    const extent = read[at] as Extent;
    if (extent.start > done) rest += value.slice(done, extent.start);
    done = Math.max(done, extent.end);
  }
  return done < end ? rest + value.slice(done, end) : rest;
}

/** All that a draft has read, in the order of the text; stretches that meet are one. */
function extentsOf({ issues }: DigestDraft): Extent[] {
  const extents: Extent[] = [];
  // What stands in the extent of its paper need not be sorted with all the rest.
  let whole: Extent | undefined;
  const add = ({ pieces }: LocatedText): void => {
    for (const piece of pieces) {
      if (!whole || piece.start < whole.start || piece.end > whole.end) extents.push(piece);
    }
  };
  for (const { fields = [], date, dateOtherwise, papers, furniture = [] } of issues) {
    whole = undefined;
    for (const { text } of fields) add(text);
    if (date) add(date);
    if (dateOtherwise) add(dateOtherwise);
    for (const extent of furniture) extents.push(extent);
    for (const { title, paragraphs, facts = {}, links = [], extent } of papers) {
      if (extent) extents.push(extent);
      whole = extent;
      add(title);
      for (const paragraph of paragraphs) add(paragraph);
      for (const fact of Object.values(facts)) {
        if ('value' in fact) add(fact);
        else for (const text of fact) add(text);
      }
      for (const { url } of links) add(url);
    }
  }
  extents.sort((a, b) => a.start - b.start);
  const merged: Extent[] = [];
  for (const { start, end } of extents) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
