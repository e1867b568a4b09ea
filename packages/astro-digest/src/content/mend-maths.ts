import type { Nodes } from 'mdast';
import { mendText, type FromDigestOptions } from 'remark-digest';

/**
 * Makes maths of the formulas in the texts of nodes, and code of what stands between backticks; links and code stay.
 *
 * A digest that was written as files has both as text, since that is what they are without a theme.
 *
 * @param inline what is mended in digests; of it, maths and code count here
 */
export function mendMaths<Node extends Nodes>(
  nodes: readonly Node[],
  inline: FromDigestOptions['inline'],
): Node[] {
  const { maths = true, code = true } =
    typeof inline === 'object' ? inline : { maths: inline !== false, code: inline !== false };
  if (!maths && !code) return [...nodes];
  const options = { links: false, typography: false, markup: false, lists: false, maths, code };
  const mend = (node: Nodes): Nodes[] => {
    if (node.type === 'text') return mendText(node.value, options);
    if (!('children' in node) || node.type === 'link') return [node];
    return [{ ...node, children: (node.children as Nodes[]).flatMap(mend) } as Nodes];
  };
  return nodes.flatMap((node) => mend(node) as Node[]);
}
