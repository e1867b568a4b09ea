import { closingBraces } from '../../text/closing-braces.ts';
import type { Finder, Repair } from '../repair.ts';
import { texOf } from './dollars.ts';
import { mathsRepair } from './node.ts';
import { characterOf } from './words.ts';

const command =
  /\\ensuremath\{|\\ifmmode ?(?<maths>[^]{1,40}?)\\else ?(?<words>[^]{1,60}?)\\fi(?![a-zA-Z])(?:\{\})?/g;

/**
 * Finds `\ensuremath{…}` and `\ifmmode…\else…\fi`, which are a formula wherever they stand; with an index behind them, they are
 * part of a larger one.
 */
export const ensuredMaths: Finder = {
  mayFind: (text) => /\\ensuremath\{|\\ifmmode/.test(text),
  bySign: true,
  find: findEnsured,
};

function findEnsured(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const closing = closingBraces(part);
  const repairs: Repair[] = [];
  let done = 0;
  for (const { 0: found, index, groups } of part.matchAll(command)) {
    const [from, maths] = [index + found.length, groups?.['maths']];
    const close = maths === undefined ? closing.get(from - 1) : from - 1;
    if (index < done || close === undefined || /[_^}{]/.test(part[close + 1] ?? '')) continue;
    const content = (maths ?? part.slice(from, close)).trim();
    const words = groups?.['words'];
    const [begin, until] = [start + index, start + close + 1];
    const repair =
      words === undefined || characterOf(content) !== undefined
        ? repairOf(content, text, begin, until)
        : wordsOf(begin, until, begin + found.lastIndexOf(words), words.length);
    if (!repair) continue;
    repairs.push(repair);
    done = close + 1;
  }
  return repairs;
}

function repairOf(content: string, text: string, start: number, end: number): Repair | undefined {
  // An accent whose letter the copy lost.
  if (/\{\s*\}$/.test(content)) return { start, end, nodes: (make) => [make.raw(start, end)] };
  const character = characterOf(content);
  if (character === undefined) return mathsRepair(texOf(content), text.slice(start, end), start);
  return { start, end, nodes: (make) => [make.text(character, start, end)] };
}

/** What stands there outside of formulas: of a letter with an accent, that letter. */
function wordsOf(start: number, end: number, from: number, length: number): Repair {
  return { start, end, nodes: (make) => make.inner(from, from + length) };
}
