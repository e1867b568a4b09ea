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

const pattern =
  /(?<command>\\(?:[a-zA-Z]+|[,;!{}|]))|(?<number>\d+(?:[.,]\d+)*)|(?<letters>[a-zA-Z]+)|(?<space>[ \t\n]+)|(?<open>[([{])|(?<close>[)\]}])|(?<script>[\^_])|(?<sign>[-+*/=<>|!,:;'])|(?<other>[^])/gu;

// Commands of running text: letters and emphasis.
const textCommand =
  /^\\(?:ss|ae|AE|oe|OE|aa|AA|[a-zA-Z]|emph|text[a-z]+|underline|cite[a-z]*|ref|footnote|url|href)$/;

const closers: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** Cuts a text into tokens, in one pass. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const { command, number, letters, space, open, close, script, sign } = match.groups ?? {};
    const start = match.index;
    const next = text[start + match[0].length] ?? '';
    if (letters !== undefined) {
      pushLetters(tokens, letters, start, next, text);
      continue;
    }
    const kind: TokenKind =
      command !== undefined
        ? textCommand.test(command)
          ? 'word'
          : 'command'
        : number !== undefined
          ? 'number'
          : space !== undefined
            ? 'space'
            : open !== undefined
              ? 'open'
              : close !== undefined
                ? 'close'
                : script !== undefined
                  ? 'script'
                  : sign !== undefined
                    ? 'sign'
                    : 'word';
    tokens.push({ kind, text: match[0], start });
  }
  matchBrackets(tokens);
  return tokens;
}

function pushLetters(tokens: Token[], letters: string, start: number, next: string, text: string): void {
  const before = tokens.at(-1);
  // A letter of another script beside it makes it part of a word.
  if (before?.kind === 'word' && /\p{L}$/u.test(before.text) && before.start + before.text.length === start) {
    tokens.push({ kind: 'word', text: letters, start });
    return;
  }
  const kind = kindOfLetters(
    letters,
    next,
    before,
    text.slice(start + letters.length, start + letters.length + 2),
  );
  if (kind !== 'word') {
    tokens.push({ kind, text: letters, start });
    return;
  }
  const parts = joinedNames(letters);
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

function kindOfLetters(letters: string, next: string, before: Token | undefined, after: string): TokenKind {
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
  // Several letters with an exponent are a name or a product: `QK^top`, `SAP^{2}`.
  if (next === '^' && /^\^[{(a-zA-Z0-9]/.test(after)) return 'atom';
  return 'word';
}

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

function matchBrackets(tokens: Token[]): void {
  const open: { index: number; closer: string }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') open.push({ index, closer: closers[token.text] as string });
    if (token.kind !== 'close') continue;
    // A bracket that closes nothing, or the wrong one, makes all that are open useless for a formula.
    const last = open.pop();
    if (last?.closer === token.text) (tokens[last.index] as Token).close = index;
    else open.length = 0;
  }
}
