import type { Finder, Repair } from '../repair.ts';
import { longestFormula, renderMaths } from './render.ts';
import { findRuns } from './runs.ts';
import { toTex } from './to-tex.ts';
import { tokenize, type Token } from './tokens.ts';
import { cues, greek, relations } from './words.ts';

// `$…$` and `$$…$$`, `\(…\)` and `\[…\]`. Money has a space, or nothing, before its second dollar, or a digit after it.
const delimited =
  /(?<![\\\p{L}\p{N}$])(?<dollars>\$\$?)(?=[^\s$])(?<tex>(?:\\[^]|[^$\\])*?)(?<=\S)\k<dollars>(?![\d$])|\\\((?<round>[^$]{0,1000}?)\\\)|\\\[(?<square>[^$]{0,1000}?)\\\]/gu;

/** Finds formulas between TeX's own signs. */
export const delimitedMaths: Finder = {
  mayFind: (text) => /[$\\]/.test(text),
  bySign: true,
  find: findDelimitedMaths,
};

function findDelimitedMaths(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const repairs: Repair[] = [];
  for (const match of part.matchAll(delimited)) {
    const { tex, round, square } = match.groups ?? {};
    const content = (tex ?? round ?? square ?? '').trim();
    if (content === '' || (tex !== undefined && !isFormula(content))) continue;
    const repair = toRepair(
      content.includes('\\') ? content : toTex(tokenize(content)),
      match[0],
      start + match.index,
    );
    if (repair) repairs.push(repair);
  }
  return repairs;
}

/** Whether what stands between two dollars is a formula, and not two amounts of money with words between. */
function isFormula(content: string): boolean {
  const plain = content.replace(/\\(?:text|mathrm|operatorname|mbox)\{[^}]*\}|\\[a-zA-Z]+/g, ' ');
  if (/^\d[\d.,]*[kKMB]?(?:\s+\p{L}|$|[-–])/u.test(plain) && !/[\^_=<>]/.test(plain))
    return /^\d+$/.test(plain) && content === plain;
  return tokenize(plain).every(({ kind, text }) => kind !== 'word' || !/^\p{L}{3,}/u.test(text));
}

const letter = [...greek].join('|');
const relation = [...relations].join('|');

/** Where a formula may be: a sign that only formulas have, or a name that may be a word. */
const hint = new RegExp(
  String.raw`[\^_]|\\(?=[a-zA-Z]{2})|[{[](?<=(?:sqrt|frac|math\w{2,4}).)|\{(?=(?:bf|cal|rm|sf|bb) )| (${relation}|${letter})\b`,
  'g',
);

/** What every hint begins with, but for the names. */
const mathsSign = /[\^_\\{[]/;

// Any name. With a space in place of `\s`, V8 takes half as long again.
const anyName = new RegExp(String.raw`\s(?:${relation}|${letter})\b`);

/** What has to stand before and after the name of a relation, and before the name of a letter. */
const operandBefore = new RegExp(String.raw`(?<=\b[b-z]|[\d)}\]]|${letter})`, 'y');
const operandAfter = new RegExp(String.raw` ?(?:[b-z]\b|[\d({\\]|${letter})`, 'y');
const cueBefore = new RegExp(`(?<=(?<![a-zA-Z])(?:${[...cues].join('|')}))`, 'y');

/** Finds formulas that stand in the text without any sign around them, with or without their backslashes. */
export const bareMaths: Finder = {
  mayFind: (text) => mathsSign.test(text) || anyName.test(text),
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
      const repair = toRepair(toTex(tokens.slice(first, end)), text.slice(from, to), from);
      if (repair) repairs.push(repair);
    }
  }
  return repairs;
}

/** Whether what was found can be a formula; most names are words, which need not be looked at further. */
function isHint(part: string, index: number, name: string | undefined): boolean {
  if (name === undefined) return true;
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

// Signs that TeX's words and typewriters' characters stand for, between numbers or before one in brackets.
const signPattern =
  /(?<=\d) ?\+\/?- ?(?=\d)|(?<=\d)times(?=\d)|(?<=\()(?<relation>ge|geq|le|leq|approx|sim|gg|ll|pm) ?(?=\d)/g;

const characters: Record<string, string> = {
  ge: '≥',
  geq: '≥',
  le: '≤',
  leq: '≤',
  approx: '≈',
  sim: '∼',
  gg: '≫',
  ll: '≪',
  pm: '±',
};

// What comes after the first character is looked ahead for: V8 skips quickly to one of a few characters, but not to one of
// a few words.
const maySign = /\+|\d(?=times\d)|\((?=(?:geq?|leq?|approx|sim|gg|ll|pm) ?\d)/;

/** Finds single signs among numbers: `1.98+/-0.07`, `1920times1080`, `(ge 175B)`. */
export const signs: Finder = {
  mayFind: (text) => maySign.test(text),
  bySign: false,
  find: findSigns,
};

function findSigns(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  return [...part.matchAll(signPattern)].map((match) => {
    const from = start + match.index;
    const to = from + match[0].length;
    const relation = match.groups?.['relation'];
    const value = relation !== undefined ? `${characters[relation]} ` : match[0] === 'times' ? '×' : ' ± ';
    return { start: from, end: to, nodes: (make) => [make.text(value, from, to)] };
  });
}

function toRepair(tex: string, source: string, start: number): Repair | undefined {
  const data = renderMaths(tex, source);
  if (!data) return undefined;
  return {
    start,
    end: start + source.length,
    nodes: () => [{ type: 'inlineMath', value: tex, data }],
  };
}
