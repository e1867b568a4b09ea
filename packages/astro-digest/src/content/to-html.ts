import type { Nodes } from 'mdast';
import { toHtml as hastToHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';

/** Renders nodes of a tree to HTML: what markup stands in their text is text. */
export function toHtml(nodes: readonly Nodes[]): string {
  return hastToHtml(toHast({ type: 'root', children: nodes as never }));
}
