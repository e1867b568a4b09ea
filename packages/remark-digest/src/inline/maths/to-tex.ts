import type { Token } from './tokens.ts';
import { declarations, functions, greek, ranges, textMacros } from './words.ts';

/** Writes the tokens of a formula as TeX, with the backslashes that were lost. */
export function toTex(tokens: readonly Token[]): string {
  const pieces: string[] = [];
  const write = (piece: string): void => {
    // A command would run into a letter after it.
    const last = pieces.at(-1);
    const space = last?.startsWith('\\') && /^\\[a-zA-Z]+$/.test(last) && /^[a-zA-Z]/.test(piece);
    pieces.push(space ? ` ${piece}` : piece);
  };
  // Indexes of tokens that are written as something else, or not at all.
  const instead = new Map<number, string>();
  // Where the words end that a command sets upright: they need none of their own.
  let uprightEnd = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const before = tokens[index - 1];
    const other = instead.get(index);
    if (other !== undefined) {
      if (other !== '') write(other);
      continue;
    }
    // `{bf 1}` is `\mathbf{1}`: the command goes before the brace and the space after it is gone.
    const declaration = token.text === '{' ? declarationOf(tokens[index + 1]) : undefined;
    if (declaration) {
      write(`\\${declaration}`);
      write('{');
      index += tokens[index + 2]?.kind === 'space' ? 2 : 1;
      continue;
    }
    // `mathcal{C_Phi/m}` is the letter's alphabet: `\\mathcal{C}_\\Phi/m`.
    if (alphabets.has(token.text) && isLetterWithIndex(tokens, index)) {
      write(`\\${token.text}`);
      write(`{${(tokens[index + 2] as Token).text}}`);
      instead.set(closingBracket(tokens, index + 1), '');
      index += 2;
      continue;
    }
    if (token.kind === 'size') continue;
    // `sqrt(K)` is `\sqrt{K}`.
    if (token.text === 'sqrt' && tokens[index + 1]?.text === '(') {
      instead.set(index + 1, '{').set(closingBracket(tokens, index + 1), '}');
    }
    // `10^(-5)` is `10^{-5}`, and `f^(n)` keeps its brackets.
    if (token.text === '(' && before?.text === '^') {
      const [opening, closing] = isSum(tokens, index) ? ['{', '}'] : ['{(', ')}'];
      write(opening);
      instead.set(closingBracket(tokens, index), closing);
      continue;
    }
    if (token.text === '{' && isSet(tokens, index)) {
      write('\\{');
      instead.set(closingBracket(tokens, index), '\\}');
      continue;
    }
    if (token.kind === 'space') {
      const inside = before?.kind === 'open' || tokens[index + 1]?.kind === 'close';
      if (isInText(tokens, index)) write('\\ ');
      else if (!inside && pieces.length > 0) pieces.push(' ');
      continue;
    }
    if (token.text === '!' && before?.kind === 'relation') continue;
    if (textMacros.has(token.text.replace('\\', '')) && tokens[index + 1]?.text === '{') {
      uprightEnd = Math.max(uprightEnd, closingBracket(tokens, index + 1));
    }
    // `10^-14`.
    const next = tokens[index + 1];
    if (before?.kind === 'script' && /^[-−]$/.test(token.text) && next && isExponent(tokens, index + 1)) {
      const fraction = isFraction(tokens, index + 1) ? `/${(tokens[index + 3] as Token).text}` : '';
      write(`{-${texOf(next)}${fraction}}`);
      index += fraction === '' ? 1 : 3;
      continue;
    }
    if (token.text === '+' && next?.text === '/' && /^[-−]$/.test(tokens[index + 2]?.text ?? '')) {
      write('\\pm');
      index += 2;
      continue;
    }
    if (token.text === '-' && next?.text === '>') {
      write('\\to');
      index++;
      continue;
    }
    if (token.text === 'x' && isTimes(tokens, index)) {
      write('\\times');
      continue;
    }
    // `Hz^1/2`; `x^2/2` is half of a square.
    if (before?.text === '^' && token.text === '1' && isFraction(tokens, index)) {
      write(`{1/${(tokens[index + 2] as Token).text}}`);
      index += 2;
      continue;
    }
    // `0.1-0.5` is a range, and no subtraction.
    if (
      token.text === '-' &&
      before?.kind === 'number' &&
      next?.kind === 'number' &&
      isRange(tokens, index)
    ) {
      write('\\text{-}');
      continue;
    }
    // `x^10` means the whole number; TeX would take its first digit.
    const long = before?.kind === 'script' && /^(?:number|name)$/.test(token.kind) && token.text.length > 1;
    if (token.kind === 'name' && index < uprightEnd) write(token.text);
    else write(long ? `{${texOf(token)}}` : texOf(token));
  }
  return pieces.join('');
}

function declarationOf(token: Token | undefined): string | undefined {
  if (token?.kind === 'macro' && Object.hasOwn(declarations, token.text)) return declarations[token.text];
  if (token?.kind === 'command' && Object.hasOwn(declarations, token.text.slice(1)))
    return declarations[token.text.slice(1)];
  return undefined;
}

function texOf(token: Token): string {
  const { kind, text } = token;
  if (kind === 'function')
    return functions.has(text) || ranges.has(text) ? `\\${text}` : `\\operatorname{${text}}`;
  if (kind === 'macro' || kind === 'relation') return `\\${text}`;
  if (kind === 'symbol') return /^[a-zA-Z]/.test(text) ? `\\${text}` : text;
  if (kind !== 'atom' && kind !== 'name') return text;
  if (greek.has(text)) return `\\${text}`;
  // A raised or lowered digit. Two capitals are a product of matrices; more, or small letters, are a name.
  if (/^[_^]/.test(text)) return text;
  return text.length > 2 || /^[a-z]{2,}$/.test(text) ? `\\mathrm{${text}}` : text;
}

/** Whether what stands after `^-` is the rest of an exponent. After the name of a particle the minus is its charge. */
function isExponent(tokens: readonly Token[], index: number): boolean {
  const { kind, text } = tokens[index] as Token;
  if (kind === 'number') return true;
  if (kind !== 'atom' || !/^(?:\p{Script=Greek}|[a-z]{2,})$/u.test(text)) return false;
  return (
    tokens[index + 1]?.kind !== 'script' && !/^(?:[Keπμτ]|pi|mu|tau)$/.test(tokens[index - 3]?.text ?? '')
  );
}

/** Whether a number goes on as the fraction of an exponent whose braces were lost: `n^-1/2`. */
function isFraction(tokens: readonly Token[], index: number): boolean {
  const [number, slash, divisor, after] = tokens.slice(index, index + 4);
  if (number?.kind !== 'number' || slash?.text !== '/' || !/^[2-9]$/.test(divisor?.text ?? '')) return false;
  return !/^(?:script|atom|open|name)$/.test(after?.kind ?? '');
}

/** Whether a hyphen stands between two numbers of which the second is the larger, neither of them in an index. */
function isRange(tokens: readonly Token[], index: number): boolean {
  const [from, to] = [Number(tokens[index - 1]?.text), Number(tokens[index + 1]?.text)];
  return from < to && /^(?:space|sign|relation)$/.test(tokens[index - 2]?.kind ?? '');
}

/** Whether a letter x stands for the sign between a number and a power of ten. */
function isTimes(tokens: readonly Token[], index: number): boolean {
  const [number, space, , blank, ten, script] = tokens.slice(Math.max(0, index - 2), index + 4);
  return (
    number?.kind === 'number' &&
    space?.kind === 'space' &&
    blank?.kind === 'space' &&
    ten?.text === '10' &&
    script?.text === '^'
  );
}

/** Whether raised brackets only hold an exponent together: that of a number, or a sum. */
function isSum(tokens: readonly Token[], open: number): boolean {
  if (tokens[open - 2]?.kind === 'number') return true;
  const inside = tokens.slice(open + 1, closingBracket(tokens, open));
  return inside.some(({ text }) => /^[-−+]$/.test(text));
}

/** Commands whose alphabet has capitals alone, or hardly more. */
const alphabets = new Set(['mathcal', 'mathbb', 'mathfrak']);

/** Whether a command stands before a brace, a capital and its index. */
function isLetterWithIndex(tokens: readonly Token[], index: number): boolean {
  const [brace, letter, script] = tokens.slice(index + 1, index + 4);
  return brace?.text === '{' && /^[A-Z]$/.test(letter?.text ?? '') && script?.kind === 'script';
}

/** Whether braces are those of a set, whose backslashes were lost: nothing is set with them, and they hold a list. */
function isSet(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (before && /^(?:script|macro|command)$/.test(before.kind)) return false;
  if (before?.text === '}' || before?.text === ']') return false;
  const end = closingBracket(tokens, index);
  // `1{,}000`: a comma alone in braces is the comma of a number.
  if (end === index + 2 && tokens[index + 1]?.text === ',') return false;
  let depth = 0;
  let hasScript = false;
  for (let at = index + 1; at < end; at++) {
    const { kind, text } = tokens[at] as Token;
    if (kind === 'command') return false;
    if (kind === 'open') depth++;
    else if (kind === 'close') depth--;
    else if (depth === 0 && (/^[,|:;]$/.test(text) || (kind === 'number' && text.includes(',')))) return true;
    else if (kind === 'script') hasScript = true;
  }
  return hasScript && tokens[end + 1]?.text !== '^';
}

/** Whether a blank stands between two words of an index or of upright text. */
function isInText(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.kind === 'name' && tokens[index + 1]?.kind === 'name';
}

/** Index of the bracket that closes the one at `open`. */
function closingBracket(tokens: readonly Token[], open: number): number {
  const [opener, closer] = tokens[open]?.text === '(' ? ['(', ')'] : ['{', '}'];
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    const { text } = tokens[index] as Token;
    if (text === opener) depth++;
    else if (text === closer && --depth === 0) return index;
  }
  return tokens.length;
}
