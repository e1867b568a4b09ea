import { ScriptText } from './script-text.ts';

/** An attribute of an element of an Astro file. */
export interface Attribute {
  /** Its name; empty for what is spread into the element. */
  name: string;
  /** How its value is written: between quotes, as code, or not at all. */
  kind: 'text' | 'code' | 'none';
  /** The value, without quotes or braces. */
  value: string;
}

/** An element or a component in the markup of an Astro file. Places are offsets in the file. */
export interface Element {
  /** Its name as it is written; empty for `<>`. */
  name: string;
  attributes: Attribute[];
  start: number;
  /** Where its content begins. */
  contentStart: number;
  /** Where its content ends; the same as `contentStart` for one without. */
  contentEnd: number;
  end: number;
  parent: Element | undefined;
  children: Element[];
  /** The braces between which it stands, directly inside its parent; undefined where there are none. */
  braces: Braces | undefined;
}

/** Code in markup, with the braces around it. */
interface Braces {
  start: number;
  end: number;
}

/** Where an element is put that is found. */
interface Place {
  parent: Element | undefined;
  siblings: Element[];
  braces: Braces | undefined;
}

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Elements whose content is no markup. */
const rawElements = new Set(['script', 'style']);
/** How deep elements and code may stand in one another. */
const deepest = 300;

/**
 * Reads the markup of an Astro file: its elements wherever they are, in the code between braces as well.
 *
 * @param text the whole file
 * @param from where its markup begins
 * @returns the elements that stand in no other
 * @throws Refusal when an element, a comment or a text of the code has no end
 */
export function readTemplate(text: string, from: number): Element[] {
  const reader = new TemplateReader(text, from);
  const siblings: Element[] = [];
  reader.readContent({ parent: undefined, siblings, braces: undefined });
  return siblings;
}

class TemplateReader extends ScriptText {
  /** Names of the elements that are open. */
  private readonly open: string[] = [];
  /** How many braces of code are open. */
  private codes = 0;

  /** Reads markup until the end tag of an open element, the closing brace of the code around it, or the end of the file. */
  readContent(place: Place): void {
    for (; this.at < this.text.length;) {
      const sign = this.text[this.at];
      if (sign === '{') this.readBraces(place);
      else if (sign === '}' && this.codes > 0) return;
      else if (this.is('<!--')) this.skipPast('-->', 'a comment');
      else if (this.is('<!')) this.skipPast('>', 'a declaration');
      else if (this.is('</')) {
        if (this.open.includes(this.endTag())) return;
        this.skipPast('>', 'an end tag');
      } else if (this.startsElement()) this.readElement(place);
      else this.at += 1;
    }
  }

  private readElement({ parent, siblings, braces }: Place): void {
    const start = this.at;
    const name = this.match(/<([^\s/>{]*)/y)?.[1] ?? '';
    const { attributes, isEmpty } = this.readAttributes(start);
    const element: Element = {
      name,
      attributes,
      start,
      contentStart: this.at,
      contentEnd: this.at,
      end: this.at,
      parent,
      children: [],
      braces,
    };
    siblings.push(element);
    if (isEmpty || voidElements.has(name)) return;
    if (rawElements.has(name) || attributes.some((attribute) => attribute.name === 'is:raw')) {
      this.skipPast(`</${name}`, `<${name}>`, start);
      this.at -= name.length + 2;
    } else {
      this.enter(start, this.open.length + this.codes, deepest);
      this.open.push(name);
      this.readContent({ parent: element, siblings: element.children, braces: undefined });
      this.open.pop();
    }
    element.contentEnd = this.at;
    // An element without an end tag ends where the one around it does.
    if (this.is('</') && this.endTag() === name) this.skipPast('>', 'an end tag');
    element.end = this.at;
  }

  private readAttributes(start: number): { attributes: Attribute[]; isEmpty: boolean } {
    const attributes: Attribute[] = [];
    for (;;) {
      this.match(/\s*/y);
      if (this.at >= this.text.length) throw this.noEnd('a tag', start);
      if (this.is('>') || this.is('/>')) {
        const isEmpty = this.is('/');
        this.at += isEmpty ? 2 : 1;
        return { attributes, isEmpty };
      }
      if (this.is('{')) {
        const value = this.readCodeValue();
        const isSpread = value.trimStart().startsWith('...');
        attributes.push({ name: isSpread ? '' : value.trim(), kind: 'code', value: value.trim() });
        continue;
      }
      const name = this.match(/[^\s=>{/]+/y)?.[0];
      if (name === undefined) this.at += 1;
      else attributes.push({ name, ...this.readValue() });
    }
  }

  private readValue(): Pick<Attribute, 'kind' | 'value'> {
    if (!this.match(/\s*=\s*/y)) return { kind: 'none', value: '' };
    const quote = this.text[this.at];
    if (quote === '{') return { kind: 'code', value: this.readCodeValue().trim() };
    if (quote === '`') {
      const start = this.at;
      this.readTemplateText(() => this.readCode(undefined));
      return { kind: 'code', value: this.text.slice(start, this.at) };
    }
    if (quote !== '"' && quote !== "'") return { kind: 'text', value: this.match(/[^\s>]*/y)?.[0] ?? '' };
    const start = this.at;
    this.at += 1;
    this.skipPast(quote, 'a value', start);
    return { kind: 'text', value: this.text.slice(start + 1, this.at - 1) };
  }

  /** Reads code in braces that is no content, and gives what stands between them. */
  private readCodeValue(): string {
    const start = this.at;
    this.at += 1;
    this.readCode({ parent: undefined, siblings: [], braces: undefined });
    return this.text.slice(start + 1, this.at - 1);
  }

  private readBraces({ parent, siblings }: Place): void {
    const braces = { start: this.at, end: 0 };
    this.at += 1;
    this.readCode({ parent, siblings, braces });
    braces.end = this.at;
  }

  /** Reads code up to and with the brace that closes it; elements in it are put at a place, or skipped where there is none. */
  private readCode(place: Place | undefined): void {
    const start = this.at - 1;
    this.enter(start, this.open.length + this.codes, deepest);
    this.codes += 1;
    let inner = 0;
    this.beginCode();
    while (!(this.is('}') && inner === 0)) {
      if (this.at >= this.text.length) throw this.noEnd('code between braces', start);
      if (this.is('`')) this.readTemplateText(() => this.readCode(place));
      else if (this.is('<') && this.isOperand() && (this.startsElement() || this.is('<!--'))) {
        if (this.is('<!--')) this.skipPast('-->', 'a comment');
        else this.readElement(place ?? { parent: undefined, siblings: [], braces: undefined });
        this.noteValue('>');
      } else {
        if (this.is('{')) inner += 1;
        else if (this.is('}')) inner -= 1;
        this.skipToken();
      }
    }
    this.at += 1;
    this.codes -= 1;
    this.noteValue('}');
  }

  private startsElement(): boolean {
    return /[A-Za-z>_$]/.test(this.text[this.at + 1] ?? '') && this.is('<');
  }

  /** Name of the end tag that begins here. */
  private endTag(): string {
    const at = this.at;
    const name = this.match(/<\/\s*([^\s>]*)/y)?.[1] ?? '';
    this.at = at;
    return name;
  }
}
