import type { Run } from './runs.ts';
import type { Token } from './tokens.ts';
import { bracketedGreek, cues, greek, standalone, surelyGreek, tellingRelations } from './words.ts';

/** Whether a run has no sign that only TeX has, so that it may be code: `mu_q[:, None]`. */
export function isPlain(tokens: readonly Token[], { first, end }: Run): boolean {
  for (let index = first; index < end; index++) {
    const { kind, text } = tokens[index] as Token;
    if (kind === 'macro' || kind === 'command' || /[\^{]/.test(text)) return false;
  }
  return true;
}

/** Whether a run has something that prose does not. */
export function hasProof(tokens: readonly Token[], run: Run): boolean {
  if (isIdentifier(tokens, run)) return false;
  for (let index = run.first; index < run.end; index++) {
    const token = tokens[index] as Token;
    if (token.kind === 'script' || token.kind === 'macro') return true;
    if (token.kind === 'command' && /^\\[a-zA-Z]{2,}$/.test(token.text) && !isMacro(tokens, index, run))
      return true;
    if (token.kind === 'symbol' && /^(?:nabla|infty|varnothing|forall)$/.test(token.text)) return true;
    if (token.kind === 'relation' && isRelation(tokens, index, run)) return true;
    if (surelyGreek.has(token.text)) return true;
    if (greek.has(token.text) && token.text.length > 1) {
      if (tokens[index + 1]?.text === '(' && index + 1 < run.end) return true;
      if (bracketedGreek.has(token.text) && (isBracketed(tokens, index) || isBarred(tokens, index)))
        return true;
      if (token.text === 'pi' && isAngle(tokens, index)) return true;
    }
    if (greek.has(token.text) && isEquation(tokens, index, run)) return true;
    if (greek.has(token.text) && run.end - run.first === 1 && hasCue(tokens, index)) return true;
  }
  return false;
}

/** Whether a command alone may be an author's own, the name of a system or of data: `\\spades`. */
function isMacro(tokens: readonly Token[], index: number, { first, end }: Run): boolean {
  const inside = (tokens[first] as Token).close === end - 1 ? end - first - 2 : end - first;
  return inside === 1 && !standalone.has((tokens[index] as Token).text.slice(1));
}

/** Whether nothing else stands in the brackets around a token. */
function isBracketed(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.text === '(' && tokens[index - 1]?.close === index + 1;
}

/** Whether a number is said of a token between two bars: `|rho| = 0.4`; other bars may be those of a table. */
function isBarred(tokens: readonly Token[], index: number): boolean {
  if (tokens[index - 1]?.text !== '|' || tokens[index + 1]?.text !== '|') return false;
  return /^[=<>≤≥≈]$/.test(neighbour(tokens, index + 1, 1)?.token.text ?? '');
}

/** Whether pi is an angle: all that a function of one letter is of, as in `R(pi/4)`, or the end of a range, as in `[0, 2pi)`. */
function isAngle(tokens: readonly Token[], index: number): boolean {
  let first = index;
  while (/^(?:number|sign)$/.test(tokens[first - 1]?.kind ?? '') && tokens[first - 1]?.text !== ',') first--;
  const after = tokens[index + 1];
  if (tokens[first - 1]?.text === '(' && /^[a-zA-Z]$/.test(tokens[first - 2]?.text ?? ''))
    return after?.text === ')' || (after?.text === '/' && tokens[index + 2]?.kind === 'number');
  if (tokens[first - 1]?.kind === 'space') first--;
  return after?.kind === 'close' && tokens[first - 1]?.text === ',' && tokens[first - 2]?.kind !== 'word';
}

/** Whether a run is a name of code: several underscores in one word, or a bracket with an index behind it. */
function isIdentifier(tokens: readonly Token[], run: Run): boolean {
  if (!isPlain(tokens, run)) return false;
  for (let index = run.first; index < run.end; index++) {
    if (tokens[index]?.text !== '_') continue;
    const after = tokens[index + 2];
    if (after?.text === '_' || after?.text === '[') return true;
  }
  return false;
}

/**
 * Whether the name of a relation stands between two operands. “T times J” may be prose, and so may “x le y” in French be:
 * a lower-case letter, a number or a Greek name on both sides is asked for.
 */
function isRelation(tokens: readonly Token[], index: number, { first, end }: Run): boolean {
  const { text } = tokens[index] as Token;
  if (!tellingRelations.has(text)) return false;
  const left = neighbour(tokens, index, -1);
  const right = neighbour(tokens, index, 1);
  if (!left || !right || left.index < first || right.index >= end) return false;
  // `Ntimes N`, which no hint shows: the sign is mended by itself.
  if (left.index === index - 1 && left.token.kind === 'atom') return false;
  const isOperand = ({ token }: { token: Token }): boolean =>
    token.kind === 'number' ||
    token.kind === 'symbol' ||
    (token.kind === 'atom' && (/^[b-z]$/.test(token.text) || greek.has(token.text)));
  // “At 3 pm 20 birds” tells the time.
  if (text === 'times' && left.token.kind === 'number' && right.token.kind === 'open') return false;
  if (text === 'pm' && left.token.kind === 'number' && right.token.kind === 'number') return false;
  return (
    (isOperand(left) || left.token.kind === 'close') && (isOperand(right) || right.token.kind === 'open')
  );
}

/** Whether a number is said of a Greek letter: `rho=0.63`, `varepsilon > 0`. */
function isEquation(tokens: readonly Token[], index: number, { end }: Run): boolean {
  const sign = neighbour(tokens, index, 1);
  if (tokens[index]?.text === 'delta' && isMeasure(tokens[index - 2]?.text ?? '')) return false;
  if (!sign || sign.index >= end || !/^[=<>]$/.test(sign.token.text)) return false;
  let right = neighbour(tokens, sign.index, 1);
  if (right?.token.text === '-') right = neighbour(tokens, right.index, 1);
  return right !== undefined && right.index < end && right.token.kind === 'number';
}

/** Whether a word tells what was measured: its delta is a difference, and no letter. */
function isMeasure(word: string): boolean {
  return /^(?:[A-Z]{2,}|accuracy|score|loss|performance|latency|time|mean|median)$/.test(word);
}

/** Whether the words before the name of a Greek letter say that it is one. */
function hasCue(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  const after = tokens[index + 2];
  // In “function beta distribution” the name belongs to the word after it.
  if (next?.kind === 'sign' && next.text === '-') return false;
  if (
    next?.kind === 'space' &&
    after?.kind === 'word' &&
    /^(?:distribution|function|phase|version|test|process|value|decay|calcul|term|expression|abstraction|ra(?:y|diation)|particle|cell|helix|wave|rhythm|band|diversity|factor|channel|emission|variant|strain|release|matt|blend|compositing)/.test(
      after.text,
    )
  ) {
    return false;
  }
  let before = neighbour(tokens, index, -1);
  // The letters before it in a list have the cue: “classes Phi, Psi”.
  while (
    before &&
    (before.token.text === ',' || before.token.text === 'and' || greek.has(before.token.text))
  ) {
    before = neighbour(tokens, before.index, -1);
  }
  // “At instance-level alpha mattes” is about a level.
  return before !== undefined && cues.has(before.token.text) && tokens[before.index - 1]?.text !== '-';
}

function neighbour(
  tokens: readonly Token[],
  index: number,
  step: 1 | -1,
): { token: Token; index: number } | undefined {
  let at = index + step;
  if (tokens[at]?.kind === 'space') at += step;
  const token = tokens[at];
  return token && { token, index: at };
}
