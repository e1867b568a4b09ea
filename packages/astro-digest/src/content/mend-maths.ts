import type { Nodes } from 'mdast';
import { mendText, type FromDigestOptions } from 'remark-digest';

/**
 * Makes maths of the formulas in the texts of nodes; those of links and code stay.
 *
 * @param inline what is mended in digests; of it, maths counts here
 */
export function mendMaths<Node extends Nodes>(
  nodes: readonly Node[],
  inline: FromDigestOptions['inline'],
): Node[] {
  const maths = typeof inline === 'object' ? (inline.maths ?? true) : inline !== false;
  return maths ? nodes.flatMap((node) => mend(node) as Node[]) : [...nodes];
}

function mend(node: Nodes): Nodes[] {
  if (node.type === 'text') return mendText(node.value, { links: false, typography: false, markup: false });
  if (!('children' in node) || node.type === 'link') return [node];
  return [{ ...node, children: (node.children as Nodes[]).flatMap(mend) } as Nodes];
}
