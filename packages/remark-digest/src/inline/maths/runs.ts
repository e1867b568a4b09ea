import type { Token } from './tokens.ts';
import { cues, greek, relations } from './words.ts';

/** Tokens that make a formula: from one index to another. */
export interface Run {
  first: number;
  /** Index after its last token. */
  end: number;
}

/** Inside brackets these belong to the formula, outside to the sentence. */
const separators = new Set([',', ';', ':']);

/**
 * Finds the formulas among tokens: the longest runs of what can be in a formula, with something in them that only a
 * formula has. Words, and brackets with a word in them, end a run.
 */
export function findRuns(tokens: readonly Token[]): Run[] {
  const usable = usableTokens(tokens);
  const runs: Run[] = [];
  let index = 0;
  while (index < tokens.length) {
    const { kind, text } = tokens[index] as Token;
    if (!usable[index] || kind === 'space' || separators.has(text)) {
      index++;
      continue;
    }
    const first = index;
    while (index < tokens.length && usable[index]) {
      const { close, text } = tokens[index] as Token;
      if (separators.has(text)) break;
      index = close === undefined ? index + 1 : close + 1;
    }
    const run = trim(tokens, { first, end: index });
    if (run && hasProof(tokens, run)) runs.push(run);
  }
  return runs;
}

/** Which tokens can be in a formula; brackets only with all that is in them. */
function usableTokens(tokens: readonly Token[]): boolean[] {
  const usable: boolean[] = [];
  // How many tokens up to each, brackets left aside, are of no use.
  const useless: number[] = [0];
  let count = 0;
  for (const [index, token] of tokens.entries()) {
    const holds = isUsable(tokens, token, index);
    usable.push(holds);
    if (!holds) count++;
    useless.push(count);
  }
  for (const [index, { kind, close }] of tokens.entries()) {
    if (kind !== 'open') continue;
    const whole =
      close !== undefined &&
      close > index + 1 &&
      useless[close] === useless[index + 1] &&
      closedInside(tokens, index, close);
    usable[index] = whole;
    if (close !== undefined) usable[close] = whole;
  }
  return usable;
}

/** Whether every bracket between two that match is matched, too. */
function closedInside(tokens: readonly Token[], open: number, close: number): boolean {
  for (let index = open + 1; index < close; index++) {
    const token = tokens[index] as Token;
    if (token.kind === 'close') return false;
    if (token.kind !== 'open') continue;
    if (token.close === undefined) return false;
    index = token.close;
  }
  return true;
}

function isUsable(tokens: readonly Token[], token: Token, index: number): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  switch (token.kind) {
    case 'word':
      return false;
    case 'script':
      return scriptHolds(token, before, next);
    case 'sign':
      // A hyphen before a word, or a mark at the end of a sentence, is prose.
      return next !== undefined && next.kind !== 'word';
    default:
      return true;
  }
}

/** Whether `^` or `_` stands between something that can have an index and an index. */
function scriptHolds(token: Token, before: Token | undefined, next: Token | undefined): boolean {
  if (!before || !next) return false;
  const base =
    before.kind === 'atom' ||
    before.kind === 'close' ||
    before.kind === 'function' ||
    before.kind === 'symbol';
  const index =
    next.kind === 'atom' ||
    next.kind === 'number' ||
    next.text === '{' ||
    next.kind === 'symbol' ||
    next.kind === 'command' ||
    next.kind === 'macro';
  if (token.text === '^')
    return (base || before.kind === 'number' || before.kind === 'command') && (index || next.text === '*');
  // `file_a` and `foo_bar` are names.
  return base && index && (before.text.length === 1 || before.kind !== 'atom' || greek.has(before.text));
}

/** Takes off what is prose rather than formula at the ends of a run. */
function trim(tokens: readonly Token[], { first, end }: Run): Run | undefined {
  const at = (index: number): Token => tokens[index] as Token;
  for (let changed = true; changed && first < end;) {
    changed = true;
    const start = at(first);
    const last = at(end - 1);
    if (start.kind === 'space' || start.kind === 'relation' || (start.kind === 'sign' && start.text !== '-'))
      first++;
    else if (
      last.kind === 'space' ||
      last.kind === 'sign' ||
      last.kind === 'relation' ||
      last.kind === 'function'
    )
      end--;
    else if (isLoose(start, tokens[first + 1], tokens[first + 2])) first += 2;
    else if (isLoose(last, tokens[end - 2], tokens[end - 3]) && !/^[B-HJ-Z]$/.test(last.text)) end -= 2;
    else changed = false;
  }
  return first < end ? { first, end } : undefined;
}

/** Whether a letter or a number stands beside a formula with nothing but a space between: an article, a count. */
function isLoose(token: Token, space: Token | undefined, neighbour: Token | undefined): boolean {
  if (space?.kind !== 'space' || !neighbour) return false;
  if (token.kind === 'number') return neighbour.kind !== 'relation' && neighbour.kind !== 'sign';
  return /^[aAI]$/.test(token.text) && neighbour.kind !== 'relation' && neighbour.kind !== 'sign';
}

/** Whether a run has something that prose does not. */
function hasProof(tokens: readonly Token[], { first, end }: Run): boolean {
  for (let index = first; index < end; index++) {
    const token = tokens[index] as Token;
    if (token.kind === 'script' || token.kind === 'macro') return true;
    if (token.kind === 'command' && /^\\[a-zA-Z]{2,}$/.test(token.text)) return true;
    if (token.kind === 'relation' && isRelation(tokens, index, first, end)) return true;
    if (greek.has(token.text) && end - first === 1 && hasCue(tokens, index)) return true;
  }
  return false;
}

/**
 * Whether the name of a relation stands between two operands. “T times J” may be prose, and so may “x le y” in French be:
 * a lower-case letter, a number or a Greek name on both sides is asked for.
 */
function isRelation(tokens: readonly Token[], index: number, first: number, end: number): boolean {
  const left = neighbour(tokens, index, -1);
  const right = neighbour(tokens, index, 1);
  if (!left || !right || left.index < first || right.index >= end) return false;
  const isOperand = ({ token }: { token: Token }): boolean =>
    token.kind === 'number' ||
    token.kind === 'symbol' ||
    (token.kind === 'atom' && (/^[b-z]$/.test(token.text) || greek.has(token.text)));
  return (
    relations.has((tokens[index] as Token).text) &&
    (isOperand(left) || left.token.kind === 'close') &&
    (isOperand(right) || right.token.kind === 'open')
  );
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
    /^(?:distribution|function|phase|version|test|process|value|decay)/.test(after.text)
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
  return before !== undefined && cues.has(before.token.text);
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
