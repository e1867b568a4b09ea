import {
  foldText,
  joinTexts,
  replaceInText,
  sliceText,
  standFor,
  type Extent,
  type LocatedText,
} from '../../text/located-text.ts';

/** A line of a page. */
export interface WrittenLine {
  text: LocatedText;
  /** What stands before it: the mark of a heading or of an item of a list. */
  mark: LocatedText | undefined;
  /** How many lists it is in, beyond the first. */
  depth: number;
  blankAbove: boolean;
}

/** Writes what a page shows as lines of text, with links, headings and items of lists as Markdown has them. */
export class PageWriter {
  readonly lines: WrittenLine[] = [];
  /** Level of the heading that is open, and its tag. */
  heading: { level: number; tag: Extent } | undefined;
  /** How many bold elements are open. */
  bold = 0;
  /** How many lists are open. */
  lists = 0;
  #parts: LocatedText[] = [];
  #blankAbove = false;
  #item: Extent | undefined;
  #link: { url: string; tag: Extent; from: number } | undefined;
  #hasPlain = false;

  /** Adds text, with white space as it is. */
  add(text: LocatedText): void {
    if (text.value === '') return;
    this.#parts.push(text);
    if (this.bold === 0 && text.value.trim() !== '') this.#hasPlain = true;
  }

  /** How many parts the line has. */
  get size(): number {
    return this.#parts.length;
  }

  /** Takes back what was added to the line after it had so many parts. */
  takeFrom(size: number): LocatedText {
    return joinTexts(this.#parts.splice(size), '');
  }

  /** Begins an item of a list. */
  item(tag: Extent): void {
    this.#item = tag;
  }

  link(url: string, tag: Extent): void {
    this.#link = { url, tag, from: this.#parts.length };
  }

  /** Ends the link that is open. */
  endLink(tag: Extent): void {
    this.#writeLink(tag);
    this.#link = undefined;
  }

  /** Ends the line; `tag` is what ends it. A link goes on in the next one. */
  endLine(tag: Extent, preformatted = false): void {
    const link = this.#link;
    this.#writeLink(tag);
    if (link) this.#link = { ...link, from: 0 };
    const text = joinTexts(this.#parts, '');
    const isBold = !this.#hasPlain && !this.heading;
    this.#parts = [];
    this.#hasPlain = false;
    const line = preformatted ? text : foldText(text);
    if (line.value.trim() === '') return;
    const bold = isBold && !preformatted;
    this.lines.push({
      text: bold ? around(line, '**') : line,
      mark: this.#takeMark(),
      depth: Math.max(0, this.lists - 1),
      blankAbove: this.#blankAbove,
    });
    this.#blankAbove = false;
  }

  /** Ends the line, and sets the next one apart. */
  endParagraph(tag: Extent): void {
    this.endLine(tag);
    this.#blankAbove = true;
  }

  /** Adds lines that were written elsewhere, as in a table. */
  addLines(lines: readonly WrittenLine[]): void {
    for (const line of lines) {
      this.lines.push({
        ...line,
        mark: line.mark ?? this.#takeMark(),
        blankAbove: line.blankAbove || this.#blankAbove,
      });
      this.#blankAbove = false;
    }
  }

  #takeMark(): LocatedText | undefined {
    if (this.heading) return standing(`${'#'.repeat(this.heading.level)} `, this.heading.tag);
    const item = this.#item;
    this.#item = undefined;
    return item && standing('- ', item);
  }

  #writeLink(end: Extent): void {
    if (!this.#link) return;
    const { url, tag, from } = this.#link;
    const label = foldText(joinTexts(this.#parts.slice(from), ''));
    if (label.value === '' || label.value === url || !isBalanced(label.value)) return;
    const shown = this.takeFrom(from);
    // Links side by side are apart on a page, even where nothing stands between them.
    const isNear =
      shown.value.trimStart() === shown.value && this.#parts.at(-1)?.value.endsWith(')') === true;
    const [, before = '', after = ''] = /^(\s*)[^]*?(\s*)$/.exec(shown.value) ?? [];
    this.#parts.push(
      ...(isNear ? [standing(' ', tag)] : []),
      ...(before === '' ? [] : [sliceText(shown, 0, before.length)]),
      standing('[', tag),
      label,
      standing('](', end),
      // The address is in the tag, and must not end before its label, whose position would else be empty.
      standing(url, { start: tag.start, end: end.end }),
      standing(')', end),
      ...(after === '' ? [] : [sliceText(shown, shown.value.length - after.length)]),
    );
  }
}

/** A text that stands for a tag. */
export function standing(value: string, { start, end }: Extent): LocatedText {
  return standFor(value, start, end);
}

function around(text: LocatedText, sign: string): LocatedText {
  const first = text.pieces[0] as Extent;
  const last = text.pieces.at(-1) as Extent;
  return joinTexts([standing(sign, first), text, standing(sign, { start: last.end, end: last.end })], '');
}

/** Whether all square brackets of a text are closed, so that a link around it ends where it should. */
function isBalanced(value: string): boolean {
  let depth = 0;
  for (const sign of value.match(/[[\]]/g) ?? []) {
    depth += sign === '[' ? 1 : -1;
    if (depth < 0 || depth > 1) return false;
  }
  return depth === 0;
}

/** White space as a page shows it: one space. */
export function collapse(text: LocatedText): LocatedText {
  return /[\t\n\f\r]|  /.test(text.value)
    ? replaceInText(text, / *[\t\n\f\r][\t\n\f\r ]*| {2,}/g, () => ' ')
    : text;
}
