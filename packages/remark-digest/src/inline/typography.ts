import { backslashed, charactersFor } from './accents.ts';
import { matchesBetween, type Finder, type Repair } from './repair.ts';

const doubleQuoted =
  /(?:(?<!`)``(?!`)|(?<![\p{L}\p{N}'’])''(?![;,:.)\]}]))(?=\S)[^`'"\n]*(?:[`'](?!['`])[^`'"\n]*)*(?<=\S)(?:''(?!')|"|’’)/u;
// A straight quote at the beginning alone.
const halfQuoted = /(?<![\p{L}\p{N}"'])"(?=\p{L})[^"'`\n]{1,80}(?<=[\p{L}\p{N}.,!?])''(?!')/u;
// `quiet', but no apostrophe ends it.
const singleQuoted =
  /(?<![\p{L}\p{N}`'\\])`(?=[^\s`'])[^`'\n]{1,120}(?:'(?=\p{L})[^`'\n]{0,80})?(?<=\S)'(?![\p{L}\p{N}'])/u;
// The signs of quotes around something that was mended already.
const quote = /(?<![`\p{L}\p{N}])``(?=[^\s`'])|(?<=[^\s'`]|' )''(?![\p{L}\p{N}'(])/u;
/** What opens a quote that two apostrophes end. */
const opened = /``|\\textquotedblleft|“/;
/** How far before the end of words in quotes their beginning is looked for. */
const longestQuote = 400;
// A tie holds two words together; before a number it says "about", between two numbers "to".
const tie = /(?<=[\p{L}\p{N}.,)\]}$])~(?=[\p{L}\p{N}([\\$])/u;
// Two hyphens between words or with a space on both sides; a hyphen more, or a letter on one side only, is an option or a
// table. Three may stand beside quotes and stops, too.
const dash =
  /(?<=[\p{L}\p{N})\]}%$”’])--(?=[\p{L}\p{N}([\\$“‘{])|(?<=[\p{L}\p{N})\]}%$”’"'.,;:!?])---(?=[\p{L}\p{N}([\\$“‘"'])|(?<=[ ~])---?(?=[ ~])/u;

// Without the names of groups, which cost more than all else.
const pattern = new RegExp(
  [
    doubleQuoted.source,
    halfQuoted.source,
    singleQuoted.source,
    quote.source,
    backslashed,
    tie.source,
    dash.source,
  ].join('|'),
  'gu',
);

/** Finds the characters that TeX writes with others: quotes, dashes, ties, escapes, accents. */
export const typography: Finder = {
  mayFind: (text) => /''|\\|~|--|`|unicode\{|\{(?!\p{ASCII})\p{Script=Latin}\}/u.test(text),
  bySign: true,
  find: findTypography,
};

function findTypography(text: string, start: number, end: number): Repair[] {
  const repairs: Repair[] = [];
  for (const { 0: found, index: from } of matchesBetween(text, pattern, start, end)) {
    const to = from + found.length;
    if (found === "''" && !opened.test(text.slice(Math.max(0, from - longestQuote), from))) continue;
    const isHyphens = found === '--' || found === '---';
    if (found === '~' ? isRange(text, from) : isHyphens && isInName(text, from, found)) continue;
    if (found === '``' && isLiteral(text, to)) continue;
    const quotes = found.length > 2 ? quotesOf(found) : undefined;
    if (quotes) {
      const [open, close, width, widthOfLast] = quotes;
      const last = to - widthOfLast;
      repairs.push({
        start: from,
        end: to,
        nodes: ({ inner, text }) => [
          text(open, from, from + width),
          ...inner(from + width, last),
          text(close, last, to),
        ],
      });
    } else {
      if (found.startsWith('\\"') && isQuoted(text, from)) continue;
      const characters = characterOf(found, /^[\p{L}]{2}/u.test(text.slice(to, to + 2)));
      repairs.push({ start: from, end: to, nodes: (make) => [make.text(characters, from, to)] });
    }
  }
  return repairs;
}

/** The quotes around words, and how many characters each has in TeX. */
function quotesOf(found: string): [open: string, close: string, first: number, last: number] | undefined {
  if (found.startsWith('"')) return ['“', '”', 1, 2];
  if (found.startsWith('``') || found.startsWith("''")) return ['“', '”', 2, found.endsWith('"') ? 1 : 2];
  return found.startsWith('`') ? ['‘', '’', 1, 1] : undefined;
}

/** Whether two backticks end what two begin, as reStructuredText writes code, and no quote. */
function isLiteral(text: string, start: number): boolean {
  return /^[^`'"]{1,80}``/.test(text.slice(start, start + 82));
}

/** How far around an escaped quote another is looked for. */
const aroundQuote = 200;

/** Whether a quote that somebody escaped is near, as in JSON, and no accent: `\"type\": \"owl\"`. */
function isQuoted(text: string, at: number): boolean {
  return /\\"(?=[\s:,.;}\])])/.test(text.slice(Math.max(0, at - aroundQuote), at + aroundQuote));
}

function characterOf(found: string, isBeforeWord: boolean): string {
  if (found === '~') return '\u00A0';
  if (found === '--') return '–';
  if (found === '``') return '“';
  if (found === "''") return '”';
  return found === '---' ? '—' : charactersFor(found, isBeforeWord);
}

/** Whether a tilde stands between two numbers, the first with a unit or without. */
function isRange(text: string, at: number): boolean {
  return (
    /\d/.test(text[at + 1] ?? '') &&
    /(?<![a-zA-Z\d])\d[\d.,]*(?:\\?%|times|[a-zA-Z]{1,2}|[\p{Script=Han}°])?$/u.test(
      text.slice(Math.max(0, at - 16), at),
    )
  );
}

/** Whether two hyphens stand in an option, a path, a file's name, or the name of a folder of downloads: `models--mia--owl`. */
function isInName(text: string, at: number, hyphens: string): boolean {
  // An address in Markdown: `[B](#a---b)`.
  if (/\]\([^\s()]*$/.test(text.slice(Math.max(0, at - 60), at))) return true;
  if (hyphens === '---') return false;
  let from = at;
  while (from > 0 && at - from < 60 && !/\s/.test(text[from - 1] as string)) from--;
  const before = text.slice(from, at);
  const after = /^\S*/.exec(text.slice(at + 2, at + 62))?.[0] ?? '';
  // The rest of a command: `git log --oneline -- path`.
  if (before === '' && / --?[a-z]/.test(text.slice(Math.max(0, at - 60), at))) return true;
  if (/^(?:[-/.~]|(?:models|datasets|spaces)--)/.test(before)) return true;
  if (/^(?:models|datasets|spaces)$/.test(before) && /^[\w.-]+--\w/.test(after)) return true;
  if (/^[\w-]*\.(?:[ch]pp|css|csv|gz|html?|js|json|md|pdf|py|sh|toml|ts|txt|ya?ml|zip)\b/.test(after))
    return true;
  return /[a-z]\/|\/[a-z]/i.test(before) || /[a-z]\/|\/[a-z]/i.test(after);
}
