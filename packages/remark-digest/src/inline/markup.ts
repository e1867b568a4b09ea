import type { PhrasingContent } from 'mdast';
import type { Finder, Repair } from './repair.ts';

type Kind = 'strong' | 'emphasis' | 'plain';

const kinds: Record<string, Kind> = {
  textbf: 'strong',
  textit: 'emphasis',
  textsl: 'emphasis',
  emph: 'emphasis',
  textsc: 'plain',
  texttt: 'plain',
  textrm: 'plain',
  textsf: 'plain',
  underline: 'emphasis',
  bf: 'strong',
  it: 'emphasis',
  em: 'emphasis',
};

// `\textbf{…}`, also without its backslash; `{\bf …}` only with a space after the command. It begins at the brace, which
// is rare in a text, and looks back for the command.
const command =
  /(?<=(?<command>\\?(?:textbf|textit|textsl|emph|textsc|texttt|textrm|textsf|underline)))\{|\{\\?(?<declaration>bf|it|em) /g;

/** Finds TeX's emphasis; what has no end is left as it stands. */
export const markup: Finder = { mayFind: (text) => text.includes('{'), bySign: true, find: findMarkup };

function findMarkup(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const matches = [...part.matchAll(command)];
  if (matches.length === 0) return [];
  const closing = closingBraces(part);
  const repairs: Repair[] = [];
  let done = 0;
  for (const match of matches) {
    const { command = '', declaration } = match.groups ?? {};
    const begin = match.index - command.length;
    const close = closing.get(match.index);
    if (begin < done || close === undefined) continue;
    const from = match.index + match[0].length;
    const content = part.slice(from, close);
    if (content.trim() === '') continue;
    // `{bf 1}_n` is maths: without words in it, or with an index on it.
    if (declaration && (!/\p{L}{2}/u.test(content) || /[_^]/.test(part[close + 1] ?? ''))) continue;
    done = close + 1;
    const source = part.slice(begin, done);
    const kind = kinds[declaration ?? command.replace('\\', '')] ?? 'plain';
    repairs.push({
      start: start + begin,
      end: start + done,
      nodes: ({ inner }) => wrap(kind, inner(start + from, start + close), source),
    });
  }
  return repairs;
}

function wrap(kind: Kind, children: PhrasingContent[], source: string): PhrasingContent[] {
  return kind === 'plain' ? children : [{ type: kind, children, data: { source } }];
}

// Dollars around markup, which say nothing: `$textbf{a} and textbf{b}$` is no formula.
const dollars = /(?<![\\\p{L}\p{N}$])\$(?<content>[^$\n]*(?:textbf|textit|emph)\{[^$\n]*)\$(?!\d)/gu;

/** Finds dollars around TeX's emphasis; they are dropped. */
export const dollarsAroundMarkup: Finder = {
  mayFind: (text) => text.includes('$'),
  bySign: true,
  find: findDollarsAroundMarkup,
};

function findDollarsAroundMarkup(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  return [...part.matchAll(dollars)].map((match) => {
    const from = start + match.index;
    const to = from + match[0].length;
    return {
      start: from,
      end: to,
      nodes: ({ inner, text }) => [
        text('', from, from + 1),
        ...inner(from + 1, to - 1),
        text('', to - 1, to),
      ],
    };
  });
}

/** For each opening brace of a text, the index of the one that closes it. */
export function closingBraces(text: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[{}]/g)) {
    if (sign === '{') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) closing.set(start, index);
    }
  }
  return closing;
}
