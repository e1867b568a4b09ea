import { KeyedValues, mostValues, type Notation } from './keyed-values.ts';
import { locate, type LocatedText, type Piece } from './located-text.ts';

/** A place at which JSON can't be read on. */
export interface JsonBreak {
  /** Index at which it breaks. */
  at: number;
  /** What is wrong there: `a comma is missing`. */
  problem: string;
  /** The containers that end with it, the outermost first. */
  open: readonly number[];
  /** Index at which reading went on, or the end of the text. */
  to: number;
}

/** What a text holds as JSON. */
export interface ScannedJson {
  values: KeyedValues;
  breaks: JsonBreak[];
  /** Index behind the last value; what follows is no JSON. */
  end: number;
}

/** More breaks than these are not looked at one by one. */
const mostBreaks = 100;

/**
 * Finds all values of a text of JSON with their places: one value, or several one after the other, as in JSON Lines.
 *
 * Where it breaks, reading goes on with the next record that begins a line as far in as the broken one. A comma too many does no harm.
 * Nothing is recursive, since a file may be nested as deep as it is long.
 */
export function scanJson(source: string): ScannedJson {
  const scan = new JsonScan(source);
  scan.run();
  return { values: scan.values, breaks: scan.breaks, end: scan.end };
}

const code = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openRecord: 0x7b,
  closeRecord: 0x7d,
};
const literal = /-?(?:\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|Infinity)|true|false|NaN/y;

class JsonScan {
  readonly values: KeyedValues;
  readonly breaks: JsonBreak[] = [];
  end = 0;
  readonly #source: string;
  readonly #open: number[] = [];
  #at = 0;
  #last = -1;
  #expect: 'value' | 'key' | 'comma' = 'value';
  #name = '';
  #nameStart = -1;

  constructor(source: string) {
    this.#source = source;
    this.values = new KeyedValues(source, notation);
  }

  run(): void {
    while (this.values.count <= mostValues && (this.#open.length > 0 || this.#startRoot())) {
      const problem = this.#step();
      if (problem !== undefined && !this.#break(problem)) return;
    }
  }

  /** Whether another value begins here. */
  #startRoot(): boolean {
    this.#skipBlank();
    const first = this.#code();
    // Between two values a comma does no harm.
    if (first === code.comma && this.end > 0) {
      this.#at++;
      this.#skipBlank();
    }
    const next = this.#code();
    this.#expect = 'value';
    return next === code.openList || next === code.openRecord;
  }

  #code(): number {
    return this.#source.charCodeAt(this.#at);
  }

  #skipBlank(): void {
    for (let next = this.#code(); isBlank(next); next = this.#code()) this.#at++;
  }

  /** Reads one thing; tells what is wrong if it can't. */
  #step(): string | undefined {
    this.#skipBlank();
    const next = this.#code();
    const parent = this.#open.at(-1) ?? -1;
    const isRecord = parent >= 0 && this.values.kind(parent) === 'record';
    if (next === (isRecord ? code.closeRecord : code.closeList) && parent >= 0 && this.#name === '')
      return this.#close();
    if (Number.isNaN(next)) return 'the text ends in the middle';
    if (this.#expect === 'comma') {
      if (next !== code.comma) return 'a comma or a bracket is missing';
      this.#at++;
      const last = this.#last;
      if (last >= 0 && this.values.kind(last) === 'record') this.values.extend(last, this.#at);
      this.#expect = isRecord ? 'key' : 'value';
      return undefined;
    }
    return this.#expect === 'key' ? this.#readKey(next) : this.#readValue(next, parent);
  }

  #close(): undefined {
    const index = this.#open.pop() as number;
    this.#at++;
    this.values.close(index, this.#at);
    this.#last = index;
    this.#expect = 'comma';
    if (this.#open.length === 0) this.end = this.#at;
  }

  #readKey(next: number): string | undefined {
    if (next !== code.quote) return 'a key in double quotes is missing';
    const end = endOfString(this.#source, this.#at + 1);
    if (end < 0) return 'a key has no closing quote';
    this.#nameStart = this.#at + 1;
    // An empty key is a key, too.
    this.#name = decodeJson(this.#source, this.#nameStart, end).value || ' ';
    this.#at = end + 1;
    this.#skipBlank();
    if (this.#code() !== code.colon) return 'a colon is missing';
    this.#at++;
    this.#expect = 'value';
    return undefined;
  }

  #readValue(next: number, parent: number): string | undefined {
    const start = this.#at;
    const add = (kind: Parameters<KeyedValues['add']>[0], from: number, to: number): number => {
      const index = this.values.add(kind, parent, this.#name, this.#nameStart, from, to);
      this.#name = '';
      return index;
    };
    if (next === code.openRecord || next === code.openList) {
      this.#open.push(add(next === code.openRecord ? 'record' : 'list', start, start));
      this.#at++;
      this.#expect = next === code.openRecord ? 'key' : 'value';
      return undefined;
    }
    if (next === code.quote) {
      const end = endOfString(this.#source, this.#at + 1);
      if (end < 0) return 'a text has no closing quote on its line';
      this.#last = add('text', start + 1, end);
      this.#at = end + 1;
    } else {
      const isNull = this.#source.startsWith('null', start);
      literal.lastIndex = start;
      const length = isNull ? 4 : (literal.exec(this.#source)?.[0].length ?? 0);
      if (length === 0) return 'a value is missing or has no quotes';
      this.#last = add(isNull ? 'nothing' : 'verbatim', start, start + length);
      this.#at = start + length;
    }
    this.#expect = 'comma';
    return undefined;
  }

  /** Ends what is broken; whether there is a record to go on with. */
  #break(problem: string): boolean {
    const at = this.#at;
    const next = this.breaks.length + 1 < mostBreaks ? this.#findNext() : undefined;
    const open = this.#open.splice(next?.depth ?? 0);
    for (const index of open.toReversed()) this.values.close(index, at);
    this.#name = '';
    this.#last = -1;
    this.#expect = 'value';
    this.#at = next?.at ?? this.#source.length;
    this.end = this.#at;
    this.breaks.push({ at, problem, open, to: this.#at });
    return next !== undefined;
  }

  /** The next line that begins with a record as far in as one of those that are open. */
  #findNext(): { at: number; depth: number } | undefined {
    const indents = new Map<string, number>();
    for (const [depth, index] of this.#open.entries()) {
      const parent = depth === 0 ? 'list' : this.values.kind(this.#open[depth - 1] as number);
      const indent =
        this.values.kind(index) === 'record' && parent === 'list' ? this.#indentOf(index) : undefined;
      if (indent !== undefined) indents.set(indent, depth);
    }
    if (indents.size === 0) return undefined;
    let lineEnd = this.#source.indexOf('\n', this.#at);
    while (lineEnd >= 0) {
      let at = lineEnd + 1;
      while (this.#source.charCodeAt(at) === 0x20 || this.#source.charCodeAt(at) === 0x09) at++;
      const depth = indents.get(this.#source.slice(lineEnd + 1, at));
      if (depth !== undefined && this.#source.charCodeAt(at) === code.openRecord) return { at, depth };
      lineEnd = this.#source.indexOf('\n', at);
    }
    return undefined;
  }

  /** The blanks before a value that begins its line. */
  #indentOf(index: number): string | undefined {
    const start = this.values.start(index);
    let at = start;
    while (at > 0 && (this.#source.charCodeAt(at - 1) === 0x20 || this.#source.charCodeAt(at - 1) === 0x09))
      at--;
    return at === 0 || /[\r\n]/.test(this.#source[at - 1] as string)
      ? this.#source.slice(at, start)
      : undefined;
  }
}

/** Index of the quote that ends the string whose inside begins at an index; -1 where its line has none. */
function endOfString(source: string, start: number): number {
  for (let at = start; at < source.length; at++) {
    const next = source.charCodeAt(at);
    if (next === code.quote) return at;
    if (next === code.backslash) at++;
    else if (next === 0x0a || next === 0x0d) return -1;
  }
  return -1;
}

function isBlank(next: number): boolean {
  return next === 0x20 || next === 0x0a || next === 0x0d || next === 0x09 || next === 0xfeff;
}

const escape = /\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|["\\/bfnrt])/g;
const controls: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Decodes the inside of a string of JSON; each escape is a piece of its own, and what is none stays as it stands. */
function decodeJson(source: string, start: number, end: number): LocatedText {
  const raw = source.slice(start, end);
  if (!raw.includes('\\')) return locate(source, start, end);
  const pieces: Piece[] = [];
  let value = '';
  let done = 0;
  const plain = (to: number): void => {
    if (to <= done) return;
    pieces.push({ at: value.length, start: start + done, end: start + to });
    value += raw.slice(done, to);
  };
  for (const match of raw.matchAll(escape)) {
    plain(match.index);
    done = match.index + match[0].length;
    pieces.push({ at: value.length, start: start + match.index, end: start + done });
    value += characters(match[0]);
  }
  plain(raw.length);
  return { value, pieces };
}

function characters(found: string): string {
  const letter = found[1] as string;
  if (letter !== 'u') return controls[letter] ?? letter;
  const units = found.length > 6 ? [found.slice(2, 6), found.slice(8)] : [found.slice(2)];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

const notation: Notation = {
  decode: decodeJson,
  nameAt: (source, start) => decodeJson(source, start, endOfString(source, start)),
  toKey: (name) => name.toLowerCase().replace(/[\s_-]+/g, ''),
};
