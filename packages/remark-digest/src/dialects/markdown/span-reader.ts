import type { Nodes, TableRow } from 'mdast';
import { factKeyOf } from '../../facts/fact-keys.ts';
import { decodeEntities } from '../../text/decode-entities.ts';
import {
  extentOf,
  joinTexts,
  locate,
  replaceInText,
  standFor,
  trimText,
  type LocatedText,
} from '../../text/located-text.ts';
import { isLabel } from './evidence.ts';
import { labelKey } from './label-key.ts';
import type { Masked, Tag } from './mask.ts';
import type { Definitions } from './parse.ts';
import { textOfSpans, type Span } from './spans.ts';

/** What stands on a line: of the source, or as HTML breaks it. */
export interface SpanLine {
  spans: Span[];
  /** Lines of one paragraph have one number. */
  paragraph: number;
  /** Where it stands. */
  place: 'heading' | 'summary' | 'bullet' | 'text';
}

/** A text of Markdown, with what is known of it. */
export interface MarkdownSource {
  value: string;
  masked: Masked;
  definitions: Definitions;
}

const blockTag =
  /^\/?(?:br|p|div|summary|details|li|ul|ol|td|th|tr|table|thead|tbody|tfoot|h[1-6]|center|blockquote|section|hr|dl|dt|dd|pre)$/;

/** Gathers the text of parsed Markdown, line by line, without its signs. */
export class SpanReader {
  readonly lines: SpanLine[] = [];
  readonly #source: string;
  readonly #masked: Masked;
  readonly #definitions: Definitions;
  #spans: Span[] = [];
  #paragraph = 0;
  #place: SpanLine['place'] = 'text';
  #strong = 0;
  #emphasis = 0;
  #url: LocatedText | undefined;

  constructor({ value, masked, definitions }: MarkdownSource) {
    this.#source = value;
    this.#masked = masked;
    this.#definitions = definitions;
  }

  /** Adds what a node says. */
  read(node: Nodes): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    switch (node.type) {
      case 'text':
        this.#readText(start, end);
        break;
      case 'inlineCode':
        this.#put(this.#code(start, end), true);
        break;
      case 'code':
        this.#newParagraph();
        this.#readText(start, end);
        break;
      case 'html':
        // Tags that HTML has are hidden, so this is text.
        this.#readText(start, end);
        break;
      case 'break':
        this.#endLine();
        break;
      case 'strong':
        this.#strong++;
        this.#readAll(node.children);
        this.#strong--;
        break;
      case 'emphasis':
        this.#emphasis++;
        this.#readAll(node.children);
        this.#emphasis--;
        break;
      case 'link':
      case 'linkReference':
        this.#readLink(node, start, end);
        break;
      case 'heading':
        this.#inBlock('heading', () => this.#readAll(node.children));
        break;
      case 'listItem':
        this.#inBlock('bullet', () => this.#readAll(node.children));
        break;
      case 'paragraph':
        this.#newParagraph();
        this.#readAll(node.children);
        this.#newParagraph();
        break;
      case 'table':
        this.#readFacts(node.children);
        break;
      case 'tableCell':
        this.#newParagraph();
        this.#readAll(node.children);
        this.#newParagraph();
        break;
      default:
        // Images, signs of footnotes and rules say nothing here.
        if ('children' in node) this.#readAll(node.children);
    }
  }

  /** Ends the last line, and gives all of them. */
  done(): SpanLine[] {
    this.#endLine();
    return this.lines;
  }

  #readAll(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.read(node);
  }

  #inBlock(place: SpanLine['place'], read: () => void): void {
    this.#newParagraph();
    const around = this.#place;
    this.#place = place;
    read();
    this.#newParagraph();
    this.#place = around;
  }

  #newParagraph(): void {
    this.#endLine();
    this.#paragraph++;
  }

  #endLine(): void {
    if (this.#spans.length > 0) {
      this.lines.push({ spans: this.#spans, paragraph: this.#paragraph, place: this.#place });
    }
    this.#spans = [];
  }

  #put(text: LocatedText, isCode = false): void {
    if (text.value === '') return;
    this.#spans.push({
      text,
      isStrong: this.#strong > 0,
      isEmphasis: this.#emphasis > 0,
      isCode,
      ...(this.#url ? { url: this.#url } : {}),
    });
  }

  /** Reads a table of facts, a row each: what its first cell names stands in the others. */
  #readFacts(rows: readonly TableRow[]): void {
    for (const [index, { children: cells }] of rows.entries()) {
      const [first, ...others] = cells;
      this.#newParagraph();
      if (!first) continue;
      this.#readAll(first.children);
      const name = textOfSpans(this.#spans);
      // The names of the two columns say nothing.
      if (index === 0 && !factKeyOf(name.value)) {
        this.#spans = [];
        continue;
      }
      const end = extentOf(name)?.end ?? 0;
      if (!/[:：]\s*$/.test(name.value)) this.#put(standFor(': ', end, end));
      for (const cell of others) this.#readAll(cell.children);
    }
    this.#newParagraph();
  }

  #readLink(node: Extract<Nodes, { type: 'link' | 'linkReference' }>, start: number, end: number): void {
    const around = this.#url;
    const before = this.#spans.length;
    const label = node.children.at(-1)?.position?.end.offset ?? start;
    this.#url =
      node.type === 'link'
        ? addressIn(this.#source, label, start, end, node.url)
        : this.#definitions.get(labelKey(node.label ?? node.identifier))?.url;
    this.#readAll(node.children);
    // A badge has its words in the text that stands for the picture.
    if (this.#spans.length === before && this.#url) {
      const image = node.children.find(({ type }) => type === 'image');
      const alt = image?.type === 'image' ? (image.alt ?? '') : '';
      const at = (image?.position?.start.offset ?? start) + 2;
      // What a badge says of itself, such as a number of stars, is no text of the paper.
      const text =
        isLabel(alt) && this.#source.startsWith(alt, at)
          ? locate(this.#source, at, at + alt.length)
          : standFor('link', start, end);
      this.#put(text);
    }
    this.#url = around;
  }

  /** The text of code, without its backticks where a plain word is meant. */
  #code(start: number, end: number): LocatedText {
    const raw = this.#source.slice(start, end);
    const [ticks = ''] = /^`+/.exec(raw) ?? [];
    const inside = trimText(
      locate(this.#source, start + ticks.length, Math.max(start + ticks.length, end - ticks.length)),
    );
    return inside;
  }

  /** Adds a stretch of the source: its lines end where they do there, tags do what they say. */
  #readText(start: number, end: number): void {
    let at = start;
    for (const tag of tagsIn(this.#masked.tags, start, end)) {
      if (tag.start > at) this.#readPlain(at, tag.start);
      this.#readTag(tag);
      at = Math.max(at, tag.end);
    }
    if (at < end) this.#readPlain(at, end);
  }

  #readPlain(start: number, end: number): void {
    let at = start;
    for (const match of this.#source.slice(start, end).matchAll(/(?<![ \t])[ \t]*(?:\r\n|\n|\r)[ \t>]*/g)) {
      const first = start + match.index;
      this.#put(this.#leaf(at, first));
      // The line ends inside of a broken row are no line ends.
      if (
        this.#masked.value[first + match[0].length - 1] === ' ' &&
        !/[\r\n]/.test(this.#masked.value.slice(first, first + match[0].length))
      ) {
        this.#put(standFor(' ', first, first + match[0].length));
      } else {
        this.#endLine();
      }
      at = first + match[0].length;
    }
    this.#put(this.#leaf(at, end));
  }

  /** A stretch without line ends or tags; what Markdown escapes is as it is meant, formulas are as they stand. */
  #leaf(start: number, end: number): LocatedText {
    if (start >= end) return locate('', 0, 0);
    const whole = locate(this.#source, start, end);
    if (!/[\\&]/.test(whole.value)) return whole;
    const parts: LocatedText[] = [];
    let at = start;
    for (const formula of tagsIn(this.#masked.formulas, start, end)) {
      if (formula.start > at) parts.push(unescaped(locate(this.#source, at, formula.start)));
      parts.push(locate(this.#source, Math.max(at, formula.start), Math.min(end, formula.end)));
      at = formula.end;
    }
    if (at < end) parts.push(unescaped(locate(this.#source, at, end)));
    return joinTexts(parts, '');
  }

  #readTag({ name, start, end }: Tag): void {
    if (name === 'a') {
      const raw = this.#source.slice(start, end);
      const found = /\shref\s?=\s?(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s>"']+))/i.exec(raw);
      const url = found?.groups?.['double'] ?? found?.groups?.['single'] ?? found?.groups?.['bare'];
      if (url !== undefined && found) {
        const at = start + raw.indexOf(url, found.index + 5);
        this.#url = decodeEntities(locate(this.#source, at, at + url.length));
      }
    } else if (name === '/a') this.#url = undefined;
    else if (name === 'b' || name === 'strong') this.#strong++;
    else if (name === '/b' || name === '/strong') this.#strong = Math.max(0, this.#strong - 1);
    else if (name === 'i' || name === 'em') this.#emphasis++;
    else if (name === '/i' || name === '/em') this.#emphasis = Math.max(0, this.#emphasis - 1);
    // One text leads to one place, however it is broken.
    else if (name === 'br' && this.#url) this.#put(standFor(' ', start, end));
    else if (blockTag.test(name)) this.#readBlockTag(name);
  }

  #readBlockTag(name: string): void {
    this.#endLine();
    if (name !== 'br') this.#paragraph++;
    if (name === 'summary') this.#place = 'summary';
    else if (this.#place === 'summary' && name !== 'br') this.#place = 'text';
  }
}

/** The address of a link, as it stands behind its text. */
function addressIn(source: string, label: number, start: number, end: number, url: string): LocatedText {
  const at = source.indexOf(url, label);
  return url !== '' && at >= 0 && at + url.length <= end
    ? locate(source, at, at + url.length)
    : standFor(url, start, end);
}

const escape = /\\(?=[!-/:-@[-`{-~])(?!["'^~`]\{?[a-zA-Z])/g;

/** What is escaped, as it is meant. A backslash before a letter, or two before a space, is TeX's. */
function unescaped(text: LocatedText): LocatedText {
  return decodeEntities(text.value.includes('\\') ? replaceInText(text, escape, () => '') : text);
}

/** Those of many stretches, in their order, that lie in another one. */
function tagsIn<Stretch extends { start: number; end: number }>(
  stretches: readonly Stretch[],
  start: number,
  end: number,
): Stretch[] {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Stretch).start < start) low = middle + 1;
    else high = middle;
  }
  const found: Stretch[] = [];
  for (let at = low; at < stretches.length && (stretches[at] as Stretch).start < end; at++)
    found.push(stretches[at] as Stretch);
  return found;
}
