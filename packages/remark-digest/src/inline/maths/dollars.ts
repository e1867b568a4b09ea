import { closingBraces } from '../../text/closing-braces.ts';
import type { Finder, Repair } from '../repair.ts';
import { mathsRepair } from './node.ts';
import { longestFormula } from './render.ts';
import { joinCommands } from './split-commands.ts';
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
      const { isDollars } = pair;
      const content = joinCommands(pair.content);
      if (content.trim() === '') return undefined;
      const isRead =
        content.length <= longestFormula &&
        !isGarbled(content) &&
        (!isDollars || isFormula(text, { ...pair, content }));
      return (isRead ? formulaRepair(text, { ...pair, content }) : undefined) ?? leftWhole(pair);
    }),
};

/** Finds dollars around TeX's emphasis, which say nothing: they are dropped. */
export const dollarsAroundMarkup: Finder = {
  mayFind: (text) => text.includes('$'),
  bySign: true,
  find: (text, start, end) => {
    const nested = aroundFormulas(text, start, end);
    const pairs = pairsIn(text, start, end, ({ start: from, end: to, content, isDollars }) =>
      isDollars && isMarkup(content) ? withoutDollars(from, to, (to - from - content.length) / 2) : undefined,
    );
    let done = start;
    return [...nested, ...pairs]
      .sort((a, b) => a.start - b.start)
      .filter((repair) => {
        if (repair.start < done) return false;
        done = repair.end;
        return true;
      });
  },
};

function withoutDollars(from: number, to: number, width: number): Repair {
  return {
    start: from,
    end: to,
    nodes: ({ inner, text }) => [
      text('', from, from + width),
      ...inner(from + width, to - width),
      text('', to - width, to),
    ],
  };
}

/** Dollars around emphasis that has formulas in it: `$\\textbf{OWL$^2$}$`. */
function aroundFormulas(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const matches = [...part.matchAll(/\$\\(?:text(?:bf|it|sl|sc)|emph)(?=\{[^{}$]*\$)/g)];
  if (matches.length === 0) return [];
  const closing = closingBraces(part);
  let done = 0;
  return matches.flatMap(({ 0: found, index }): Repair[] => {
    const close = closing.get(index + found.length);
    if (index < done || close === undefined || part[close + 1] !== '$') return [];
    done = close + 2;
    return [withoutDollars(start + index, start + done, 1)];
  });
}

/** Pairs the signs of formulas, each with the next of its kind, and asks of each pair whether it is one. */
function pairsIn(
  text: string,
  start: number,
  end: number,
  toRepair: (pair: Pair) => Repair | undefined,
): Repair[] {
  const signs = signsIn(text.slice(start, end));
  const repairs: Repair[] = [];
  for (let index = 0; index + 1 < signs.length; index++) {
    const [open, close] = [signs[index], signs[index + 1]] as [Sign, Sign];
    if (closers.get(open.text) !== close.text) continue;
    const from = start + open.index;
    const to = start + close.index + close.text.length;
    const content = text.slice(from + open.text.length, to - close.text.length);
    const repair = toRepair({ start: from, end: to, content, isDollars: open.text.startsWith('$') });
    if (!repair) continue;
    repairs.push(repair);
    index++;
  }
  return repairs;
}

/** A sign that begins or ends a formula. */
interface Sign {
  text: string;
  index: number;
}

/** The signs of a text. Two dollars between two formulas, as in `$a$$b$`, are one of each. */
function signsIn(text: string): Sign[] {
  const signs: Sign[] = [];
  let isOpen = false;
  for (const { 0: sign, index } of text.matchAll(/\\[^]|\$\$?/g)) {
    if (sign === '$$' && isOpen && /\S\$\$\S/.test(text.slice(index - 1, index + 3))) {
      signs.push({ text: '$', index }, { text: '$', index: index + 1 });
    } else if (closers.has(sign) || sign === '\\)' || sign === '\\]') {
      signs.push({ text: sign, index });
      if (sign === '$') isOpen = !isOpen;
    }
  }
  return signs;
}

/** What ends a formula that begins with a sign. */
const closers = new Map([
  ['$', '$'],
  ['$$', '$$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
]);

const markupCommand = /(?:text(?:bf|it|sl|sc|tt)|emph)\{|\\(?:href|url)\{https?:\/\//;

/** Whether there is emphasis or a link between the dollars, and no formula. */
function isMarkup(content: string): boolean {
  if (!markupCommand.test(content) || content.trim() !== content || !hasItsBraces(content)) return false;
  return !/\}[_^]|[_^]\\?text|\\(?!text|emph|href|url|[%&])/.test(content);
}

/** Whether every brace of a text is matched in it. */
function hasItsBraces(content: string): boolean {
  return closingBraces(content).size * 2 === (content.replace(/\\[^]/g, '').match(/[{}]/g) ?? []).length;
}

/** Words that are written out in a formula: their commands, all that stands in an index, and what has one. */
const written =
  /\\(?:text[a-z]*|math(?:rm|sf|it|bf|tt)|operatorname|mbox|begin|end)\*?\s*\{[^{}]*\}|[_^]\{[^{}]*\}|\\[a-zA-Z]+|(?<![a-zA-Z])[a-zA-Z]+(?=[_^])|^[a-zA-Z]+(?= ?=)/g;

/** Words of prose that are no names in a formula. */
const prose =
  /(?<![a-zA-Z\\])(?:a[nst]|and|b[ey]|for|from|i[fnst]|o[fnr]|per|that|the|to|we|with)(?![a-zA-Z])/i;

/** Letters of languages that have no blanks between words. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words that are set as text in a formula. */
const writtenOut = /\\(?:text[a-z]*|mbox|operatorname|mathrm)\*?\s*\{[^{}]*\}/g;

/** Whether a formula has letters that a copy made of TeX's commands: `łn` of `\ln`. */
function isGarbled(content: string): boolean {
  return /(?!\p{ASCII})\p{Script=Latin}|\p{M}|\{\\[a-zA-Z]\}[a-z]|[_^]\\ /u.test(
    content.replace(writtenOut, ' '),
  );
}

/** Signs that only TeX has. */
const texSign = /\\(?:[a-zA-Z]{2}|[{}|,!;: ])|[_^]/;

/** Whether what stands between two dollars is a formula, and not two amounts of money with words between. */
export function isFormula(text: string, { end, content }: Omit<Pair, 'isDollars'>): boolean {
  if (characterOf(content) !== undefined) return true;
  // The names of a shell: `$OWL_HOME TERN=$`.
  if (/^[A-Z]{2,}_[A-Z]{2}/.test(content)) return false;
  const isTex = texSign.test(content);
  const plain = content.replace(written, ' ');
  const words = (plain.match(/\p{L}{3,}/gu) ?? []).filter(
    (word) => !functions.has(word) && !operators.has(word),
  );
  // Prose of a language without blanks, between two formulas.
  if (spaceless.test(plain)) return false;
  if (/^\s|\s$/.test(content)) {
    const isSpaced = isTex || /^\s\p{L}\s?(?:[=<>+].*)?\s$/u.test(content);
    return isSpaced && words.length === 0 && !prose.test(plain);
  }
  if (isTex) {
    const isMoney = /^\d[\d.,]*[kKMB]?\s/.test(content);
    return words.length === 0 || (words.length <= 2 && !isMoney && !(words.length > 1 && prose.test(plain)));
  }
  // `$p<$0.05`, `$n=$ 104`, and `$k-$means`, whose hyphen belongs to the word.
  if (/^\p{L} ?[=<>]$/u.test(content)) return true;
  const after = text[end] ?? '';
  if (/^[\p{L}\d]-$/u.test(content)) return /\p{L}/u.test(after);
  if (/\d/.test(after) || /[-+/:,;=<>–—]$/.test(content) || !isBalanced(content)) return false;
  if (words.length === 0) return !/^\d[\d.,]*\s*[kKMB]?\s+\p{L}{2}/u.test(content);
  if (/\s/.test(content)) return words.length <= 2 && /[=<>]/.test(content) && !/^\d/.test(content);
  return !/[\p{L}]/u.test(after) && !/^\d/.test(content);
}

/**
 * What stands between two of TeX's signs and is a formula that can't be read, as its copy broke it: it stays as it stands,
 * whole. Prose between two amounts of money is none.
 */
function leftWhole({ start, end, content, isDollars }: Pair): Repair | undefined {
  if (isDollars && !texSign.test(content) && !isGarbled(content)) return undefined;
  const plain = content.replace(written, ' ');
  if (prose.test(plain) || (plain.match(/\p{L}{3,}/gu) ?? []).length > 3) return undefined;
  return { start, end, nodes: ({ raw }) => [raw(start, end)] };
}

function isBalanced(content: string): boolean {
  let depth = 0;
  for (const [sign] of content.matchAll(/[([\])]/g)) {
    depth += sign === '(' || sign === '[' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** An index that stands behind the dollars of what has it: `$\ell$_{1}`. */
const outside = /[_^](?:\{[^{}$\\]{1,20}\}|[\da-zA-Z](?![\p{L}\p{N}_]))/uy;

function formulaRepair(text: string, pair: Pair): Repair | undefined {
  const { start } = pair;
  outside.lastIndex = pair.end;
  const script = pair.isDollars && /[\p{L}})\]]$/u.test(pair.content) ? (outside.exec(text)?.[0] ?? '') : '';
  const [end, content] = [pair.end + script.length, `${pair.content}${script}`];
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
export function texOf(content: string): string {
  const tex = /^[\p{L}\d]-$/u.test(content)
    ? `${content.slice(0, -1)}\\text{-}`
    : content.includes('\\')
      ? regrouped(content)
      : toTex(tokenize(content));
  // A sign that begins a comment, or that only tables have.
  const escaped = /\\begin\{/.test(tex) ? tex : tex.replace(/(?<!\\)[%#&]/g, '\\$&');
  return /^[_^]/.test(escaped) ? `{}${escaped}` : escaped;
}

/** Without what only tells where it may stand, and with a blank where a letter's braces were lost: `\\mathcalO`. */
function regrouped(tex: string): string {
  return tex
    .replace(
      /(?<script>[_^])(?<command>\\(?:arg)?(?:max|min|sup|inf|lim|log|dim|det|deg))(?![a-zA-Z])/g,
      '$<script>{$<command>}',
    )
    .replace(/\^-(?<digits>\d+)/g, '^{-$<digits>}')
    .replace(/\\ifmmode\s*(?<maths>[^]{1,40}?)\\else[^]{1,60}?\\fi(?![a-zA-Z])/g, '$<maths>')
    .replace(
      /\\(?<command>math(?:bb|bf|cal|frak|rm|scr|sf)|widetilde|widehat)(?<letter>[A-Z])(?![a-zA-Z])/g,
      '\\$<command> $<letter>',
    );
}
