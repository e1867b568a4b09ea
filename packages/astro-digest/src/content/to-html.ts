import type { Nodes } from 'mdast';
import { toHtml as hastToHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import type { InlineMath } from 'remark-digest';
import { mathsToHtml } from './maths-to-html.ts';

const handlers = {
  inlineMath: (_: unknown, node: InlineMath) => ({ type: 'raw' as const, value: mathsToHtml(node) }),
};

/** Renders nodes of a tree to HTML: what markup stands in their text is text. */
export function toHtml(nodes: readonly Nodes[]): string {
  const tree = toHast({ type: 'root', children: nodes as never }, { handlers });
  // What is raw is a formula: `toHast` leaves out the HTML of a tree.
  return hastToHtml(tree, { allowDangerousHtml: true });
}
