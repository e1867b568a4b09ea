import { isPlain } from './proof.ts';
import type { Run } from './runs.ts';
import type { Token } from './tokens.ts';
import { characters, greekCharacters } from './words.ts';

/**
 * Tells of each token whether it stands in the brackets of a function that hold a word, too, so that they are in no formula:
 * of `O(n^2 + words)` nothing is one.
 */
export function tornCalls(tokens: readonly Token[], usable: readonly boolean[]): boolean[] {
  const torn: boolean[] = [];
  let last = -1;
  for (let index = 0; index < tokens.length; index++) {
    const { text, close } = tokens[index] as Token;
    if (text === '(' && close !== undefined && !usable[index] && isOperand(tokens[index - 1])) {
      last = Math.max(last, close);
    }
    torn.push(index < last);
  }
  return torn;
}

function isOperand(token: Token | undefined): boolean {
  return token !== undefined && (/^(?:atom|name|function)$/.test(token.kind) || token.text === '}');
}

/**
 * Whether a formula has a sign both as a character and as a command, or all of it twice, as `g t g_{t}`: the copy of a page
 * that holds each formula both drawn and as TeX.
 */
export function saysTwice(tokens: readonly Token[], { first, end }: Run): boolean {
  let texts: Set<string> | undefined;
  for (let index = first; index < end; index++) {
    const { kind, text } = tokens[index] as Token;
    if (kind !== 'command') continue;
    const name = text.slice(1);
    const character = name === 'cdot' ? '⋅' : (characters[name] ?? greekCharacters[name]);
    if (character === undefined) continue;
    texts ??= new Set(tokens.slice(first, end).map((token) => token.text));
    if (texts.has(character)) return true;
  }
  return isDoubled(tokens, { first, end }) || isBracketDoubled(tokens, { first, end });
}

/** Whether letters and signs with blanks between them are said again with an index: `g t g_{t}`. */
function isDoubled(tokens: readonly Token[], { first, end }: Run): boolean {
  let script = first;
  while (script < end && tokens[script]?.kind !== 'script') script++;
  const plain = tokens.slice(first, script).filter(({ kind }) => kind !== 'space');
  if (script === end || plain.length < 3 || script - first <= plain.length) return false;
  const whole = saidBy(tokens.slice(first, end));
  return whole.length % 2 === 0 && whole.startsWith(whole.slice(whole.length / 2));
}

/** Whether brackets with blanks inside them are said again at the end: `( a t ) f(a_{t})`. */
function isBracketDoubled(tokens: readonly Token[], { first, end }: Run): boolean {
  const close = tokens[first]?.close;
  if (close === undefined || tokens[first + 1]?.kind !== 'space' || end - close < close - first) return false;
  const [before, after] = [saidBy(tokens.slice(first, close + 1)), saidBy(tokens.slice(close + 1, end))];
  return after.endsWith(before);
}

/** Letters and signs without what sets them. */
function saidBy(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text.replace(/[\\{}_^\s]/g, '')).join('');
}

// Letters of other scripts and what stands between words, but no sign that may belong to a formula.
const foreign = /[^\p{ASCII}\p{Lm}\p{No}†‡]$/u;

/** Whether the bar that ends a norm stands in a formula, and the one that begins it does not: `b|_G`. */
function hasLoneBar(tokens: readonly Token[], { first, end }: Run): boolean {
  let bars = 0;
  let isNorm = false;
  for (let index = first; index < end; index++) {
    const { text, close } = tokens[index] as Token;
    if (close !== undefined) index = close;
    else if (/^[|‖∥]$/.test(text)) {
      bars++;
      if (tokens[index + 1]?.kind === 'script') isNorm = true;
    }
  }
  return isNorm && bars % 2 === 1;
}

/** Whether a formula is a function with an index and nothing else: `min_x`. */
function isLoneFunction(tokens: readonly Token[], { first, end }: Run): boolean {
  return tokens[first]?.kind === 'function' && tokens[first + 1]?.kind === 'script' && end - first === 3;
}

/** Whether a formula ends in a function whose brackets hold words: `I(X; words)`. */
function isCalled(tokens: readonly Token[], { first, end }: Run): boolean {
  const last = tokens[end - 1] as Token;
  return isOperand(last) && (end - first < 2 || tokens[end - 2]?.kind !== 'script');
}

/** Whether a formula goes on behind it with brackets that hold a word: `a_i × (1 + words)`. */
function isFactor(tokens: readonly Token[], end: number): boolean {
  let at = end;
  if (tokens[at]?.kind === 'space') at++;
  if (!/^[×·*+]$/.test(tokens[at]?.text ?? '')) return false;
  if (tokens[++at]?.kind === 'space') at++;
  return tokens[at]?.text === '(' && tokens[at]?.close !== undefined;
}

/** Whether a formula ends where it seems to: what it touches is prose, and no part of a name or of a formula. */
export function isWhole(tokens: readonly Token[], run: Run): boolean {
  const { first, end } = run;
  const [before, after] = [tokens[first - 1], tokens[end]];
  if (tokens[first]?.kind === 'script') return false;
  // `SU(2)_L`: brackets belong to the word before them, whichever it is.
  const isCall =
    before?.kind === 'word' && (tokens[first] as Token).text === '(' && !before.text.endsWith('$');
  const isForeign = before?.kind === 'word' && foreign.test(before.text);
  if (before && isTouching(before) && !isCall && !isForeign) return false;
  if (before?.text === '.' && tokens[first - 2]?.kind !== 'space') return false;
  if (!after) return true;
  const last = tokens[end - 1] as Token;
  if (isFactor(tokens, end)) return false;
  if (hasLoneBar(tokens, run)) return false;
  // What the function is one of has a word in it: `min_x |word|`.
  if (isLoneFunction(tokens, run) && after.kind === 'space' && tokens[end + 1]?.text === '|') return false;
  // `\Pi _1`.
  if (last.kind === 'command' && after.kind === 'space' && tokens[end + 1]?.kind === 'script') return false;
  // An index or exponent after a bracket belongs to what stands in it.
  if (after.kind === 'close' && tokens[end + 1]?.kind === 'script') return false;
  if (after.kind === 'open') return after.text === '(' && !isPlain(tokens, run) && !isCalled(tokens, run);
  if (after.text === '.')
    return !/^[a-z]/.test(tokens[end + 1]?.text ?? '') || tokens[end + 1]?.kind === 'space';
  if (after.kind === 'script' || after.text === '\\') return false;
  if (!isTouching(after) || !/^[\w\\]/.test(after.text)) return true;
  // `AM^3Safety`: letters go on after a digit or a bracket.
  if (/^(?:script|open)$/.test(tokens[end + 1]?.kind ?? '')) return false;
  if (last.kind === 'number') return tokens[end - 2]?.kind !== 'sign';
  return last.kind === 'close';
}

/** Whether a token that a formula touches may be part of it, or of the name that it is part of. */
function isTouching({ kind, text }: Token): boolean {
  if (kind === 'script') return true;
  return kind === 'word'
    ? /[\p{L}\p{N}\\@#$`†‡]$/u.test(text)
    : /^(?:atom|number|name|command|symbol)$/.test(kind);
}
