import type { Extent } from '../../text/located-text.ts';

/** What stands behind an `@` and its brace. */
export interface Entry extends Extent {
  /** In lower case: `article`. */
  type: string;
  /** Whether it is a work; the others are macros, comments and TeX code. */
  kind: 'work' | 'string' | 'comment' | 'preamble';
  /** Index after its opening brace. */
  bodyStart: number;
  /** Index of its closing brace, or where it has to end when that is missing. */
  bodyEnd: number;
  /** Whether its braces close. */
  closed: boolean;
  /** Whether braces behind a backslash are none: BibTeX counts them, but then this entry would end too early or not at all. */
  escapes: boolean;
}

const starter = /(?<![\w\\])@[ \t]*(?<type>[a-zA-Z]{1,40})\s*[{(]/g;
// A key and its comma, or a first field without a key or behind one that lacks its comma. Keys are short; without a bound, text without a comma would be looked
// through from each `@`.
const workBody = /\s*(?:[^,={}"\r\n]{0,300},|(?:[^\s,={}"#%]{1,100}\s+)?[^\s,={}"#%]{1,100}[ \t]*=)/y;
const startOfLine = /@[ \t]*[a-zA-Z]{1,40}\s*[{(]/y;

/** Finds the entries of a bibliography; what is between them belongs to none. */
export function findEntries(value: string): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  // Once a comment goes on to the end of the text, none of the others is looked for that far.
  let farComments = true;
  for (;;) {
    starter.lastIndex = at;
    const match = starter.exec(value);
    if (!match) return entries;
    const bodyStart = starter.lastIndex;
    if (isCommentedOut(value, at, match.index)) {
      at = endOfLine(value, match.index);
      continue;
    }
    const type = (match.groups?.['type'] ?? '').toLowerCase();
    const kind = kindOf(type);
    if (kind === 'work' && !isWork(value, bodyStart)) {
      at = match.index + 1;
      continue;
    }
    const far = kind === 'comment' && farComments;
    const { index, closed, escapes } = findBestEnd(value, bodyStart, !far, kind === 'work');
    let end = closed ? index + 1 : index;
    if (kind === 'comment' && !closed) {
      farComments = false;
      end = endOfLine(value, match.index);
    }
    entries.push({
      type,
      kind,
      start: match.index,
      end,
      bodyStart: Math.min(bodyStart, end),
      bodyEnd: closed ? index : end,
      closed,
      escapes,
    });
    at = end;
  }
}

function kindOf(type: string): Entry['kind'] {
  return type === 'string' || type === 'comment' || type === 'preamble' ? type : 'work';
}

function isWork(value: string, bodyStart: number): boolean {
  workBody.lastIndex = bodyStart;
  return workBody.test(value);
}

/** Whether a `%` stands before an index on its line. */
function isCommentedOut(value: string, from: number, index: number): boolean {
  for (let at = index - 1; at >= from; at--) {
    const sign = value[at];
    if (sign === '%') return true;
    if (sign === '\n' || sign === '\r') return false;
  }
  return false;
}

/** Index of the next line end. */
function endOfLine(value: string, from: number): number {
  let at = from;
  while (at < value.length && value[at] !== '\n' && value[at] !== '\r') at++;
  return at;
}

/** Codes of the characters that tell where an entry ends. */
const sign = { quote: 34, open: 123, close: 125, closeRound: 41, at: 64, backslash: 92 };

interface End {
  index: number;
  closed: boolean;
}

const furtherField = /[\s,]*[a-zA-Z][\w-]{0,50}[ \t]*=[ \t]*["{]/y;

/** Finds where an entry ends as BibTeX does, and if that makes no sense, where it ends when `\{` and `\}` are no braces. */
function findBestEnd(
  value: string,
  from: number,
  bounded: boolean,
  isWork: boolean,
): End & { escapes: boolean } {
  const end = findEnd(value, from, bounded, false);
  if (!isWork || (end.closed && !hasFieldAt(value, end.index + 1))) return { ...end, escapes: false };
  const other = findEnd(value, from, bounded, true);
  const better = other.closed && !hasFieldAt(value, other.index + 1);
  return better ? { ...other, escapes: true } : { ...end, escapes: false };
}

function hasFieldAt(value: string, index: number): boolean {
  furtherField.lastIndex = index;
  return furtherField.test(value);
}

/**
 * Finds the brace that closes an entry.
 *
 * @param escapes whether a brace behind a backslash is none
 * @param bounded whether an entry that begins at the start of a line ends this one, because no brace closes it before
 */
function findEnd(value: string, from: number, bounded: boolean, escapes: boolean): End {
  const round = value[from - 1] === '(';
  let depth = round ? 0 : 1;
  let quoted = false;
  for (let index = from; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (escapes && code === sign.backslash) index++;
    else if (code === sign.open) depth++;
    else if (code === sign.close) {
      if (!round && --depth === 0) return { index, closed: true };
      if (round && depth > 0) depth--;
    } else if (round && depth === 0 && code === sign.quote) quoted = !quoted;
    else if (round && depth === 0 && !quoted && code === sign.closeRound) return { index, closed: true };
    else if (bounded && code === sign.at && beginsEntry(value, index)) return { index, closed: false };
  }
  return { index: value.length, closed: false };
}

/** Whether an entry begins at an index, with nothing before it on its line. */
function beginsEntry(value: string, index: number): boolean {
  let at = index - 1;
  while (value[at] === ' ' || value[at] === '\t') at--;
  if (at >= 0 && value[at] !== '\n' && value[at] !== '\r') return false;
  startOfLine.lastIndex = index;
  const match = startOfLine.exec(value);
  if (!match) return false;
  const type = /[a-z]+/i.exec(match[0])?.[0].toLowerCase() ?? '';
  return kindOf(type) !== 'work' || isWork(value, startOfLine.lastIndex);
}
