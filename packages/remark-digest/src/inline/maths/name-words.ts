import type { Token } from './tokens.ts';
import { textMacros, wordRelations, wordSymbols } from './words.ts';

/** How many tokens such a group has at most. */
const mostInGroup = 40;

/** Groups of words that belong to a formula all the same: an index, what a command sets upright, `{VM}^2`. */
export function nameWords(tokens: readonly Token[]): void {
  for (let index = 0; index < tokens.length; index++) {
    const { kind, text, close } = tokens[index] as Token;
    if (kind === 'script') nameIndex(tokens, index);
    if (kind !== 'open') continue;
    if (text === '(' && close !== undefined) relateMid(tokens, index, close);
    if (text === '(' && close !== undefined && /^O$/.test(tokens[index - 1]?.text ?? ''))
      nameProducts(tokens, index, close);
    // `(IA)^3`.
    const inner = tokens[index + 1];
    if (
      text === '(' &&
      close === index + 2 &&
      tokens[close + 1]?.text === '^' &&
      /^[A-Z]{2,4}$/.test(inner?.text ?? '')
    )
      nameWord(tokens, index + 1);
    if (text !== '{' || close === undefined || close - index > mostInGroup) continue;
    const before = tokens[index - 1];
    const isIndex = before?.kind === 'script';
    const isText = before !== undefined && textMacros.has(before.text.replace('\\', ''));
    const isAlphabet = before !== undefined && before.kind === 'macro' && close === index + 2;
    const isBase = tokens[close + 1]?.kind === 'script' && close === index + 2;
    if (!isIndex && !isText && !isBase && !(isAlphabet && (tokens[index + 1] as Token).text.length === 2))
      continue;
    for (let at = index + 1; at < close; at++) nameWord(tokens, at);
  }
}

/** `p(a mid s)`: in the brackets of a function, where a word of prose has no place. */
function relateMid(tokens: readonly Token[], open: number, close: number): void {
  if (close - open > mostInGroup || !/^(?:atom|name|function)$/.test(tokens[open - 1]?.kind ?? '')) return;
  for (let at = open + 1; at < close; at++) {
    const token = tokens[at] as Token;
    if (token.text === 'mid' && token.kind === 'word') token.kind = 'relation';
  }
}

/** `O(nk + k^3)`, `O(d_out + n^2)`: where only a formula can stand, two small letters are a product, and a word is an index. */
function nameProducts(tokens: readonly Token[], open: number, close: number): void {
  if (close - open > mostInGroup) return;
  for (let at = open + 1; at < close; at++) {
    const token = tokens[at] as Token;
    const isIndex = tokens[at - 1]?.text === '_' && tokens[at - 2]?.kind === 'atom';
    if (token.kind === 'word' && isIndex && /^[a-z]{2,10}$/.test(token.text)) token.kind = 'name';
    if (token.kind === 'word' && /^(?!a[st]|by|i[nfs]|o[fnr]|to)[a-z]{2}$/.test(token.text))
      token.kind = 'product';
  }
}

function nameWord(tokens: readonly Token[], at: number): void {
  const token = tokens[at] as Token;
  // `L_{CLIP-s}`: a hyphen between words of an index is part of it.
  if (token.text === '-' && /^(?:name|word)$/.test(tokens[at - 1]?.kind ?? '')) token.kind = 'name';
  if (token.kind !== 'word' || !/^[a-zA-Z]+$/.test(token.text)) return;
  const isBetween = tokens[at - 1]?.kind === 'space' && tokens[at + 1]?.kind === 'space';
  if (isBetween && wordRelations.has(token.text)) token.kind = 'relation';
  else if (wordSymbols.has(token.text)) token.kind = 'symbol';
  else token.kind = 'name';
}

/** Words that are parts of data, in the names of programs: `X_train`. */
const parts = /^(?:train|test|val|valid|dev)$/;

/** `L_geo`: a word is the index of one letter, a capital or a Greek one; names of programs have small letters. */
function nameIndex(tokens: readonly Token[], index: number): void {
  const [base, script, word, after] = tokens.slice(Math.max(0, index - 1), index + 3);
  if (script?.text !== '_' || word?.kind !== 'word' || !/^[A-Z]?[a-z]{2,10}$/.test(word.text)) return;
  if (base?.kind !== 'atom' || parts.test(word.text)) return;
  if (!/^(?:[A-Z]|\p{Script=Greek}|lambda|theta|sigma|tau)$/u.test(base.text)) return;
  if (after && /^(?:script|open|number|name|atom|command)$/.test(after.kind) && after.text !== '(') return;
  if (after && /^[-/'.]$/.test(after.text) && /^(?:word|atom|name)$/.test(tokens[index + 3]?.kind ?? ''))
    return;
  word.kind = 'name';
}
