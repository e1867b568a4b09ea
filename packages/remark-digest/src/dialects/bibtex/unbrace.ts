import { closingBraces } from '../../text/closing-braces.ts';
import { cutEnds } from '../../text/cut-ends.ts';
import { joinTexts, sliceText, type LocatedText } from '../../text/located-text.ts';

// A command or an accent in front of a brace, which is then its argument; also of commands that have lost their backslash.
const beforeArgument =
  /(?:\\(?:[a-zA-Z]+\*?|["'`^~=.])|\b(?:math[a-z]+|text[a-z]{2}|sqrt|frac|emph)|[_^\]])$/;
// `{\"e}`, `{\'{\i}}`, `{\ss}`, `{\bf …}`: the brace belongs to the command.
const withCommand = /^\{\\(?:["'`^~=.]\s*(?:\\?[a-zA-Z]|\{\\?[a-zA-Z]\})\}|[a-zA-Z])/;
const command = /\\[a-zA-Z]{2,}\*?$/;
/** The longest stretch of words, in UTF-16 units, that somebody puts into braces to keep its capitals. */
const longestWords = 200;
const words = /^(?:\\[%&_#$]|[\p{L}\p{N}\s.'’:&/+-])*$/u;

/** How braces that mean nothing are told from others. */
export interface UnbraceOptions {
  /** Whether braces around anything but words stay, as those of a set do. */
  wordsOnly: boolean;
}

/**
 * Takes out the braces with which BibTeX keeps capitals. Those of formulas, of commands and of accents stay, and those that don't
 * close.
 */
export function unbrace(text: LocatedText, { wordsOnly }: UnbraceOptions): LocatedText {
  const { value } = text;
  if (!value.includes('{')) return text;
  const closing = closingBraces(hideEscaped(value));
  const formulas = formulasIn(value);
  const argumentEnds = new Set<number>();
  const dropped: number[] = [];
  let formula = 0;
  let [first, last] = cutEnds(value);
  for (const [open, close] of [...closing].sort(([a], [b]) => a - b)) {
    while (formula < formulas.length && (formulas[formula]?.end ?? 0) <= open) formula++;
    const inFormula = (formulas[formula]?.start ?? Infinity) < open;
    const before = value.slice(Math.max(0, open - 24), open);
    if (command.test(before) || argumentEnds.has(open - 1)) argumentEnds.add(close);
    else if (inFormula || beforeArgument.test(before) || withCommand.test(value.slice(open, open + 12))) {
      continue;
    } else if (open === first && close === last - 1) {
      dropped.push(open, close);
      first++;
      last--;
    } else if (!wordsOnly || isWords(value, open + 1, close)) dropped.push(open, close);
  }
  if (dropped.length === 0) return text;
  const parts: LocatedText[] = [];
  let done = 0;
  for (const index of dropped.sort((a, b) => a - b)) {
    parts.push(sliceText(text, done, index));
    done = index + 1;
  }
  parts.push(sliceText(text, done));
  return joinTexts(parts, '');
}

function isWords(value: string, start: number, end: number): boolean {
  return end - start <= longestWords && words.test(value.slice(start, end).replace(/[{}]/g, ''));
}

/** The text with other signs in the place of escaped braces. */
function hideEscaped(value: string): string {
  return value.includes('\\') ? value.replace(/\\[{}\\]/g, '\\ ') : value;
}

/** Where formulas stand: between two dollars, or `\(` and `\)`. */
function formulasIn(value: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: { sign: string; index: number } | undefined;
  for (const { 0: sign, index } of value.matchAll(/\\[()[\]$\\]|\$\$?/g)) {
    if (sign === '\\$' || sign === '\\\\') continue;
    const closes = { '\\(': '\\)', '\\[': '\\]', $: '$', $$: '$$' }[open?.sign ?? ''];
    if (open && sign === closes) {
      found.push({ start: open.index, end: index });
      open = undefined;
    } else if (!open && sign !== '\\)' && sign !== '\\]') open = { sign, index };
  }
  return found;
}
