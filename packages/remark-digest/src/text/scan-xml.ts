import { decodeEntities } from './decode-entities.ts';
import { isHtmlName } from './html-text.ts';
import { KeyedValues, mostValues } from './keyed-values.ts';
import { locate } from './located-text.ts';
import { keyOfName, namespacesOf } from './xml-names.ts';

/** A place at which XML can't be read on. */
export interface XmlBreak {
  /** Index at which it breaks. */
  at: number;
  /** What is wrong there: `a comment has no end`. */
  problem: string;
  /** The elements that end with it, the outermost first. */
  open: readonly number[];
  /** Index at which reading went on, or the end of the text. */
  to: number;
}

/** What a text holds as XML. */
export interface ScannedXml {
  /** Elements are records, their texts are values without a key, attributes have `@` before their name. */
  values: KeyedValues;
  breaks: XmlBreak[];
  /** Index behind the last element at the top; what follows is no XML. */
  end: number;
}

/** More breaks than these are not looked at one by one. */
const mostBreaks = 100;

/**
 * Finds all elements, attributes and texts of a text of XML with their places.
 *
 * No document type is read and no entity of one resolved. What does no harm is let pass, as people have it: a bare `&` or `<`, tags of
 * HTML that are not closed. Where it breaks, reading goes on with the next record.
 *
 * @param isRecord tells by its name which element is a record
 * @param isContainer tells which elements records stand in
 */
export function scanXml(
  source: string,
  isRecord: (name: string) => boolean,
  isContainer: (name: string) => boolean,
): ScannedXml {
  const scan = new XmlScan(source, isRecord, isContainer);
  scan.run();
  return { values: scan.values, breaks: scan.breaks, end: scan.end };
}

/** So many tags of HTML may be left open in a text. */
const mostLeftOpen = 64;

const nameAt = /[A-Za-z_\u00B7-\uFFFF][^\s<>/="'&;,()]*/y;
const closeTag = /<\/([^\s<>]+)\s*>/y;
const blank = /\s*/y;

class XmlScan {
  readonly values: KeyedValues;
  readonly breaks: XmlBreak[] = [];
  end = 0;
  readonly #source: string;
  readonly #isRecord: (name: string) => boolean;
  readonly #isContainer: (name: string) => boolean;
  readonly #open: number[] = [];
  #at = 0;
  /** Where the text began that stands before the next tag. */
  #textStart = 0;

  constructor(source: string, isRecord: (name: string) => boolean, isContainer: (name: string) => boolean) {
    this.#source = source;
    this.#isRecord = isRecord;
    this.#isContainer = isContainer;
    const namespaces = namespacesOf(source);
    this.values = new KeyedValues(source, {
      decode: (text, start, end) => decodeEntities(locate(text, start, end)),
      nameAt: (text, start) => locate(text, start, start),
      toKey: (name) => keyOfName(name, namespaces),
    });
  }

  run(): void {
    for (let next = this.#source.indexOf('<'); next >= 0; next = this.#source.indexOf('<', this.#at)) {
      if (this.#open.length === 0 && this.#source.slice(this.#textStart, next).trim() !== '') return;
      if (this.values.count > mostValues) return;
      this.#at = next;
      const problem = this.#markup(next);
      if (problem !== undefined && !this.#break(problem)) return;
    }
    this.#at = this.#source.length;
    if (this.#open.length > 0) this.#break('the text ends in the middle');
  }

  /** Reads what begins with `<`; tells what is wrong if it can't. */
  #markup(start: number): string | undefined {
    const second = this.#source[start + 1];
    if (second === '/') return this.#closeTag(start);
    if (second === '?') return this.#skip(start, '?>', 'a processing instruction has no end');
    if (this.#source.startsWith('<!--', start)) return this.#skip(start, '-->', 'a comment has no end');
    if (this.#source.startsWith('<![CDATA[', start)) return this.#verbatim(start);
    if (second === '!' && this.#open.length === 0) return this.#documentType(start);
    return this.#openTag(start);
  }

  #skip(start: number, end: string, problem: string): string | undefined {
    const found = this.#source.indexOf(end, start + 2);
    if (found < 0) return problem;
    this.#addText(start);
    this.#goTo(found + end.length);
    return undefined;
  }

  #verbatim(start: number): string | undefined {
    const inside = start + '<![CDATA['.length;
    const end = this.#source.indexOf(']]>', inside);
    if (end < 0) return 'a CDATA section has no end';
    this.#addText(start);
    if (this.#open.length > 0 && /\S/.test(this.#source.slice(inside, end))) {
      this.values.add('verbatim', this.#open.at(-1) as number, '', 0, inside, end);
    }
    this.#goTo(end + 3);
    return undefined;
  }

  /** A document type is skipped, with all that it declares. */
  #documentType(start: number): string | undefined {
    let depth = 0;
    for (let at = start + 2; at < this.#source.length; at++) {
      const next = this.#source[at];
      if (next === '"' || next === "'") {
        at = this.#source.indexOf(next, at + 1);
        if (at < 0) break;
      } else if (next === '[') depth++;
      else if (next === ']') depth--;
      else if (next === '>' && depth <= 0) {
        this.#goTo(at + 1);
        return undefined;
      }
    }
    return 'a document type has no end';
  }

  #goTo(at: number): void {
    this.#at = at;
    this.#textStart = at;
  }

  /** Adds the text before a tag to the element that it stands in. */
  #addText(end: number): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) return;
    blank.lastIndex = this.#textStart;
    blank.exec(this.#source);
    if (blank.lastIndex < end) this.values.add('text', parent, '', 0, this.#textStart, end);
  }

  #openTag(start: number): string | undefined {
    nameAt.lastIndex = start + 1;
    const name = nameAt.exec(this.#source)?.[0];
    const attributes = name === undefined ? 'text' : this.#attributes(start + 1 + name.length);
    // It is a sign of the text.
    if (name === undefined || attributes === 'text') {
      this.#at = start + 1;
      return undefined;
    }
    if (typeof attributes === 'string') return attributes;
    this.#addText(start);
    const index = this.values.add('record', this.#open.at(-1) ?? -1, name, start + 1, start);
    for (const { name, from, to } of attributes.found) {
      // What a prefix stands for is no value.
      if (!/^xmlns(?::|$)/.test(name)) this.values.add('text', index, `@${name}`, 0, from, to);
    }
    this.#goTo(attributes.end);
    this.#open.push(index);
    if (attributes.closes || /^(?:br|hr|img|wbr)$/i.test(name)) this.#close(attributes.end);
    return undefined;
  }

  /** The attributes of a tag; `text` where it is no tag, or what is wrong with it. */
  #attributes(start: number): Attributes | 'text' | 'an attribute has no closing quote' {
    const found: Attribute[] = [];
    for (let at = this.#skipBlank(start); ; at = this.#skipBlank(at)) {
      const next = this.#source[at];
      if (next === '>') return { found, end: at + 1, closes: false };
      if (next === '/' && this.#source[at + 1] === '>') return { found, end: at + 2, closes: true };
      nameAt.lastIndex = at;
      const name = nameAt.exec(this.#source)?.[0];
      if (name === undefined) return 'text';
      at = this.#skipBlank(at + name.length);
      if (this.#source[at] !== '=') continue;
      at = this.#skipBlank(at + 1);
      const quote = this.#source[at];
      const isQuoted = quote === '"' || quote === "'";
      const from = isQuoted ? at + 1 : at;
      let to = from;
      while (to < this.#source.length && !isEndOfValue(this.#source[to] as string, isQuoted ? quote : ''))
        to++;
      if (isQuoted && this.#source[to] !== quote) return 'an attribute has no closing quote';
      found.push({ name, from, to });
      at = isQuoted ? to + 1 : to;
    }
  }

  #skipBlank(at: number): number {
    blank.lastIndex = at;
    blank.exec(this.#source);
    return blank.lastIndex;
  }

  #closeTag(start: number): string | undefined {
    closeTag.lastIndex = start;
    const match = closeTag.exec(this.#source);
    if (!match) return 'a closing tag has no end';
    const name = match[1] as string;
    const end = start + match[0].length;
    // Tags of HTML within a text may be left open, but not so many that it takes long to look through them.
    let depth = this.#open.length - 1;
    const deepest = Math.max(depth - mostLeftOpen, 0);
    while (depth >= deepest && this.#nameOf(depth) !== name && isHtmlName(this.#nameOf(depth))) depth--;
    if (depth >= 0 && this.#nameOf(depth) === name) {
      this.#addText(start);
      while (this.#open.length > depth) this.#close(this.#open.length === depth + 1 ? end : start);
    } else if (isHtmlName(name)) {
      this.#addText(start);
    } else {
      const open = this.#open.at(-1);
      return open === undefined
        ? `“</${short(name)}>” closes nothing`
        : `“<${short(this.values.name(open))}>” is not closed before “</${short(name)}>”`;
    }
    this.#goTo(end);
    return undefined;
  }

  #nameOf(depth: number): string {
    return this.values.name(this.#open[depth] as number);
  }

  #close(end: number): void {
    this.values.close(this.#open.pop() as number, end);
    if (this.#open.length === 0) this.end = end;
  }

  /** Ends what is broken; whether there is a record to go on with. */
  #break(problem: string): boolean {
    const at = this.#at;
    const next = this.breaks.length + 1 < mostBreaks ? this.#nextRecord(at + 1) : -1;
    const inside = this.#open.findIndex((index) => !this.#isContainer(this.values.name(index)));
    const keep = next < 0 ? 0 : inside < 0 ? this.#open.length : inside;
    const open = this.#open.splice(keep);
    for (const index of open.toReversed()) this.values.close(index, at);
    const to = next < 0 ? this.#source.length : next;
    this.breaks.push({ at, problem, open, to });
    if (keep === 0) this.end = to;
    this.#goTo(to);
    return next >= 0 && keep > 0;
  }

  #nextRecord(from: number): number {
    for (let at = this.#source.indexOf('<', from); at >= 0; at = this.#source.indexOf('<', at + 1)) {
      nameAt.lastIndex = at + 1;
      const name = nameAt.exec(this.#source)?.[0];
      if (name !== undefined && this.#isRecord(name)) return at;
    }
    return -1;
  }
}

interface Attribute {
  name: string;
  from: number;
  to: number;
}

interface Attributes {
  found: Attribute[];
  end: number;
  closes: boolean;
}

function short(name: string): string {
  return name.length > 40 ? `${name.slice(0, 38)} …` : name;
}

function isEndOfValue(character: string, quote: string): boolean {
  return quote === '' ? /[\s<>]/.test(character) : character === quote || character === '<';
}
