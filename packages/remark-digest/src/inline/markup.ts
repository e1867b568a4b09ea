import type { PhrasingContent } from 'mdast';
import { codeNodes, unescaped } from './code.ts';
import { scriptNode } from './maths/node.ts';
import { closingBraces } from '../text/closing-braces.ts';
import type { Finder, Make, Repair } from './repair.ts';

type Kind = 'strong' | 'emphasis' | 'plain' | 'code' | 'quotes' | 'note' | 'citation' | 'sup' | 'sub';

const kinds: Record<string, Kind> = {
  textbf: 'strong',
  textit: 'emphasis',
  textsl: 'emphasis',
  emph: 'emphasis',
  textsc: 'plain',
  texttt: 'code',
  textrm: 'plain',
  textsf: 'plain',
  textup: 'plain',
  textmd: 'plain',
  textnormal: 'plain',
  mbox: 'plain',
  textcolor: 'plain',
  texorpdfstring: 'plain',
  underline: 'emphasis',
  uline: 'emphasis',
  enquote: 'quotes',
  footnote: 'note',
  cite: 'citation',
  citep: 'citation',
  citet: 'citation',
  parencite: 'citation',
  textcite: 'citation',
  autocite: 'citation',
  textsuperscript: 'sup',
  textsubscript: 'sub',
  // A bar below a letter is rare; who writes this in an abstract means bold.
  b: 'strong',
  bf: 'strong',
  bfseries: 'strong',
  it: 'emphasis',
  itshape: 'emphasis',
  sl: 'emphasis',
  em: 'emphasis',
  sc: 'plain',
  scshape: 'plain',
  sf: 'plain',
  rm: 'plain',
  tt: 'code',
  ttfamily: 'code',
  small: 'plain',
  footnotesize: 'plain',
  tiny: 'plain',
  large: 'plain',
  normalfont: 'plain',
};

// `\textbf{…}`, also without its backslash; `{\bf …}` only with a space after the command. It begins at the brace, which
// is rare in a text, and looks back for the command.
const command = new RegExp(
  String.raw`(?<=(?<![_^]\{?\\?)(?<command>\\?(?:text(?:bf|it|sl|sc|tt|rm|sf|up|md|normal|superscript|subscript)|emph|underline|uline)` +
    String.raw`|\\?textcolor ?\{[^{}]{0,40}\}|\\(?:enquote|footnote|cite[pt]?|parencite|textcite|autocite|mbox|texorpdfstring|b|text(?=\{[^{}$_^\\]{1,60}\}(?![_^])))))\{` +
    String.raw`|\{(?:\\(?<declaration>bf|it|em|sl|sc|sf|rm|tt|bfseries|itshape|scshape|ttfamily|small|footnotesize|tiny|large|normalfont)(?![a-zA-Z]) ?|(?<bare>bf|it|em|tt) )` +
    String.raw`|(?<![*a-zA-Z\d\\])\*\*(?=[^\s*])(?<stars>[^*\n]*[^*\s])\*\*(?![*a-zA-Z\d])`,
  'g',
);

/** Finds TeX's emphasis, and Markdown's strong text; what has no end is left as it stands. */
export const markup: Finder = { mayFind: (text) => /\{|\*\*/.test(text), bySign: true, find: findMarkup };

function findMarkup(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  const matches = [...part.matchAll(command)];
  if (matches.length === 0) return [];
  const closing = closingBraces(part);
  const repairs: Repair[] = [];
  let done = 0;
  for (const match of matches) {
    const { command = '', declaration, bare, stars } = match.groups ?? {};
    const name = declaration ?? bare ?? /^\\?(?<name>[a-z]*)/.exec(command)?.groups?.['name'] ?? '';
    const begin = match.index - command.length;
    const from = match.index + (stars === undefined ? match[0].length : 2);
    const close = stars === undefined ? closing.get(match.index) : from + stars.length;
    if (begin < done || close === undefined || part.slice(from, close).trim() === '') continue;
    const isDeclared = declaration !== undefined || bare !== undefined;
    if (isDeclared && isFormula(part, close)) continue;
    done = close + (stars === undefined ? 1 : 2);
    // What is for places without formulas says the same once more.
    if (name === 'texorpdfstring') {
      const second = part[done] === '{' ? closing.get(done) : undefined;
      if (second === undefined) continue;
      done = second + 1;
    }
    const group: Group = {
      begin: start + begin,
      from: start + from,
      to: start + close,
      end: start + done,
      text,
    };
    const kind = stars === undefined ? (kinds[name] ?? 'plain') : 'strong';
    repairs.push({ start: group.begin, end: group.end, nodes: (make) => write(kind, group, make) });
  }
  return repairs;
}

/** Whether an index or exponent stands at the end of a group: `{\bf 1}_n` is maths. */
function isFormula(part: string, close: number): boolean {
  return /[_^]/.test(part[close + 1] ?? '');
}

/** Where a command and its argument stand in a text. */
interface Group {
  text: string;
  begin: number;
  /** Index at which the argument begins. */
  from: number;
  /** Index after the argument. */
  to: number;
  end: number;
}

function write(kind: Kind, group: Group, make: Make): PhrasingContent[] {
  const { text, begin, from, to, end } = group;
  const source = text.slice(begin, end);
  const around = (before: string, after: string): PhrasingContent[] => [
    make.text(before, begin, from),
    ...make.inner(from, to),
    make.text(after, to, end),
  ];
  switch (kind) {
    case 'strong':
    case 'emphasis':
      return [{ type: kind, children: make.inner(from, to), data: { source } }];
    case 'code': {
      const said = unescaped(text.slice(from, to).trim());
      return said === undefined ? make.inner(from, to) : codeNodes(said, source, make, from, to);
    }
    case 'quotes':
      return around('“', '”');
    case 'note':
      return around(/\s/.test(text[begin - 1] ?? ' ') ? '(' : ' (', ')');
    case 'citation':
      return around('[', ']');
    case 'sup':
    case 'sub':
      return scriptNode(kind === 'sup' ? '^' : '_', text.slice(from, to), source) ?? make.inner(from, to);
    default:
      return make.inner(from, to);
  }
}
