import type { Finder, Repair } from '../repair.ts';
import { mathsRepair } from './node.ts';
import { longestFormula } from './render.ts';
import { toTex } from './to-tex.ts';
import { tokenize } from './tokens.ts';
import { characterOf, functions, operators } from './words.ts';

/** What stands between two of TeX's signs for formulas. */
interface Pair {
  /** Index of the first sign. */
  start: number;
  /** Index after the second sign. */
  end: number;
  content: string;
  /** Whether the signs are dollars, which may be money. */
  isDollars: boolean;
}

/** Finds formulas between TeX's own signs: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`. */
export const delimitedMaths: Finder = {
  mayFind: (text) => /[$\\]/.test(text),
  bySign: true,
  find: (text, start, end) =>
    pairsIn(text, start, end, (pair) => {
      const { content, isDollars } = pair;
      if (content.trim() === '' || content.length > longestFormula) return undefined;
      if (isDollars && !isFormula(text, pair)) return undefined;
      return formulaRepair(text, pair);
    }),
};

/** Finds dollars around TeX's emphasis, which say nothing: they are dropped. */
export const dollarsAroundMarkup: Finder = {
  mayFind: (text) => text.includes('$'),
  bySign: true,
  find: (text, start, end) =>
    pairsIn(text, start, end, (pair) => {
      const { start: from, end: to, content } = pair;
      if (!pair.isDollars || !isMarkup(content)) return undefined;
      const width = (to - from - content.length) / 2;
      return {
        start: from,
        end: to,
        nodes: ({ inner, text }) => [
          text('', from, from + width),
          ...inner(from + width, to - width),
          text('', to - width, to),
        ],
      };
    }),
};

/** Pairs the signs of formulas, each with the next of its kind, and asks of each pair whether it is one. */
function pairsIn(
  text: string,
  start: number,
  end: number,
  toRepair: (pair: Pair) => Repair | undefined,
): Repair[] {
  const signs = [...text.slice(start, end).matchAll(/\\[^]|\$\$?/g)].filter(
    ({ 0: sign }) => closers.has(sign) || sign === '\\)' || sign === '\\]',
  );
  const repairs: Repair[] = [];
  for (let index = 0; index + 1 < signs.length; index++) {
    const [open, close] = [signs[index], signs[index + 1]] as [RegExpExecArray, RegExpExecArray];
    if (closers.get(open[0]) !== close[0]) continue;
    const from = start + open.index;
    const to = start + close.index + close[0].length;
    const content = text.slice(from + open[0].length, to - close[0].length);
    const repair = toRepair({ start: from, end: to, content, isDollars: open[0].startsWith('$') });
    if (!repair) continue;
    repairs.push(repair);
    index++;
  }
  return repairs;
}

/** What ends a formula that begins with a sign. */
const closers = new Map([
  ['$', '$'],
  ['$$', '$$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
]);

const markupCommand = /(?:text(?:bf|it|sl|sc|tt)|emph)\{/;

/** Whether there is emphasis between the dollars, and no formula. */
function isMarkup(content: string): boolean {
  if (!markupCommand.test(content) || content.trim() !== content) return false;
  return !/\}[_^]|[_^]\\?text|\\(?!text|emph|[%&])/.test(content);
}

/** Words that are written out in a formula: their commands, and all that stands in an index. */
const written =
  /\\(?:text[a-z]*|math(?:rm|sf|it|bf|tt)|operatorname|mbox)\*?\s*\{[^{}]*\}|[_^]\{[^{}]*\}|\\[a-zA-Z]+/g;

/** Signs that only TeX has. */
const texSign = /\\(?:[a-zA-Z]{2}|[{}|,!;: ])|[_^]/;

/** Whether what stands between two dollars is a formula, and not two amounts of money with words between. */
function isFormula(text: string, { end, content }: Pair): boolean {
  if (characterOf(content) !== undefined) return true;
  const isTex = texSign.test(content);
  const plain = content.replace(written, ' ');
  const words = (plain.match(/\p{L}{3,}/gu) ?? []).filter(
    (word) => !functions.has(word) && !operators.has(word),
  );
  const [blankBefore, blankAfter] = [/^\s/.test(content), /\s$/.test(content)];
  if (blankBefore || blankAfter) return isTex && words.length === 0 && blankBefore && blankAfter;
  if (isTex) return words.length === 0 || (words.length <= 2 && !/^\d[\d.,]*[kKMB]?\s/.test(content));
  const after = text[end] ?? '';
  if (/\d/.test(after) || /[-+/:,;=<>–—]$/.test(content) || !isBalanced(content)) return false;
  if (words.length === 0) return !/^\d[\d.,]*\s*[kKMB]?\s+\p{L}{2}/u.test(content);
  if (/\s/.test(content)) return words.length <= 2 && /[=<>]/.test(content) && !/^\d/.test(content);
  return !/[\p{L}]/u.test(after) && !/^\d/.test(content);
}

function isBalanced(content: string): boolean {
  let depth = 0;
  for (const [sign] of content.matchAll(/[([\])]/g)) {
    depth += sign === '(' || sign === '[' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function formulaRepair(text: string, { start, end, content }: Pair): Repair | undefined {
  const [from, to] = withBraces(text, start, end);
  const character = characterOf(content.trim());
  if (character !== undefined) {
    return { start: from, end: to, nodes: (make) => [make.text(character, from, to)] };
  }
  return mathsRepair(texOf(content.trim()), text.slice(from, to), from);
}

/** Takes in the braces that a bibliography puts around a formula: `{$\sim$}`. */
function withBraces(text: string, start: number, end: number): [number, number] {
  if (text[start - 1] !== '{' || text[end] !== '}') return [start, end];
  // Those of a command or an index are its own.
  return /(?:\\[a-zA-Z]*|[a-zA-Z]{3}|[_^}])$/.test(text.slice(Math.max(0, start - 12), start - 1))
    ? [start, end]
    : [start - 1, end + 1];
}

/** A formula as TeX that can be read alone. */
function texOf(content: string): string {
  const tex = content.includes('\\') ? content : toTex(tokenize(content));
  // A sign that begins a comment, or that only tables have.
  const escaped = /\\begin\{/.test(tex) ? tex : tex.replace(/(?<!\\)[%#&]/g, '\\$&');
  return /^[_^]/.test(escaped) ? `{}${escaped}` : escaped;
}
