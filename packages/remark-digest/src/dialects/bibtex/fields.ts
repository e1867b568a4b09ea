import type { Extent } from '../../text/located-text.ts';
import type { Entry } from './entries.ts';

/** One part of a value; several are put together by `#`. */
export interface ValuePart extends Extent {
  /** Whether it is the name of a macro, or a number. */
  bare: boolean;
}

/** A field of an entry. */
export interface Field {
  /** In lower case. */
  name: string;
  /** Index at which its name stands. */
  start: number;
  parts: ValuePart[];
}

/** What stands between the braces of an entry. */
export interface Body {
  key: string;
  fields: Field[];
  /** Stretches that are no field. */
  unread: Extent[];
  /** Whether every value has an end. */
  whole: boolean;
}

const keyBeforeComma = /\s*(?<key>[^,={}"\r\n]{0,300}),/y;
const fieldName = /(?<name>[^\s=,{}"#()%]{1,100})\s*=\s*/y;
// Where reading goes on behind something that is no field, and where another field begins although no brace closed the one before.
const anyField = /(?<![^\s,])[^\s=,{}"#()%]{1,100}[ \t]*=/;
const fieldOfLine = /(?<=[\r\n])[ \t]*[^\s=,{}"#()%]{1,100}[ \t]*=[ \t]*[{"\w]/;
const blankLine = /\n[ \t\r]*\n/;

/** Reads the key and the fields of an entry. */
export function readBody(value: string, entry: Entry): Body {
  const { bodyStart, bodyEnd, closed, escapes, kind } = entry;
  const body: Body = { key: '', fields: [], unread: [], whole: true };
  let at = bodyStart;
  keyBeforeComma.lastIndex = at;
  const keyed = kind === 'work' ? keyBeforeComma.exec(value) : null;
  if (keyed && keyBeforeComma.lastIndex <= bodyEnd) {
    body.key = keyed.groups?.['key']?.trim() ?? '';
    at = keyBeforeComma.lastIndex;
  }
  const nextLine = finder(value, bodyEnd, fieldOfLine);
  const nextBlank = finder(value, bodyEnd, blankLine);
  while ((at = skipGap(value, at, bodyEnd)) < bodyEnd) {
    fieldName.lastIndex = at;
    const name = fieldName.exec(value);
    if (name && fieldName.lastIndex <= bodyEnd) {
      const from = fieldName.lastIndex;
      // Once a quote is not closed, none of the others is looked for further than it takes.
      const far = closed && (body.whole || value[from] !== '"');
      const line = far ? bodyEnd : nextLine(from);
      const limit = far || body.whole ? line : Math.min(line, nextBlank(from));
      const { parts, end, whole } = readValue(value, from, limit, escapes);
      body.whole &&= whole;
      body.fields.push({ name: (name.groups?.['name'] ?? '').toLowerCase(), start: at, parts });
      at = end;
      continue;
    }
    const next = indexOf(value, at + 1, bodyEnd, anyField);
    body.unread.push({ start: at, end: next });
    at = next;
  }
  return body;
}

/** Index behind white space, commas, stray braces and comments. */
function skipGap(value: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const sign = value[at] as string;
    if (sign === '%') {
      while (at < end && value[at] !== '\n' && value[at] !== '\r') at++;
    } else if (sign === ',' || sign === '}' || /\s/.test(sign)) at++;
    else break;
  }
  return at;
}

function indexOf(value: string, from: number, end: number, pattern: RegExp): number {
  const index = value.slice(from, end).search(pattern);
  return index < 0 ? end : from + index;
}

/** Finds where a pattern is next, for indexes that only grow: nothing is looked through twice. */
function finder(value: string, end: number, pattern: RegExp): (from: number) => number {
  let found = -1;
  return (from) => (found = found < from ? indexOf(value, from, end, pattern) : found);
}

function readValue(
  value: string,
  from: number,
  limit: number,
  escapes: boolean,
): { parts: ValuePart[]; end: number; whole: boolean } {
  const parts: ValuePart[] = [];
  let at = from;
  let whole = true;
  for (;;) {
    const { part, end, closed } = readPart(value, at, limit, escapes);
    if (part.start < part.end) parts.push(part);
    whole &&= closed;
    at = skipSpace(value, end, limit);
    if (at >= limit || value[at] !== '#') return { parts, end: at, whole };
    at = skipSpace(value, at + 1, limit);
  }
}

function skipSpace(value: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && /\s/.test(value[at] as string)) at++;
  return at;
}

function readPart(
  value: string,
  from: number,
  limit: number,
  escapes: boolean,
): { part: ValuePart; end: number; closed: boolean } {
  const opening = value[from];
  if (opening !== '{' && opening !== '"') {
    let end = from;
    while (end < limit && !/[,#\r\n{}"=]/.test(value[end] as string)) end++;
    const content = value.slice(from, end).trimEnd();
    const part = { start: from, end: from + content.length, bare: !/\s/.test(content) };
    return { part, end: Math.max(end, Math.min(from + 1, limit)), closed: true };
  }
  const closing =
    opening === '{' ? closingBrace(value, from, limit, escapes) : closingQuote(value, from, limit);
  if (closing !== undefined) {
    return { part: { start: from + 1, end: closing, bare: false }, end: closing + 1, closed: true };
  }
  // It is not closed, so it goes to the next blank line or field at most.
  const field = indexOf(value, from, limit, fieldOfLine);
  let end = indexOf(value, from, field, blankLine);
  const stop = end;
  while (end > from + 1 && /[\s,]/.test(value[end - 1] as string)) end--;
  return { part: { start: from + 1, end, bare: false }, end: stop, closed: false };
}

function closingBrace(value: string, from: number, limit: number, escapes: boolean): number | undefined {
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const code = value.charCodeAt(at);
    if (escapes && code === 92) at++;
    else if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return at;
  }
  return undefined;
}

/** The quote that ends a value: outside of braces, and followed by what can follow a value. */
function closingQuote(value: string, from: number, limit: number): number | undefined {
  let depth = 0;
  for (let at = from + 1; at < limit; at++) {
    const code = value.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125) depth--;
    else if (code === 34 && depth <= 0 && mayEnd(value, at + 1, limit)) return at;
  }
  return undefined;
}

function mayEnd(value: string, from: number, limit: number): boolean {
  const at = skipSpace(value, from, limit);
  if (at >= limit || /[,#}]/.test(value[at] as string)) return true;
  fieldName.lastIndex = at;
  return /[\r\n]/.test(value.slice(from, at)) && fieldName.test(value);
}
