import type { Finder, Repair } from '../repair.ts';
import { mathsRepair } from './node.ts';
import { longestFormula } from './render.ts';
import { findRuns } from './runs.ts';
import { toTex } from './to-tex.ts';
import { tokenize, type Token } from './tokens.ts';
import { cues, greek, relations } from './words.ts';

const letter = [...greek].join('|');
const relation = [...relations].join('|');

// What shows a formula without any doubt: a command, an index, a group, a Greek letter of which a number is said.
const surely = [
  String.raw`[\^_]`,
  String.raw`\\(?=[a-zA-Z]{2})`,
  String.raw`[{[](?<=(?:sqrt|frac|math\w{2,4}|[a-z]text).)`,
  String.raw`\{(?=(?:bf|cal|rm|sf|bb) )`,
  String.raw`(?<=sqr)t[ (]`,
  String.raw`(?<=(?:${letter}) ?)[=<>]`,
  String.raw`(?<=(?<![a-zA-Z])[a-zA-Z])(?:times|cdot|circ|oplus|otimes) `,
].join('|');

/** Where a formula may be: a sign that only formulas have, or a name that may be a word. */
const hint = new RegExp(
  String.raw`${surely}|[ (](${relation}|${letter}|nabla|infty|varnothing|forall)\b`,
  'g',
);

// What every sure sign begins with.
const sure = new RegExp(surely);

// Any name. With a space in place of `\s`, V8 takes half as long again.
const anyName = new RegExp(String.raw`[\s(](?:${relation}|${letter}|nabla|infty|varnothing|forall)\b`);

/** What has to stand before and after the name of a relation, and before the name of a letter. */
const operandBefore = new RegExp(String.raw`(?<=\b[b-z]|[\d)}\]]|${letter}|infty|ell)`, 'y');
const operandAfter = new RegExp(String.raw` ?(?:[b-z]\b|[\d({\\]|${letter}|infty|ell)`, 'y');
const cueBefore = new RegExp(`(?<=(?<![a-zA-Z])(?:${[...cues].join('|')}))`, 'y');

/** Finds formulas that stand in the text without any sign around them, with or without their backslashes. */
export const bareMaths: Finder = {
  mayFind: (text) => sure.test(text) || anyName.test(text),
  bySign: false,
  find: findBareMaths,
};

function findBareMaths(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const repairs: Repair[] = [];
  let done = 0;
  hint.lastIndex = 0;
  for (let match = hint.exec(part); match; match = hint.exec(part)) {
    if (!isHint(part, match.index, match[1])) continue;
    const sentence = sentenceAround(part, match.index, done);
    hint.lastIndex = done = sentence.end;
    const tokens = tokenize(part.slice(sentence.start, sentence.end));
    const offset = start + sentence.start;
    for (const { first, end } of findRuns(tokens)) {
      const from = offset + (tokens[first] as Token).start;
      const to = offset + (tokens[end]?.start ?? sentence.end - sentence.start);
      if (to - from > longestFormula) continue;
      const repair = mathsRepair(toTex(tokens.slice(first, end)), text.slice(from, to), from);
      if (repair) repairs.push(repair);
    }
  }
  return repairs;
}

/** Whether what was found can be a formula; most names are words, which need not be looked at further. */
function isHint(part: string, index: number, name: string | undefined): boolean {
  if (name === undefined || /^(?:nabla|infty|varnothing|forall)$/.test(name)) return true;
  if (greek.has(name)) return standsAt(part, index, cueBefore);
  return standsAt(part, index, operandBefore) && standsAt(part, index + 1 + name.length, operandAfter);
}

/** Whether a sticky pattern matches at an index. */
function standsAt(part: string, index: number, pattern: RegExp): boolean {
  pattern.lastIndex = index;
  return pattern.test(part);
}

/** The sentence around an index: no formula goes beyond a full stop with a space after it. */
function sentenceAround(part: string, index: number, from: number): { start: number; end: number } {
  const start = Math.max(from, part.lastIndexOf('. ', index - 1) + 1);
  const end = part.indexOf('. ', index);
  return { start, end: end < 0 ? part.length : end + 1 };
}
