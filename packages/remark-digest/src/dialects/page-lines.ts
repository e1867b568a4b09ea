import type { Line } from '../lines.ts';
import { lineText } from '../text/digest-text.ts';
import { readLinks, type LinkedText } from '../text/link-text.ts';
import { sliceText, trimText, type Extent } from '../text/located-text.ts';

/** A line of a page as a reader sees it. */
export interface PageLine extends LinkedText {
  line: Line;
  /** The text alone. */
  value: string;
  /** Whether the line above it is blank. */
  blankAbove: boolean;
}

/** The lines of a page that are not blank. */
export function pageLines(lines: readonly Line[]): PageLine[] {
  const found: PageLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    const { text, links } = readLinks(lineText(line));
    // A page that became Markdown has marks before its headings, definitions and items of lists.
    const trimmed = trimText(sliceText(text, /^(?:#{1,6}|[:*•-])\s/.exec(text.value)?.[0].length ?? 0));
    const blankAbove = lines[index - 1]?.text === '';
    found.push({ line, text: trimmed, links, value: trimmed.value, blankAbove });
  }
  return found;
}

/** Where all of a line stands, links and marks included. */
export function extentOfLine({ line: { textStart, text } }: PageLine): Extent {
  return { start: textStart, end: textStart + text.length };
}
