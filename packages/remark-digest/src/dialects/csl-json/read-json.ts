import { locate, type Extent, type LocatedText, type Piece } from '../../text/located-text.ts';

/** A value of JSON and where it stands, quotes and brackets included. */
export type JsonValue =
  | (Extent & { kind: 'record'; members: JsonMember[] })
  | (Extent & { kind: 'list'; items: JsonValue[] })
  | (Extent & { kind: 'text' | 'literal' });

/** A record of JSON. */
export type JsonRecord = Extract<JsonValue, { kind: 'record' }>;

/** A key and its value. */
export interface JsonMember extends Extent {
  key: string;
  value: JsonValue;
}

/** Values may be nested so deep. */
const deepest = 60;
const literal = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;

/** Reads the value at an index; nothing where it is broken, or nested deeper than any bibliography is. */
export function readJson(source: string, start: number, depth = 0): JsonValue | undefined {
  const sign = source[start];
  if (sign === '"') {
    const end = endOfString(source, start);
    return end < 0 ? undefined : { kind: 'text', start, end };
  }
  if (sign === '{' || sign === '[') {
    if (depth > deepest) return undefined;
    return sign === '{' ? readRecord(source, start, depth + 1) : readList(source, start, depth + 1);
  }
  literal.lastIndex = start;
  const match = literal.exec(source);
  return match ? { kind: 'literal', start, end: literal.lastIndex } : undefined;
}

function readList(source: string, start: number, depth: number): JsonValue | undefined {
  const items: JsonValue[] = [];
  for (let at = skipBlank(source, start + 1); ;) {
    if (source[at] === ']') return { kind: 'list', start, end: at + 1, items };
    const item = readJson(source, at, depth);
    if (!item) return undefined;
    items.push(item);
    const next = endOfItem(source, item.end, ']');
    if (next === undefined) return undefined;
    at = next;
  }
}

function readRecord(source: string, start: number, depth: number): JsonValue | undefined {
  const members: JsonMember[] = [];
  for (let at = skipBlank(source, start + 1); ;) {
    if (source[at] === '}') return { kind: 'record', start, end: at + 1, members };
    const keyEnd = source[at] === '"' ? endOfString(source, at) : -1;
    const colon = keyEnd < 0 ? -1 : skipBlank(source, keyEnd);
    const value = source[colon] === ':' ? readJson(source, skipBlank(source, colon + 1), depth) : undefined;
    if (!value) return undefined;
    const key = textOf(source, { kind: 'text', start: at, end: keyEnd }).value;
    members.push({ key, value, start: at, end: value.end });
    const next = endOfItem(source, value.end, '}');
    if (next === undefined) return undefined;
    at = next;
  }
}

/** Where the next item or the closing bracket stands; a comma before the bracket does no harm. */
function endOfItem(source: string, end: number, closing: string): number | undefined {
  const at = skipBlank(source, end);
  if (source[at] === closing) return at;
  return source[at] === ',' ? skipBlank(source, at + 1) : undefined;
}

/** Index of what comes behind white space. */
export function skipBlank(source: string, from: number): number {
  let at = from;
  for (; ; at++) {
    const code = source.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09 && code !== 0xfeff) return at;
  }
}

/** Index behind the quote that ends a string; -1 where its line has none. */
function endOfString(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 0x5c) at++;
    else if (code === 0x0a || code === 0x0d) return -1;
  }
  return -1;
}

const escape =
  /\\(?:u(?<hex>[0-9a-fA-F]{4})(?:\\u(?<low>[dD][c-fC-F][0-9a-fA-F]{2}))?|(?<sign>["\\/bfnrt]))/g;
const controls: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The text of a string, each escape of which is a piece of its own, or of a number as it stands. */
export function textOf(source: string, { kind, start, end }: JsonValue): LocatedText {
  if (kind !== 'text') return locate(source, start, end);
  const raw = source.slice(start + 1, end - 1);
  if (!raw.includes('\\')) return locate(source, start + 1, end - 1);
  const pieces: Piece[] = [];
  const values: string[] = [];
  let at = 0;
  let done = 0;
  const add = (value: string, to: number): void => {
    if (value !== '') pieces.push({ at, start: start + 1 + done, end: start + 1 + to });
    values.push(value);
    at += value.length;
    done = to;
  };
  for (const match of raw.matchAll(escape)) {
    if (match.index > done) add(raw.slice(done, match.index), match.index);
    add(characterOf(match), match.index + match[0].length);
  }
  if (done < raw.length) add(raw.slice(done), raw.length);
  return { value: values.join(''), pieces };
}

function characterOf({ groups = {} }: RegExpExecArray): string {
  const { hex, low, sign } = groups;
  if (sign !== undefined) return controls[sign] ?? sign;
  const units = [hex, low].flatMap((unit) => (unit === undefined ? [] : Number.parseInt(unit, 16)));
  return String.fromCharCode(...units);
}
