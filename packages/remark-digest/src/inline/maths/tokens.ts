import { declarations, functions, greek, macros, operators, relations, symbols } from './words.ts';

/** What a token can be in a formula; `word` is what can't be in one. */
export type TokenKind =
  | 'atom'
  | 'number'
  | 'command'
  | 'function'
  | 'macro'
  | 'relation'
  | 'symbol'
  | 'sign'
  | 'script'
  | 'open'
  | 'close'
  | 'space'
  | 'word';

/** A piece of text that may belong to a formula. */
export interface Token {
  kind: TokenKind;
  text: string;
  /** Index at which it begins. */
  start: number;
  /** For an opening bracket: index among the tokens of the one that closes it. */
  close?: number;
}

// A command, a number, letters, white space, or any character by itself.
const piece = /\\(?:[a-zA-Z]+|[,;!{}|])|\d+(?:[.,]\d+)*|[a-zA-Z]+|[ \t\n]+|[^]/gu;

/** What a piece is by its first character; any other character makes a word. */
const kinds = new Map(
  (
    [
      ['\\', 'command'],
      ['0123456789', 'number'],
      ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 'letters'],
      [' \t\n', 'space'],
      ['([{', 'open'],
      [')]}', 'close'],
      ['^_', 'script'],
      ["-+*/=<>|!,:;'", 'sign'],
    ] as const
  ).flatMap(([characters, kind]) =>
    [...characters].map((character) => [character.charCodeAt(0), kind] as const),
  ),
);

// Commands of running text: letters and emphasis.
const textCommand =
  /^\\(?:ss|ae|AE|oe|OE|aa|AA|[a-zA-Z]|emph|text[a-z]+|underline|cite[a-z]*|ref|footnote|url|href)$/;

const closers: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** Cuts a text into tokens, in one pass. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const open: number[] = [];
  const mayJoin = operationName.test(text);
  let start = 0;
  for (const found of text.match(piece) ?? []) {
    const kind = kinds.get(found.charCodeAt(0)) ?? 'word';
    if (kind === 'letters') pushLetters(tokens, found, start, text, mayJoin);
    else if (kind === 'command' && isTextual(found)) tokens.push({ kind: 'word', text: found, start });
    else {
      tokens.push({ kind, text: found, start });
      if (kind === 'open') open.push(tokens.length - 1);
      else if (kind === 'close') matchBracket(tokens, open);
    }
    start += found.length;
  }
  return tokens;
}

/** Tells the bracket that was opened last that the last token closes it. */
function matchBracket(tokens: Token[], open: number[]): void {
  const last = tokens[open.pop() ?? -1];
  // A bracket that closes nothing, or the wrong one, makes all that are open useless for a formula.
  if (last && closers[last.text] === tokens.at(-1)?.text) last.close = tokens.length - 1;
  else open.length = 0;
}

/** Whether a backslash and what stands after it belong to running text. */
function isTextual(command: string): boolean {
  return command === '\\' || textCommand.test(command);
}

function pushLetters(tokens: Token[], letters: string, start: number, text: string, mayJoin: boolean): void {
  const before = tokens.at(-1);
  // A letter of another script beside it makes it part of a word.
  if (before?.kind === 'word' && /\p{L}$/u.test(before.text) && before.start + before.text.length === start) {
    tokens.push({ kind: 'word', text: letters, start });
    return;
  }
  const kind = kindOfLetters(letters, before, text, start + letters.length);
  if (kind !== 'word') {
    tokens.push({ kind, text: letters, start });
    return;
  }
  const parts = mayJoin ? joinedNames(letters) : undefined;
  if (!parts) {
    tokens.push({ kind: 'word', text: letters, start });
    return;
  }
  let at = start;
  for (const part of parts) {
    tokens.push({ kind: relations.has(part) ? 'relation' : 'atom', text: part, start: at });
    at += part.length;
  }
}

/** Letters that mean something in a formula, here or there. */
const names = new Set(
  [greek, functions, operators, macros, relations, symbols, Object.keys(declarations), ['top']].flatMap(
    (some) => [...some],
  ),
);

/** What letters are that stand in a text, up to the index `end`, after another token. */
function kindOfLetters(letters: string, before: Token | undefined, text: string, end: number): TokenKind {
  const next = text[end] ?? '';
  if (letters.length > 1 && !names.has(letters)) return kindOfOthers(next, text[end + 1] ?? '');
  if (greek.has(letters)) return 'atom';
  if (letters === 'top' && before?.kind === 'script') return 'symbol';
  if (before?.text === '{' && Object.hasOwn(declarations, letters) && next === ' ') return 'macro';
  if (letters.length === 1) return 'atom';
  if (macros.has(letters) && (next === '{' || (letters === 'sqrt' && next === '['))) return 'macro';
  if (functions.has(letters) || operators.has(letters)) {
    if (/[([{_^]/.test(next) || (/^(?:log|ln|exp|sin|cos|tan)$/.test(letters) && next === ' '))
      return 'function';
  }
  if (relations.has(letters)) return 'relation';
  if (symbols.has(letters)) return 'symbol';
  return kindOfOthers(next, text[end + 1] ?? '');
}

/** Several letters with an exponent are a name or a product: `QK^top`, `SAP^{2}`. Others are a word. */
function kindOfOthers(next: string, afterNext: string): TokenKind {
  return next === '^' && /[{(a-zA-Z0-9]/.test(afterNext) ? 'atom' : 'word';
}

// Any of their names; most texts have none.
const operationName = /times|circ|cdot|oplus/;

const operation = /^(?<left>[a-zA-Z]*?)(?<name>times|circ|cdot|otimes|oplus)(?<right>[a-zA-Z]*)$/;

/** Names that lost the backslashes between them: `Phicirc`, `ntimes`. */
function joinedNames(letters: string): string[] | undefined {
  const found = operation.exec(letters)?.groups;
  if (!found) return undefined;
  const { left = '', name = '', right = '' } = found;
  const isOperand = (text: string): boolean => text.length <= 1 || greek.has(text);
  if (!isOperand(left) || !isOperand(right) || (left === '' && right === '')) return undefined;
  return [left, name, right].filter(Boolean);
}
