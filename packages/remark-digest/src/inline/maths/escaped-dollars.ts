import type { Finder, Repair } from '../repair.ts';
import { isFormula, texOf } from './dollars.ts';
import { mathsRepair } from './node.ts';
import { longestFormula } from './render.ts';
import { characterOf } from './words.ts';

/** Signs that were escaped once too often: by whoever took TeX for plain text. */
const twice = /\\text(?:backslash|braceleft|braceright|asciicircum|asciitilde)(?![a-zA-Z])/;

/**
 * Finds formulas whose signs, and the dollars around them, are escaped: `\$\textbackslash alpha\_1\$`, as programs for
 * bibliographies write a field that has TeX in it already. Without such a sign a text's `\$` are money.
 */
export const escapedDollars: Finder = {
  mayFind: (text) => text.includes('\\$') && twice.test(text),
  bySign: true,
  find: findEscapedDollars,
};

function findEscapedDollars(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const signs = [...part.matchAll(/\\[^]/g)].filter(({ 0: sign }) => sign === '\\$');
  const repairs: Repair[] = [];
  for (let index = 0; index + 1 < signs.length; index++) {
    const from = (signs[index] as RegExpExecArray).index;
    const to = (signs[index + 1] as RegExpExecArray).index + 2;
    if (to - from > longestFormula) continue;
    const content = unescaped(part.slice(from + 2, to - 2));
    const pair = { start: start + from, end: start + to, content };
    const repair = repairOf(text, pair);
    if (!repair) continue;
    repairs.push(repair);
    index++;
  }
  return repairs;
}

function repairOf(text: string, pair: { start: number; end: number; content: string }): Repair | undefined {
  const { start, end } = pair;
  const content = pair.content.trim();
  if (content === '' || content.includes('$') || !isFormula(text, pair)) return undefined;
  const character = characterOf(content);
  if (character === undefined) return mathsRepair(texOf(content), text.slice(start, end), start);
  return { start, end, nodes: (make) => [make.text(character, start, end)] };
}

const escape =
  /\\text(?<name>backslash|braceleft|braceright|asciicircum|asciitilde)(?![a-zA-Z])(?:\{\}| )?|\\(?<sign>[_%&#{}])|\{\$(?<inner>[^${}]*)\$\}/g;

const named: Record<string, string> = {
  backslash: '\\',
  braceleft: '{',
  braceright: '}',
  asciicircum: '^',
  asciitilde: '~',
};

/** Takes one layer of escapes off. */
function unescaped(text: string): string {
  return text.replace(escape, (...found) => {
    const { name, sign, inner } = found.at(-1) as Record<string, string | undefined>;
    return name === undefined ? (sign ?? groupOf(inner ?? '')) : (named[name] ?? '');
  });
}

/** What had dollars of its own: a command in braces, so that it ends there, but not with half of an index. */
function groupOf(inner: string): string {
  const plain = inner.replace(/\\_/g, '_').replace(/\\backslash(?![a-zA-Z]) ?/g, '\\');
  return plain.includes('\\') && !/[\\_^]$/.test(plain) ? `{${plain}}` : plain;
}
