import type { Token } from './tokens.ts';
import { declarations, functions, greek } from './words.ts';

/** Writes the tokens of a formula as TeX, with the backslashes that were lost. */
export function toTex(tokens: readonly Token[]): string {
  const pieces: string[] = [];
  const write = (piece: string): void => {
    // A command would run into a letter after it.
    const space = /\\[a-zA-Z]+$/.test(pieces.at(-1) ?? '') && /^[a-zA-Z]/.test(piece);
    pieces.push(space ? ` ${piece}` : piece);
  };
  // Indexes of closing braces that are not written.
  const dropped = new Set<number>();
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const before = tokens[index - 1];
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
      dropped.add(closingBrace(tokens, index + 1));
      index += 2;
      continue;
    }
    if (dropped.has(index)) continue;
    if (token.kind === 'space') {
      const inside = before?.kind === 'open' || tokens[index + 1]?.kind === 'close';
      if (!inside && pieces.length > 0) pieces.push(' ');
      continue;
    }
    // `x^10` means the whole number; TeX would take its first digit.
    const long =
      before?.kind === 'script' && (token.kind === 'number' || isProduct(token)) && token.text.length > 1;
    write(long ? `{${texOf(token)}}` : texOf(token));
  }
  return pieces.join('');
}

function declarationOf(token: Token | undefined): string | undefined {
  if (token?.kind === 'macro' && Object.hasOwn(declarations, token.text)) return declarations[token.text];
  if (token?.kind === 'command' && Object.hasOwn(declarations, token.text.slice(1)))
    return declarations[token.text.slice(1)];
  return undefined;
}

function isProduct(token: Token): boolean {
  return token.kind === 'atom' && token.text.length > 1 && !greek.has(token.text);
}

function texOf(token: Token): string {
  const { kind, text } = token;
  if (kind === 'function') return functions.has(text) ? `\\${text}` : `\\operatorname{${text}}`;
  if (kind === 'macro' || kind === 'relation' || kind === 'symbol') return `\\${text}`;
  if (kind !== 'atom') return text;
  if (greek.has(text)) return `\\${text}`;
  // Two capitals are a product of matrices; more, or small letters, are a name.
  return text.length > 2 || /^[a-z]{2,}$/.test(text) ? `\\mathrm{${text}}` : text;
}

/** Commands whose alphabet has capitals alone, or hardly more. */
const alphabets = new Set(['mathcal', 'mathbb', 'mathfrak']);

/** Whether a command stands before a brace, a capital and its index. */
function isLetterWithIndex(tokens: readonly Token[], index: number): boolean {
  const [brace, letter, script] = tokens.slice(index + 1, index + 4);
  return brace?.text === '{' && /^[A-Z]$/.test(letter?.text ?? '') && script?.kind === 'script';
}

/** Index of the brace that closes the one at `open`. */
function closingBrace(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    const { text } = tokens[index] as Token;
    if (text === '{') depth++;
    else if (text === '}' && --depth === 0) return index;
  }
  return tokens.length;
}
