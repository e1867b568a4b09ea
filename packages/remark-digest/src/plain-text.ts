import type { BlockContent, Nodes } from 'mdast';
import { cleanCharacters } from './canonical.ts';
import type { DigestEntry } from './types.ts';

/**
 * Plain text of nodes, blocks apart: what search finds. A formula is the text as it stood, not TeX.
 *
 * @param nodes nodes of a digest's tree
 */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes.map(textOf).filter(Boolean).join('\n\n');
}

function textOf(node: Nodes): string {
  if (node.type === 'inlineMath') return cleanCharacters(node.data.source);
  if (node.type === 'list') return node.children.map(textOf).join('\n');
  if ('children' in node) return node.children.map((child) => textOf(child)).join('');
  return 'value' in node ? node.value : '';
}

/** The blocks of a paper's abstract. */
export function abstractOf(entry: DigestEntry): BlockContent[] {
  const [, ...abstract] = entry.children;
  return abstract;
}
