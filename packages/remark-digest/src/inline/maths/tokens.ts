import { nameWords } from './name-words.ts';
import {
  declarations,
  functions,
  greek,
  macros,
  operators,
  ranges,
  relations,
  symbols,
  wordSymbols,
} from './words.ts';

/** What a token can be in a formula; `word` is what can't be in one, `name` is a word that can, where it stands, and `product` one whose letters can. */
export type TokenKind =
  | 'atom'
  | 'name'
  | 'product'
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
  | 'size'
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

// A command, a number, letters, white space, a run of Greek, two hyphens, or any character by itself.
const piece =
  /\\(?:[a-zA-Z]+|[,;:!{}| ])|\d+(?:[.,]\d+)*|[a-zA-Z]+|[ \t\n]+|\p{Script=Greek}+|---?|[⁰¹²³⁴-⁹⁺⁻ⁿ]+|[₀-₉]+|[^]/gu;

/** What a piece is by its first character; any other character makes a word. */
const kinds = new Map(
  (
    [
      ['\\', 'command'],
      ['0123456789', 'number'],
      ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 'letters'],
      [' \t\n', 'space'],
      ['([{⟨⌊⌈', 'open'],
      [')]}⟩⌋⌉', 'close'],
      ['^_', 'script'],
      ["-+*/=<>|!,:;'×·±∓∘⊙⊗⊕∈∉⊂⊆≤≥≈∼≠≡≪≫∝→←⇒↦∪∩‖∥−⋅′∣", 'sign'],
      ['∞∇∂ℓℝℂℕℤℚℙ∅∀∃ℏ∑∏∫', 'symbol'],
      ['⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉', 'raised'],
    ] as const
  ).flatMap(([characters, kind]) =>
    [...characters].map((character) => [character.charCodeAt(0), kind] as const),
  ),
);

// Commands of running text: letters and emphasis.
const textCommand =
  /^\\(?:ss|ae|AE|oe|OE|aa|AA|[a-zA-Z]|emph|enquote|text[a-z]+|u(?:nder)?line|cite[a-z]*|ref|label|footnote|url|href|tiny|small|[a-z]+size|large|Large|LARGE|huge|Huge|centering|noindent|newline|par|item|xspace|[hv]space|begin|end|unicode)$/;

/** The braces of a set, which are brackets like others. */
const setBraces = new Map<string, TokenKind>([
  ['\\{', 'open'],
  ['\\}', 'close'],
]);

const closers: Record<string, string> = {
  '\\{': '\\}',
  '(': ')',
  '[': ']',
  '{': '}',
  '⟨': '⟩',
  '⌊': '⌋',
  '⌈': '⌉',
};

/** Scripts whose words have no blanks between them, so that a formula may touch their letters. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]$/u;

/** Cuts a text into tokens, in one pass. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const open: number[] = [];
  const mayJoin = operationName.test(text);
  let start = 0;
  for (const found of text.match(piece) ?? []) {
    const kind = setBraces.get(found) ?? kinds.get(found.charCodeAt(0)) ?? 'word';
    if (kind === 'letters') pushLetters(tokens, found, start, text, mayJoin);
    else if (kind === 'raised') pushRaised(tokens, found, start);
    else if (kind === 'word' && greekLetter.test(found)) pushGreek(tokens, found, start);
    else if (kind === 'command' && isTextual(found, text[start + found.length]))
      tokens.push({ kind: 'word', text: found, start });
    else if (
      (kind === 'sign' && found.startsWith('--')) ||
      (kind === 'number' && isInName(tokens.at(-1), start))
    )
      tokens.push({ kind: 'word', text: found, start });
    else {
      tokens.push({ kind, text: found, start });
      if (kind === 'open') open.push(tokens.length - 1);
      else if (kind === 'close') matchBracket(tokens, open);
    }
    start += found.length;
  }
  nameWords(tokens);
  return tokens;
}

/** Whether a number goes on with the letters before it: `R1` is a name. */
function isInName(before: Token | undefined, start: number): boolean {
  return (
    before?.kind === 'word' && /[a-zA-Z]$/.test(before.text) && before.start + before.text.length === start
  );
}

/** Tells the bracket that was opened last that the last token closes it. */
function matchBracket(tokens: Token[], open: number[]): void {
  const last = tokens[open.pop() ?? -1];
  // A bracket that closes nothing, or the wrong one, makes all that are open useless for a formula.
  if (last && closers[last.text] === tokens.at(-1)?.text) last.close = tokens.length - 1;
  else open.length = 0;
}

/** Whether a backslash and what stands after it belong to running text. */
function isTextual(command: string, next: string | undefined): boolean {
  if (command === '\\') return true;
  return textCommand.test(command) && !(command === '\\text' && next === '{');
}

const greekLetter = /^\p{Script=Greek}/u;

/** Greek letters are atoms, one by one; more than two are a word of that language. */
function pushGreek(tokens: Token[], letters: string, start: number): void {
  if (letters.length > 2) tokens.push({ kind: 'word', text: letters, start });
  // `P_δθ`: both are the index.
  else if (tokens.at(-1)?.kind === 'script')
    tokens.push({ kind: letters.length === 1 ? 'atom' : 'name', text: letters, start });
  else
    for (let at = 0; at < letters.length; at++)
      tokens.push({ kind: 'atom', text: letters[at] as string, start: start + at });
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

/** Raised digits are an exponent, lowered ones an index. */
function pushRaised(tokens: Token[], found: string, start: number): void {
  const isLowered = lowered.includes(found[0] as string);
  const plain = [...found].map((sign) =>
    isLowered ? String(lowered.indexOf(sign)) : '0123456789+-n'[raised.indexOf(sign)],
  );
  tokens.push({ kind: 'name', text: `${isLowered ? '_' : '^'}{${plain.join('')}}`, start });
}

function pushLetters(tokens: Token[], letters: string, start: number, text: string, mayJoin: boolean): void {
  const before = tokens.at(-1);
  const end = start + letters.length;
  // Most are words.
  if (
    letters.length > 1 &&
    before?.kind === 'space' &&
    text[end] === ' ' &&
    !mayJoin &&
    !names.has(letters)
  ) {
    tokens.push({ kind: 'word', text: letters, start });
    return;
  }
  // A letter of another script beside it makes it part of a word, and so does a digit after it: `R1` is a name.
  const isGlued = before?.kind === 'word' && before.start + before.text.length === start;
  const isWord = isGlued && /\p{L}$/u.test(before.text) && !spaceless.test(before.text);
  // `Spearman's rho`.
  const isAfterApostrophe = before !== undefined && (before.text === "'" || before.text === '’');
  if (isWord || (isAfterApostrophe && tokens.at(-2)?.kind === 'word')) {
    tokens.push({ kind: 'word', text: letters, start });
    return;
  }
  // `w/o`.
  if (letters === 'o' && before?.text === '/' && tokens.at(-2)?.text === 'w') {
    for (const token of tokens.slice(-2)) token.kind = 'word';
    tokens.push({ kind: 'word', text: letters, start });
    return;
  }
  const size = sizeIn(letters, text[end] ?? '');
  if (size !== '' && before?.kind !== 'open' && pushSized(tokens, letters, size, start)) return;
  const kind = kindOfLetters(letters, before, text, end);
  const parts =
    kind === 'name'
      ? productOf(letters)
      : mayJoin && kind === 'word'
        ? joinedNames(letters, text[end] ?? '')
        : undefined;
  if (!parts) {
    tokens.push({ kind, text: letters, start });
    return;
  }
  let at = start;
  for (const part of parts) {
    tokens.push({ kind: relations.has(part) ? 'relation' : 'atom', text: part, start: at });
    at += part.length;
  }
}

const brackets = new Set('()[]|{}\\');

const sizes = /(?:left(?=[([|{\\])|right(?=[)\]|}\\])|[bB]igg?[lr]?)(?=.$)/;

/** The command that says how large a bracket is, at the end of letters before one: `left(`, `x^2right)`. */
function sizeIn(letters: string, next: string): string {
  return brackets.has(next) ? (sizes.exec(letters + next)?.[0] ?? '') : '';
}

/** Letters that end in such a command, if those before it can be in a formula: `Thetaleft(`. */
function pushSized(tokens: Token[], letters: string, size: string, start: number): boolean {
  const rest = letters.slice(0, -size.length);
  if (rest.length > 1 && !greek.has(rest) && !functions.has(rest)) return false;
  const before = tokens.at(-1);
  // What `\!` before it lost.
  if (rest === '' && before?.text === '!') before.kind = 'size';
  if (rest !== '') tokens.push({ kind: functions.has(rest) ? 'function' : 'atom', text: rest, start });
  tokens.push({ kind: 'size', text: size, start: start + rest.length });
  return true;
}

/** Letters that mean something in a formula, here or there. */
const names = new Set(
  [
    greek,
    functions,
    operators,
    ranges,
    macros,
    relations,
    symbols,
    wordSymbols,
    Object.keys(declarations),
  ].flatMap((some) => [...some]),
);

/** What letters are that stand in a text, up to the index `end`, after another token. */
function kindOfLetters(letters: string, before: Token | undefined, text: string, end: number): TokenKind {
  const next = text[end] ?? '';
  if (letters.length > 1 && !names.has(letters)) return kindOfOthers(letters, before, text, end);
  const isAfterScript = before?.kind === 'script';
  if (/\d/.test(next) && !relations.has(letters)) return 'word';
  if (greek.has(letters)) return 'atom';
  // `rho_partial` has a word for an index, and no sign.
  if (
    isAfterScript &&
    wordSymbols.has(letters) &&
    !(before.text === '_' && /^(?:partial|top|prime)$/.test(letters))
  )
    return 'symbol';
  if (before?.text === '{' && Object.hasOwn(declarations, letters) && next === ' ') return 'macro';
  if (letters.length === 1) return 'atom';
  if (macros.has(letters) && (next === '{' || (letters === 'sqrt' && /[[( ]/.test(next)))) return 'macro';
  if (ranges.has(letters) && /[_^]/.test(next)) return 'function';
  if (functions.has(letters) || operators.has(letters)) {
    if (/[([{_^]/.test(next) || (/^(?:log|ln|exp|sin|cos|tan)$/.test(letters) && next === ' '))
      return 'function';
    if (isAfterScript && /^(?:max|min|inf|sup)$/.test(letters)) return 'name';
  }
  if (relations.has(letters)) return 'relation';
  if (symbols.has(letters)) return 'symbol';
  return kindOfOthers(letters, before, text, end);
}

/** Gases and the like, whose formulas have an index without braces, and measures of how well something is found. */
const indexed = /^(?:CO|NO|SO|CH|NH|PO|PM|AP|mAP|[A-Z][a-z]O)$/;

/** Several letters with an exponent, or with an index in braces, are a name or a product: `QK^top`, `AP_{50}`. */
function kindOfOthers(letters: string, before: Token | undefined, text: string, end: number): TokenKind {
  const next = text[end];
  const afterNext = text[end + 1] ?? '';
  // `maxn^2` is two names, whose braces or blanks are lost.
  if (/^(?:max|min|log|exp|sup|inf|sin|cos)[a-z]$/.test(letters)) return 'word';
  if (next === '^' && /[{(a-zA-Z0-9]/.test(afterNext)) return 'name';
  // An ion.
  if (next === '^' && /^[A-Z][a-z]$/.test(letters) && /[+-]/.test(afterNext)) return 'name';
  if (next === '_' && afterNext === '{' && letters.length <= 12) return 'name';
  // `CVaR_0.99`: the names of settings have small letters.
  if (next === '_' && /[A-Z]/.test(letters) && /^0\.\d+(?![\w.]|\.\w)/.test(text.slice(end + 1, end + 9)))
    return 'name';
  if (next === '_' && indexed.test(letters) && /^(?:\d+|x)(?![\w.]|\.\w)/.test(text.slice(end + 1, end + 8)))
    return 'name';
  // `n^th`.
  return before?.kind === 'script' && /^(?:th|st|nd|rd)$/.test(letters) ? 'name' : 'word';
}

/** A letter and a Greek one that lost the backslash between them, before an index or exponent: `Nkappa^T`. */
function productOf(letters: string): string[] | undefined {
  const rest = letters.slice(1);
  return rest.length > 2 && greek.has(rest) ? [letters.slice(0, 1), rest] : undefined;
}

// Any of their names; most texts have none.
const operationName = /times|circ|cdot|oplus/;

const operation = /^(?<left>[a-zA-Z]*?)(?<name>times|circ|cdot|otimes|oplus)(?<right>[a-zA-Z]*)$/;

/** Names that lost the backslashes between them: `Phicirc`, `ntimes`. */
function joinedNames(letters: string, next: string): string[] | undefined {
  const found = operation.exec(letters)?.groups;
  if (!found || /\d/.test(next)) return undefined;
  const { left = '', name = '', right = '' } = found;
  const isOperand = (text: string): boolean => text.length <= 1 || greek.has(text);
  if (!isOperand(left) || !isOperand(right) || (left === '' && right === '')) return undefined;
  return [left, name, right].filter(Boolean);
}
