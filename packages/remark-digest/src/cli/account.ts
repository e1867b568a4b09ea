import type { Nodes, Root } from 'mdast';
import type { Node } from 'unist';
import { toLines } from '../lines.ts';
import type { Message } from './messages.ts';

/** How many lines of a digest are where. */
export interface LineAccount {
  /** Lines that are not blank. */
  total: number;
  /** Those inside a node. */
  used: number;
  /** Those in no node that a message names. */
  reported: number;
}

/** The lines of a digest, counted, and those that are nowhere. */
export interface Account {
  lines: LineAccount;
  /** First and last line of each run of lines that are nowhere; blank lines do not part a run. */
  lost: { first: number; last: number }[];
}

/**
 * Counts the lines of a digest.
 *
 * @param messages what was found; the lines that they are about are named
 */
export function accountFor(
  text: string,
  tree: Root,
  messages: readonly Pick<Message, 'line' | 'lastLine'>[],
): Account {
  // A node's lines are those that it holds from their first letter to their last.
  const spans = tree.children
    .flatMap((node) => (node.type === 'digestIssue' ? node.children : [node]))
    .map(({ position }) => [position?.start.offset ?? 0, position?.end.offset ?? 0] as const)
    .sort((a, b) => a[0] - b[0]);
  const named = namedLines(messages);
  const lines: LineAccount = { total: 0, used: 0, reported: 0 };
  const lost: Account['lost'] = [];
  let at = 0;
  let open = false;
  for (const { number, text: words, textStart } of toLines(text)) {
    if (words === '') continue;
    lines.total++;
    while (at < spans.length && (spans[at]?.[1] as number) < textStart + words.length) at++;
    const inside = (spans[at]?.[0] ?? Infinity) <= textStart;
    if (inside) lines.used++;
    else if (named.has(number)) lines.reported++;
    else if (open) (lost.at(-1) as { last: number }).last = number;
    else lost.push({ first: number, last: number });
    open = !inside && !named.has(number);
  }
  return { lines, lost };
}

function namedLines(messages: readonly Pick<Message, 'line' | 'lastLine'>[]): Set<number> {
  const named = new Set<number>();
  for (const { line, lastLine = line } of messages) for (let at = line; at <= lastLine; at++) named.add(at);
  return named;
}

/** How many nodes of a type a tree has. */
export function countNodes(node: Nodes | Node, type: string): number {
  const children = 'children' in node ? (node.children as Node[]) : [];
  const below = children.reduce((sum, child) => sum + countNodes(child, type), 0);
  return below + (node.type === type ? 1 : 0);
}
