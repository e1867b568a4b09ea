import { hasProof } from './proof.ts';
import type { Token } from './tokens.ts';
import { isWhole, saysTwice, tornCalls } from './whole.ts';
import { functions, greek, relations, wordRelations } from './words.ts';

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
 * formula has. Words, and brackets with a word in them, end a run; a formula that would be cut there is none.
 */
export function findRuns(tokens: readonly Token[]): Run[] {
  const usable = usableTokens(tokens);
  const torn = tornCalls(tokens, usable);
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
      if (separators.has(text) || isBetween(tokens, first, index)) break;
      index = close === undefined ? index + 1 : close + 1;
    }
    const run = trim(tokens, { first, end: index });
    if (!run || torn[run.first] || !hasProof(tokens, run)) continue;
    if (isWhole(tokens, run) && !saysTwice(tokens, run)) runs.push(run);
  }
  return runs;
}

/** Whether a blank parts a formula from a remark after it, `d = 8 (p < 0.1)`, or from its number in a list, `(3) gamma = 5`. */
function isBetween(tokens: readonly Token[], first: number, index: number): boolean {
  if (tokens[index]?.kind !== 'space') return false;
  const isNumber = tokens[index - 1]?.kind === 'number' && tokens[index - 2]?.kind !== 'script';
  if (isNumber && tokens[index + 1]?.text === '(') return true;
  const open = tokens[first];
  return (
    open?.text === '(' &&
    open.close === index - 1 &&
    index - first === 3 &&
    tokens[first + 1]?.kind === 'number'
  );
}

/** Which tokens can be in a formula; brackets only with all that is in them. */
function usableTokens(tokens: readonly Token[]): boolean[] {
  const usable: boolean[] = [];
  // How many tokens up to each, brackets left aside, are of no use.
  const useless: number[] = [0];
  let count = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const holds = isUsable(tokens, token, index);
    usable.push(holds);
    if (!holds && token.kind !== 'close') count++;
    useless.push(count);
  }
  for (let index = 0; index < tokens.length; index++) {
    const { kind, close } = tokens[index] as Token;
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
    // A bracket that closes nothing; others are told from those that they close.
    case 'close':
      return false;
    case 'script':
      return scriptHolds(tokens, index);
    case 'function':
      return functionHolds(tokens, index);
    case 'sign':
      // `x^*`.
      if (before?.kind === 'script' && /[*+′-]/.test(token.text)) return true;
      // The end of a word: `W^2's`.
      if (
        token.text === "'" &&
        next?.text === 's' &&
        !/^(?:script|open)$/.test(tokens[index + 2]?.kind ?? '')
      )
        return false;
      // What `\!` lost before a number.
      if (token.text === '!') return before?.kind === 'relation' && next?.kind === 'number';
      // `M-LLM^3` has a hyphen.
      if (token.text === '-' && isHyphen(before, next)) return false;
      // A hyphen before a word, or a mark at the end of a sentence, is prose.
      return next !== undefined && next.kind !== 'word';
    default:
      return true;
  }
}

/** Whether a hyphen joins a name to what stands before it. */
function isHyphen(before: Token | undefined, next: Token | undefined): boolean {
  if (before?.kind === 'space' || next?.kind === 'space') return false;
  const isName = (token: Token | undefined): boolean =>
    token?.kind === 'name' && /^[a-zA-Z]{2}/.test(token.text);
  return isName(next) || isName(before);
}

const bases = new Set(['atom', 'name', 'close', 'function', 'symbol']);
const indexes = new Set(['atom', 'name', 'number', 'symbol', 'command', 'macro']);

/** Whether `^` or `_` stands between something that can have an index and an index. */
function scriptHolds(tokens: readonly Token[], index: number): boolean {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (!before || !next) return false;
  const { kind, text } = before;
  const isBase = bases.has(kind) || kind === 'command' || isBar(before);
  const isIndex =
    indexes.has(next.kind) ||
    next.text === '{' ||
    isRaisedBracket(tokens, index) ||
    (next.kind === 'relation' && kind !== 'number');
  if ((tokens[index] as Token).text === '^') {
    // In `e^-x` nobody can tell what is raised: all of it, or the charge of a particle.
    if (/^[-−]$/.test(next.text) && isLetterAlone(tokens, index + 2)) return false;
    return (isBase || kind === 'number') && (isIndex || /^[*+′-]$/.test(next.text));
  }
  if (!isBase || !isIndex) return false;
  // `file_a` and `foo_bar` are names.
  if (kind === 'function' && !functionHolds(tokens, index - 1)) return false;
  if (kind === 'name') return next.text === '{' || next.kind === 'number' || next.text === 'x';
  return text.length === 1 || kind !== 'atom' || greek.has(text);
}

/** Whether round brackets are raised: `10^(-5)`. */
function isRaisedBracket(tokens: readonly Token[], index: number): boolean {
  const [base, script, bracket] = tokens.slice(index - 1, index + 2);
  if (script?.text !== '^' || bracket?.text !== '(' || bracket.close === undefined) return false;
  return base?.kind === 'number' || base?.kind === 'atom';
}

/** Whether a Latin letter without an index stands at an index. */
function isLetterAlone(tokens: readonly Token[], index: number): boolean {
  return /^[a-zA-Z]$/.test(tokens[index]?.text ?? '') && tokens[index + 1]?.kind !== 'script';
}

/** `min_p` is a setting: a function with a letter below it has something that it is a function of. */
function functionHolds(tokens: readonly Token[], index: number): boolean {
  const [script, letter] = [tokens[index + 1], tokens[index + 2]];
  if (script?.text !== '_' || letter?.kind !== 'atom' || greek.has(letter.text)) return true;
  let at = index + 3;
  if (tokens[at]?.kind === 'space') at++;
  const operand = tokens[at];
  if (!operand || operand.text === 'a' || operand.text === '|') return operand?.text === '|';
  return /^(?:atom|function|symbol|macro|open|command|name)$/.test(operand.kind) && operand.text !== '[';
}

/** Takes off what is prose rather than formula at the ends of a run. */
function trim(tokens: readonly Token[], { first, end }: Run): Run | undefined {
  const at = (index: number): Token => tokens[index] as Token;
  for (let changed = true; changed && first < end;) {
    changed = true;
    const start = at(first);
    const last = at(end - 1);
    if (isLeading(tokens, first, end)) first++;
    else if (isTrailing(tokens, first, end)) end--;
    else if (isLoose(start, tokens[first + 1], tokens[first + 2])) first += 2;
    else if (isLoose(last, tokens[end - 2], tokens[end - 3]) && !isIdentity(tokens, end)) end -= 2;
    else if (isUnit(tokens, first, end)) end -= 2;
    else if (isSubtitle(tokens, end)) end -= 4;
    else changed = false;
  }
  return first < end ? { first, end } : undefined;
}

/** Whether the first token of a run is none of a formula. */
function isLeading(tokens: readonly Token[], first: number, end: number): boolean {
  const { kind, text } = tokens[first] as Token;
  const token = tokens[first] as Token;
  if (kind === 'space' || kind === 'size' || isRelative(token)) return true;
  if (kind !== 'sign') return kind === 'name' && /^[_^]/.test(text);
  if (isBar(tokens[first] as Token)) return countBars(tokens, first, end) % 2 === 1;
  // A minus stands before what it belongs to and after a blank or a bracket: `R1-V^3` has a hyphen.
  const before = tokens[first - 1];
  return (
    !/^[-−]$/.test(text) ||
    tokens[first + 1]?.kind === 'space' ||
    (before !== undefined && !/^(?:space|open)$/.test(before.kind))
  );
}

/** Whether the last token of a run is none of a formula. */
function isTrailing(tokens: readonly Token[], first: number, end: number): boolean {
  const last = tokens[end - 1] as Token;
  if (last.kind === 'sign') {
    if (isBar(last)) return countBars(tokens, first, end) % 2 === 1;
    return tokens[end - 2]?.kind !== 'script';
  }
  if (tokens[end - 2]?.kind === 'script') return false;
  return (
    last.kind === 'space' ||
    isRelative(last) ||
    last.kind === 'function' ||
    last.kind === 'size' ||
    isFunctionCommand(last)
  );
}

/** Whether a token is the command of a function, which has something that it is a function of. */
function isFunctionCommand({ kind, text }: Token): boolean {
  return kind === 'command' && functions.has(text.slice(1));
}

function isBar({ text }: Token): boolean {
  return text === '|' || text === '‖' || text === '∥';
}

function countBars(tokens: readonly Token[], first: number, end: number): number {
  let count = 0;
  for (let index = first; index < end; index++) if (isBar(tokens[index] as Token)) count++;
  return count;
}

/** Whether a letter or a number stands beside a formula with nothing but a space between: an article, a count. */
function isLoose(token: Token, space: Token | undefined, neighbour: Token | undefined): boolean {
  if (space?.kind !== 'space' || !neighbour) return false;
  if (isRelative(neighbour) || neighbour.kind === 'sign' || neighbour.kind === 'function') return false;
  // `4 x 10^5`.
  if (token.kind === 'number' && neighbour.text === 'x') return false;
  return token.kind === 'number' || /^[aAI]$/.test(token.text);
}

/** Whether a token is a relation or an operation, with its backslash or without. */
function isRelative({ kind, text }: Token): boolean {
  return kind === 'relation' || (kind === 'command' && binary.has(text.slice(1)));
}

/** Commands that stand between two operands. */
const binary = new Set([
  ...relations,
  ...wordRelations,
  ...'longmapsto Longrightarrow subsetneq preceq succeq prec succ vee wedge lor land iff implies coloneqq asymp cong ll'.split(
    ' ',
  ),
]);

/** Whether a letter after a power of ten is a unit: `10^{-15} s`. */
function isUnit(tokens: readonly Token[], first: number, end: number): boolean {
  const [last, space] = [tokens[end - 1], tokens[end - 2]];
  if (last?.kind !== 'atom' || space?.kind !== 'space' || greek.has(last.text)) return false;
  let base = end - 4;
  if (tokens[end - 3]?.text === '}') while (base > first && tokens[base]?.kind !== 'script') base--;
  return tokens[base]?.text === '^' && tokens[base - 1]?.text === '10';
}

/** Whether the article of a subtitle ends a run: `OWL^2 - A System`. */
function isSubtitle(tokens: readonly Token[], end: number): boolean {
  const [space, dash, blank, article] = tokens.slice(Math.max(0, end - 4), end);
  if (article?.text !== 'A' || blank?.kind !== 'space' || dash?.text !== '-' || space?.kind !== 'space')
    return false;
  return tokens[end]?.kind === 'space' && /^[A-Z]/.test(tokens[end + 1]?.text ?? '');
}

/** Whether the last token of a run is the unit matrix: no word goes on after it. */
function isIdentity(tokens: readonly Token[], end: number): boolean {
  return tokens[end - 1]?.text === 'I' && tokens[end]?.kind !== 'space';
}
