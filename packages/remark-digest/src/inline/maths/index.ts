import type { Repair } from '../repair.ts';
import { longestFormula, renderMaths } from './render.ts';
import { findRuns } from './runs.ts';
import { toTex } from './to-tex.ts';
import { tokenize, type Token } from './tokens.ts';
import { cues, greek, relations } from './words.ts';

// `$…$` and `$$…$$`, `\(…\)` and `\[…\]`. Money has a space, or nothing, before its second dollar, or a digit after it.
const delimited =
  /(?<![\\\p{L}\p{N}$])(?<dollars>\$\$?)(?=[^\s$])(?<tex>(?:\\[^]|[^$\\])*?)(?<=\S)\k<dollars>(?![\d$])|\\\((?<round>[^$]{0,1000}?)\\\)|\\\[(?<square>[^$]{0,1000}?)\\\]/gu;

/** Finds formulas between TeX's own signs. */
export function findDelimitedMaths(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  if (!/\$|\\[([]/.test(part)) return [];
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
  String.raw`[\^_]|\\[a-zA-Z]{2}|(?:sqrt|frac|math\w{2,4})[{[]|\{(?:bf|cal|rm|sf|bb) | (?<name>${relation}|${letter})\b`,
  'g',
);

/** What has to stand before and after the name of a relation. */
const operandBefore = new RegExp(String.raw`(?:\b[b-z]|[\d)}\]]|${letter})$`);
const operandAfter = new RegExp(String.raw`^ ?(?:[b-z]\b|[\d({\\]|${letter})`);

/** Finds formulas that stand in the text without any sign around them, with or without their backslashes. */
export function findBareMaths(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const repairs: Repair[] = [];
  let done = 0;
  for (const match of part.matchAll(hint)) {
    if (match.index < done || !isHint(part, match.index, match.groups?.['name'])) continue;
    const sentence = sentenceAround(part, match.index, done);
    done = sentence.end;
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
  const before = part.slice(Math.max(0, index - 24), index);
  if (greek.has(name)) return cues.has(/[a-zA-Z]*$/.exec(before)?.[0] ?? '');
  return (
    operandBefore.test(before) &&
    operandAfter.test(part.slice(index + 1 + name.length, index + 26 + name.length))
  );
}

/** The sentence around an index: no formula goes beyond a full stop with a space after it. */
function sentenceAround(part: string, index: number, from: number): { start: number; end: number } {
  const start = Math.max(from, part.lastIndexOf('. ', index - 1) + 1);
  const end = part.indexOf('. ', index);
  return { start, end: end < 0 ? part.length : end + 1 };
}

// Signs that TeX's words and typewriters' characters stand for, between numbers or before one in brackets.
const signs =
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

const relationInBrackets = /\((?:geq?|leq?|approx|sim|gg|ll|pm) ?\d/;

/** Finds single signs among numbers: `1.98+/-0.07`, `1920times1080`, `(ge 175B)`. */
export function findSigns(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  if (!part.includes('+') && !part.includes('times') && !relationInBrackets.test(part)) return [];
  return [...part.matchAll(signs)].map((match) => {
    const from = start + match.index;
    const to = from + match[0].length;
    const relation = match.groups?.['relation'];
    const value = relation !== undefined ? `${characters[relation]} ` : match[0] === 'times' ? '×' : ' ± ';
    return { start: from, end: to, nodes: (make) => [make.text(value, from, to)] };
  });
}

function toRepair(tex: string, source: string, start: number): Repair | undefined {
  const hChildren = renderMaths(tex, source);
  if (!hChildren) return undefined;
  return {
    start,
    end: start + source.length,
    nodes: () => [{ type: 'inlineMath', value: tex, data: { source, hName: 'math', hChildren } }],
  };
}
