import type { Finder, Repair } from '../repair.ts';
import { mathsRepair } from './node.ts';
import { longestFormula } from './render.ts';
import { findRuns } from './runs.ts';
import { toTex } from './to-tex.ts';
import { tokenize, type Token } from './tokens.ts';
import { bracketedGreek, cues, greek, surelyGreek, tellingRelations } from './words.ts';

const letter = [...greek].join('|');
const relation = [...tellingRelations].join('|');
const bracketed = [...bracketedGreek].join('|');

// What shows a formula without any doubt: a command, an index, a group, a Greek letter of which a number is said. V8 skips
// quickly to one of a few characters: so this begins with those, and what stands around them is looked at after that.
const surely = String.raw`[\^_\\{[=<>q(|](?:(?<=[a-z]\()(?<=(?<![a-zA-Z])(?:${letter})\()|(?<=\()(?=(?:${bracketed})\))|(?<=\|)(?=(?:${bracketed})\|)|(?<=[(\[])(?=-?\d{0,4}(?:pi[/)]|(?:pi)?, ?\d{0,4}pi[\])]))|(?<=[\^_])|(?<=\\)(?=[a-zA-Z]{2})|(?<=(?:sqrt|frac|math\w{2,4}|[a-z]text)[{[])|(?<=\{)(?=(?:bf|cal|rm|sf|bb) )|(?<=[a-z] ?[=<>])(?<=(?:${letter}) ?[=<>])|(?<=sq)(?=rt[ (]))`;

const anyName = String.raw`(?:${relation}|${letter}|nabla|infty|varnothing|forall)\b`;

/** Where a formula may be: a sign that only formulas have, or a name that may be a word. */
const anyHint = new RegExp(String.raw`${surely}| (${anyName})`, 'g');
const sureHint = new RegExp(surely, 'g');

const maybeSign = new RegExp(surely);

// With a space in place of `\s`, V8 takes half as long again.
const maybeName = new RegExp(String.raw`\s${anyName}`);

/** What has to stand before and after the name of a relation, and before the name of a letter. */
const operandBefore = new RegExp(String.raw`(?<=\b[b-z]|[\d)}\]]|${letter}|infty|ell)`, 'y');
const operandAfter = new RegExp(String.raw` ?(?:[b-z]\b|[\d({\\]|${letter}|infty|ell)`, 'y');
const cueBefore = new RegExp(`(?<=(?<![a-zA-Z])(?:${[...cues].join('|')}))`, 'y');

/** Finds formulas that stand in the text without any sign around them, with or without their backslashes. */
export const bareMaths: Finder = {
  mayFind: (text) => maybeSign.test(text) || maybeName.test(text),
  bySign: false,
  find: findBareMaths,
};

function findBareMaths(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const repairs: Repair[] = [];
  let clauses: number[] | undefined;
  let clause = 0;
  const hint = maybeName.test(part) ? anyHint : sureHint;
  hint.lastIndex = 0;
  for (let match = hint.exec(part); match; match = hint.exec(part)) {
    if (!isHint(part, match.index, match[1])) continue;
    clauses ??= clausesOf(part);
    while ((clauses[clause + 1] as number) <= match.index) clause++;
    const [from, to] = [clauses[clause] as number, clauses[clause + 1] as number];
    hint.lastIndex = to;
    // The rows of a table are no formulas of their own.
    if (/\\(?:begin|end)\{/.test(part.slice(from, to))) continue;
    for (const [first, last, tex] of formulasIn(part.slice(from, to))) {
      const source = part.slice(from + first, from + last);
      const repair =
        source.length > longestFormula ? undefined : mathsRepair(tex(), source, start + from + first);
      if (repair) repairs.push(repair);
    }
  }
  return repairs;
}

/** Where formulas stand in a clause, and what they are as TeX. */
function formulasIn(clause: string): [start: number, end: number, tex: () => string][] {
  const tokens = tokenize(clause);
  return findRuns(tokens).map(({ first, end }) => [
    (tokens[first] as Token).start,
    tokens[end]?.start ?? clause.length,
    () => toTex(tokens.slice(first, end)),
  ]);
}

// A full stop with a space after it, and words that no formula has outside of braces.
const cut = /[{}]|\. | (?=(?:the|of|is|we|that|with|this|from|on) )/g;

/** Where the clauses of a text begin, and where it ends: no formula goes from one to another. */
function clausesOf(text: string): number[] {
  const starts = [0];
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(cut)) {
    if (found === '{') depth++;
    else if (found === '}') depth = Math.max(0, depth - 1);
    else if (found === '. ') {
      depth = 0;
      starts.push(index + 1);
    } else if (depth === 0) starts.push(index);
  }
  starts.push(text.length + 1);
  return starts;
}

/** Whether what was found can be a formula; most names are words, which need not be looked at further. */
function isHint(part: string, index: number, name: string | undefined): boolean {
  if (name === undefined || surelyGreek.has(name) || /^(?:nabla|infty|varnothing|forall)$/.test(name))
    return true;
  if (greek.has(name)) return standsAt(part, index, cueBefore);
  return standsAt(part, index, operandBefore) && standsAt(part, index + 1 + name.length, operandAfter);
}

/** Whether a sticky pattern matches at an index. */
function standsAt(part: string, index: number, pattern: RegExp): boolean {
  pattern.lastIndex = index;
  return pattern.test(part);
}
