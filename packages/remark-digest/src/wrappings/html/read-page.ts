import { Tokenizer, TokenizerMode, type Token } from 'parse5';
import { decodeEntities } from '../../text/decode-entities.ts';
import { toScript } from '../../text/html-text.ts';
import {
  extentOf,
  joinTexts,
  placeInText,
  sliceText,
  standFor,
  type Extent,
  type LocatedText,
} from '../../text/located-text.ts';
import { elements, isHiddenBy } from './elements.ts';
import { collapse, PageWriter, standing, type WrittenLine } from './page-writer.ts';
import { TableWriter } from './table-writer.ts';

/** What a page shows, as text. */
export interface Page {
  /** Its lines, with links, headings, lists and tables as Markdown has them. */
  text: LocatedText;
  /** Its title, which browsers show elsewhere. */
  title: LocatedText;
  /** The JSON that its scripts make papers of, such as those of Hugging Face's daily page, whose abstracts stand nowhere else. */
  papers: LocatedText | undefined;
  /** Index behind the end of the page, `</html>`. */
  end: number;
}

/**
 * Reads a page, or a part of one: what it shows becomes lines, what it hides goes.
 *
 * @param html the page
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 */
export function readPage(html: LocatedText): Page {
  const reader = new PageReader(html);
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        reader.startTag(token);
        const mode = modes[token.tagName];
        if (mode !== undefined) tokenizer.state = mode;
      },
      onEndTag: (token) => reader.endTag(token),
      // Text is what is between all others, and is taken from the page as it stands.
      onCharacter: () => {},
      onWhitespaceCharacter: () => {},
      onNullCharacter: () => {},
      onComment: (token) => reader.comment(token),
      onDoctype: (token) => reader.doctype(token),
      onEof: () => {},
      onParseError: null,
    },
  );
  tokenizer.write(html.value, true);
  return reader.end();
}

/** Elements whose content is no HTML. */
const modes: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
};

/** The attributes of an element without any. */
const none: ReadonlyMap<string, string> = new Map();

/** What is written into: the page, or a cell of a table. */
interface Frame {
  writer: PageWriter;
  table: TableWriter | undefined;
}

class PageReader {
  readonly #html: LocatedText;
  readonly #page = new PageWriter();
  readonly #frames: Frame[] = [{ writer: this.#page, table: undefined }];
  #title: LocatedText | undefined;
  #papers: LocatedText | undefined;
  #inTitle = false;
  #base: string | undefined;
  /** The hidden element that is open, and how many of its kind are open in it. */
  #hidden: { name: string; depth: number } | undefined;
  #preformatted = 0;
  /** Beginnings of index, exponent and formula among the parts of the line. */
  readonly #opened: { name: string; size: number; tex?: LocatedText | undefined }[] = [];
  #inTex = false;
  /** Up to where the page is read. */
  #done = 0;
  /** Whether the page has ended, and what follows is none of it. */
  #ended = false;

  constructor(html: LocatedText) {
    this.#html = html;
  }

  startTag({ tagName: name, attrs, selfClosing, location }: Token.TagToken): void {
    if (this.#ended) return;
    this.#takeText(location);
    const tag = this.#extent(location);
    if (name === 'title') this.#inTitle = this.#title === undefined;
    const attributes = attrs.length === 0 ? none : new Map(attrs.map(({ name, value }) => [name, value]));
    this.#readBase(name, attributes);
    if (isPapers(attributes.get('data-props')))
      this.#papers ??= this.#attribute(location?.attrs?.['data-props']);
    if (this.#hidden) {
      if (name === this.#hidden.name && elements.isUnclosed(name)) this.#hidden = undefined;
      else if (name === 'body' && this.#hidden.name === 'head') this.#hidden = undefined;
      else {
        if (name === this.#hidden.name) this.#hidden.depth++;
        return;
      }
    }
    if (!elements.isVoid(name) && (elements.isHidden(name) || isHiddenBy(attributes))) {
      if (!selfClosing || !isForeign(name)) this.#hidden = { name, depth: 0 };
      return;
    }
    const { writer } = this.#frame;
    if (elements.isParagraph(name)) writer.endParagraph(tag);
    else if (elements.isLine(name)) writer.endLine(tag);
    if (name === 'br') this.#break(tag);
    else if (name === 'a') this.#link(attributes.get('href'), tag);
    else if (name === 'li') writer.item(tag);
    else if (name === 'ul' || name === 'ol' || name === 'menu') writer.lists++;
    else if (name === 'b' || name === 'strong') writer.bold++;
    else if (name === 'pre') this.#preformatted++;
    else if (/^h[1-6]$/.test(name)) writer.heading = { level: Number(name[1]), tag };
    else if (name === 'sub' || name === 'sup' || name === 'math')
      this.#opened.push({ name, size: writer.size });
    else if (name === 'annotation') this.#inTex = /tex/i.test(attributes.get('encoding') ?? '');
    else this.#startOfTable(name, tag);
  }

  endTag({ tagName: name, location }: Token.TagToken): void {
    if (this.#ended) return;
    this.#takeText(location);
    const tag = this.#extent(location);
    if (name === 'html') this.#ended = true;
    if (name === 'title') this.#inTitle = false;
    if (this.#hidden) {
      if (name === this.#hidden.name && this.#hidden.depth-- === 0) this.#hidden = undefined;
      return;
    }
    const { writer } = this.#frame;
    if (elements.isParagraph(name)) writer.endParagraph(tag);
    else if (elements.isLine(name)) writer.endLine(tag);
    if (name === 'a') writer.endLink(tag);
    else if (name === 'ul' || name === 'ol' || name === 'menu') writer.lists = Math.max(0, writer.lists - 1);
    else if (name === 'b' || name === 'strong') writer.bold = Math.max(0, writer.bold - 1);
    else if (name === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1);
    else if (/^h[1-6]$/.test(name)) writer.heading = undefined;
    else if (name === 'sub' || name === 'sup' || name === 'math') this.#close(name);
    else if (name === 'annotation') this.#inTex = false;
    else this.#endOfTable(name, tag);
  }

  /** Takes the text up to what comes next. */
  #takeText(next: Token.Location | null): void {
    const end = next?.startOffset ?? this.#html.value.length;
    const start = this.#done;
    this.#done = next?.endOffset ?? end;
    if (end <= start || (this.#hidden && !this.#inTitle)) return;
    const text = decodeEntities(sliceText(this.#html, start, end));
    if (this.#inTitle) this.#title = this.#title ? joinTexts([this.#title, text], '') : text;
    if (this.#hidden) return;
    const { writer } = this.#frame;
    const open = this.#opened.at(-1);
    if (this.#inTex && open) open.tex = open.tex ? joinTexts([open.tex, text], '') : text;
    else if (this.#preformatted > 0) this.#addLines(text, extentOf(text) as Extent);
    else writer.add(collapse(text));
  }

  /** Browsers say in a comment where a page was saved from. */
  comment({ data, location }: Token.CommentToken): void {
    if (this.#ended) return;
    this.#takeText(location);
    const address = /(?:saved from url=\(\d+\)|\burl: ?)(https?:\/\/\S+)/.exec(data)?.[1];
    if (address !== undefined) this.#setBase(address);
  }

  doctype({ location }: Token.DoctypeToken): void {
    if (!this.#ended) this.#takeText(location);
  }

  end(): Page {
    if (!this.#ended) this.#takeText(null);
    const end = placeInText(this.#html, this.#done, this.#done);
    while (this.#frames.length > 1) this.#endTable(end);
    this.#page.endParagraph(end);
    return {
      text: joinLines(this.#page.lines),
      title: this.#title ?? { value: '', pieces: [] },
      papers: this.#papers,
      end: this.#done,
    };
  }

  get #frame(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  #extent(location: Token.Location | null): Extent {
    return placeInText(this.#html, location?.startOffset ?? 0, location?.endOffset ?? 0);
  }

  /** The value of an attribute, where it stands. */
  #attribute(location: Token.Location | undefined): LocatedText | undefined {
    if (!location) return undefined;
    const written = this.#html.value.slice(location.startOffset, location.endOffset);
    const before = /^[^=]*=\s*["']?/.exec(written)?.[0].length ?? 0;
    const quoted = /["']$/.test(written.slice(before)) ? 1 : 0;
    return decodeEntities(sliceText(this.#html, location.startOffset + before, location.endOffset - quoted));
  }

  #break(tag: Extent): void {
    const { writer } = this.#frame;
    // A break in a line that has nothing is a blank line.
    if (writer.size === 0) writer.endParagraph(tag);
    else writer.endLine(tag);
  }

  #addLines(text: LocatedText, extent: Extent): void {
    const { writer } = this.#frame;
    let done = 0;
    for (const { index, 0: sign } of text.value.matchAll(/\r?\n/g)) {
      if (index > done) writer.add(sliceText(text, done, index));
      if (writer.size === 0) writer.endParagraph(extent);
      else writer.endLine(extent, true);
      done = index + sign.length;
    }
    if (done < text.value.length) writer.add(sliceText(text, done));
  }

  #link(href: string | undefined, tag: Extent): void {
    const { writer } = this.#frame;
    writer.endLink(tag);
    const url = href === undefined ? undefined : absolute(href, this.#base);
    if (url !== undefined) writer.link(url, tag);
  }

  #close(name: string): void {
    const index = this.#opened.findLastIndex((opened) => opened.name === name);
    const opened = this.#opened[index];
    if (!opened) return;
    this.#opened.splice(index);
    const { writer } = this.#frame;
    // A line that ended within has taken its parts with it.
    if (opened.size > writer.size) return;
    const inside = writer.takeFrom(opened.size);
    if (opened.tex) {
      const { start, end } = opened.tex.pieces[0] as Extent;
      writer.add(standFor('$', start, start));
      writer.add(collapse(opened.tex));
      writer.add(standFor('$', end, end));
    } else if (name === 'math') writer.add(inside);
    else if (inside.value !== '') writer.add(toScript(inside, name === 'sup'));
  }

  #startOfTable(name: string, tag: Extent): void {
    if (name === 'table') {
      this.#frame.table?.holdTable();
      this.#frames.push({ writer: new PageWriter(), table: new TableWriter() });
    } else if (name === 'tr') this.#frame.table?.row(tag);
    else if (name === 'td' || name === 'th') {
      const { table } = this.#frame;
      if (table) this.#frame.writer = table.cell(tag, name === 'th');
    }
  }

  #endOfTable(name: string, tag: Extent): void {
    if (name === 'tr') this.#frame.table?.endRow(tag);
    else if (name === 'table' && this.#frames.length > 1) this.#endTable(tag);
  }

  #endTable(tag: Extent): void {
    const frame = this.#frames.pop() as Frame;
    frame.writer.endLine(tag);
    const { writer } = this.#frame;
    writer.endParagraph(tag);
    writer.addLines(frame.table?.lines() ?? []);
    writer.endParagraph(tag);
  }

  #readBase(name: string, attributes: ReadonlyMap<string, string>): void {
    const address =
      name === 'base' || (name === 'link' && attributes.get('rel') === 'canonical')
        ? attributes.get('href')
        : name === 'meta' && attributes.get('property') === 'og:url'
          ? attributes.get('content')
          : undefined;
    if (address !== undefined) this.#setBase(address);
  }

  #setBase(address: string): void {
    this.#base ??= URL.canParse(address) ? address : undefined;
  }
}

/** @see https://huggingface.co/papers */
function isPapers(props: string | undefined): boolean {
  return props !== undefined && /"dailyPapers"\s*:\s*\[\s*\{/.test(props);
}

/** Whether an element is one of SVG or MathML, which may close itself. */
function isForeign(name: string): boolean {
  return name === 'svg' || name === 'math';
}

/** The address of a link; nothing where it leads to the page itself or to nothing that can be read. */
function absolute(href: string, base: string | undefined): string | undefined {
  const address = href.trim();
  if (address === '' || /^(?:#|(?:javascript|mailto|data|about|blob|file):)/i.test(address)) return undefined;
  const whole = URL.parse(address, base)?.href ?? address;
  return whole.replace(/[\s()<>]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
}

function joinLines(lines: readonly WrittenLine[]): LocatedText {
  const parts: LocatedText[] = [];
  let end: number | undefined;
  for (const { text, mark, depth, blankAbove } of lines) {
    const whole = mark ? joinTexts([mark, text], '') : text;
    if (end !== undefined) {
      const glue = `${blankAbove ? '\n\n' : '\n'}${'  '.repeat(depth)}`;
      parts.push(standing(glue, { start: end, end }));
    }
    parts.push(whole);
    end = (whole.pieces.at(-1) as Extent).end;
  }
  return joinTexts(parts, '');
}
