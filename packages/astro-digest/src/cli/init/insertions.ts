import type { ArrayExpression, Node, ObjectExpression } from '@babel/types';
import { Refusal, type Insertion } from './edit.ts';
import { placeOf, type Module, type Placed, type Token } from './module.ts';
import type { Style } from './style.ts';

/**
 * Puts an import behind the last one of a module; where there is none, before the first statement and the comments that
 * belong to it.
 *
 * @param statement the import, as it shall stand
 */
export function addImport(module: Module, statement: string, { lineEnd }: Style): Insertion {
  const { body, directives } = module.program;
  const imports = body.filter(({ type }) => type === 'ImportDeclaration');
  const before = (imports.at(-1) ?? directives.at(-1)) as Placed | undefined;
  if (before) {
    const offset = endOfLine(module, before.end);
    if (offset !== undefined) return { offset, text: `${lineEnd}${statement}` };
    return { offset: before.end, text: `${lineEnd}${statement}${lineEnd}` };
  }
  return { offset: beforeFirstStatement(module), text: `${statement}${lineEnd}${lineEnd}` };
}

/**
 * Appends an item to a list or an object as its other items stand: on the same line, or on one of its own.
 *
 * @throws Refusal when a list ends in a gap
 */
export function appendItem(
  module: Module,
  node: ArrayExpression | ObjectExpression,
  item: string,
  style: Style,
): Insertion[] {
  const { text } = module;
  const { start, end } = node as Placed<typeof node>;
  const close = end - 1;
  const last = node.type === 'ArrayExpression' ? node.elements.at(-1) : node.properties.at(-1);
  if (last === null) throw new Refusal('its list of integrations ends in a gap', placeOf(node));

  const previous = lastToken(module, close);
  const gap = text.slice(previous.end, close);
  const isBroken = /[\r\n]/.test(gap);
  if (!last && !isBroken) return [intoEmpty(module, node, gap, item, style)];

  const hasComma = text[previous.start] === ',';
  const comma = last && !hasComma ? [{ offset: previous.end, text: ',' }] : [];
  if (!isBroken) {
    return hasComma
      ? [{ offset: previous.end, text: ` ${item},` }]
      : [{ offset: previous.end, text: `, ${item}` }];
  }
  const own = last && indentOf(text, (last as Placed).start);
  const indent = own ?? `${lineIndent(text, last ? start : close)}${style.unit}`;
  return [
    ...comma,
    {
      offset: endOfLine(module, previous.end) ?? previous.end,
      text: `${style.lineEnd}${indent}${item}${last && !hasComma ? '' : ','}`,
    },
  ];
}

function intoEmpty(module: Module, node: Node, gap: string, item: string, style: Style): Insertion {
  const { start, end } = node as Placed;
  if (gap === '' && node.type === 'ObjectExpression') {
    const indent = lineIndent(module.text, start);
    const { lineEnd, unit } = style;
    return { offset: end - 1, text: `${lineEnd}${indent}${unit}${item},${lineEnd}${indent}` };
  }
  if (gap.trim() === '') return { offset: start + 1, text: `${gap}${item}` };
  return { offset: end - 1, text: gap.endsWith(' ') ? `${item} ` : ` ${item}` };
}

/** The last token that ends before a place. */
function lastToken({ tokens }: Module, offset: number): Token {
  return tokens.findLast(({ end }) => end <= offset) as Token;
}

/** Where the line ends on which a place is; undefined when there stands more behind it than a comment that ends there, too. */
function endOfLine({ text, tokens, comments }: Module, offset: number): number | undefined {
  const rest = /[\r\n]/.exec(text.slice(offset));
  const end = rest ? offset + rest.index : text.length;
  const isFree =
    !tokens.some((token) => token.start >= offset && token.start < end) &&
    !comments.some((comment) => comment.start < end && comment.end > end);
  return isFree ? end : undefined;
}

/** Indentation of what stands first on its line; undefined when something stands before it. */
function indentOf(text: string, offset: number): string | undefined {
  const before = text.slice(startOfLine(text, offset), offset);
  return before.trim() === '' ? before : undefined;
}

/** Indentation of the line on which a place is. */
function lineIndent(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(startOfLine(text, offset)))?.[0] ?? '';
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Where the first statement begins, with the comments right above it; what stands at the head of the file stays there. */
function beforeFirstStatement({ text, program, comments }: Module): number {
  let place = (program.body[0] as Placed).start;
  for (const comment of comments.filter(({ end }) => end <= place).toReversed()) {
    const isApart = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(text.slice(comment.end, place));
    const isForTheFile = /^\/[/*]\s*@ts-(?:no)?check\b/.test(text.slice(comment.start, comment.end));
    if (isApart || isForTheFile) break;
    place = comment.start;
  }
  return place;
}
