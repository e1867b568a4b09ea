import type { Line } from '../lines.ts';
import { lineText } from '../text/digest-text.ts';
import { mayHaveLinks, readLinks, type LinkedText } from '../text/link-text.ts';
import { sliceText, trimText, type Extent, type LocatedText } from '../text/located-text.ts';

/** A line of a page as a reader sees it. */
export interface PageLine extends LinkedText {
  line: Line;
  /** The text alone. */
  value: string;
  /** Whether the line above it is blank. */
  blankAbove: boolean;
}

/** A line that a reader sees as it stands. Pages have very many, so what the line tells is not kept twice. */
class PlainLine implements PageLine {
  readonly line: Line;
  readonly blankAbove: boolean;

  constructor(line: Line, blankAbove: boolean) {
    this.line = line;
    this.blankAbove = blankAbove;
  }

  get value(): string {
    return this.line.text;
  }

  get text(): LocatedText {
    return lineText(this.line);
  }

  get links(): PageLine['links'] {
    return [];
  }
}

/** What a page that became Markdown has before its headings, definitions and items of lists. */
const mark = /^(?:#{1,6}|[:*•-])\s/;

/** The lines of a page that are not blank. */
export function pageLines(lines: readonly Line[]): PageLine[] {
  const found: PageLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    const blankAbove = lines[index - 1]?.text === '';
    found.push(
      mark.test(line.text) || mayHaveLinks(line.text)
        ? readLine(line, blankAbove)
        : new PlainLine(line, blankAbove),
    );
  }
  return found;
}

function readLine(line: Line, blankAbove: boolean): PageLine {
  const { text, links } = readLinks(lineText(line));
  const trimmed = trimText(sliceText(text, mark.exec(text.value)?.[0].length ?? 0));
  return { line, text: trimmed, links, value: trimmed.value, blankAbove };
}

/** Where all of a line stands, links and marks included. */
export function extentOfLine({ line: { textStart, text } }: PageLine): Extent {
  return { start: textStart, end: textStart + text.length };
}
