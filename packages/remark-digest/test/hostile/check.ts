import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { canonicalText, sourceText } from '../../src/canonical.ts';
import type { DigestEntry } from '../../src/index.ts';
import type { Mode } from './modes.ts';

const allowed = new Set(['root', 'paragraph', 'text', 'link', 'emphasis', 'strong', 'list', 'listItem']);
const schemes = /^(?:https?:|mailto:)/i;

/** The texts that a reader must find in the body of a paper's document, one a paragraph. */
export function expectedTexts(entry: DigestEntry): string[] {
  return entry.children
    .slice(1)
    .flatMap(paragraphsIn)
    .map((paragraph) => canonicalText(sourceText(paragraph)))
    .filter((text) => text !== '');
}

/** What is wrong with how a mode reads a document, or nothing; `headings` says that it may have those of papers. */
export function wrongIn(
  mode: Mode,
  document: string,
  expected: readonly string[],
  headings = false,
): string | undefined {
  let tree: Root;
  try {
    tree = mode.parse(document);
  } catch (error) {
    return `${mode.name} throws: ${String(error)}`;
  }
  if (tree.children[0]?.type === 'yaml') tree.children.shift();
  // Below its title a digest that is written whole has nothing that a paper's document does not have.
  if (headings)
    tree.children = tree.children.map((node) =>
      node.type === 'heading' && node.depth === 2 ? { ...node, type: 'paragraph' } : node,
    );
  const foreign = foreignIn(tree);
  if (foreign) return `${mode.name} finds ${foreign}`;
  const found = tree.children.flatMap(paragraphsIn).map((paragraph) => toString(paragraph));
  const at = expected.findIndex((text, index) => text !== found[index]);
  if (at >= 0) return `${mode.name} reads ${JSON.stringify(found[at])} for ${JSON.stringify(expected[at])}`;
  return found.length > expected.length
    ? `${mode.name} reads ${JSON.stringify(found[expected.length])} too`
    : undefined;
}

function paragraphsIn(node: Nodes): Nodes[] {
  if (node.type === 'paragraph') return [node];
  return 'children' in node ? node.children.flatMap(paragraphsIn) : [];
}

function foreignIn(node: Nodes): string | undefined {
  if (!allowed.has(node.type)) return `a node of the type ${node.type}`;
  if (node.type === 'link' && !schemes.test(node.url)) return `a link to ${node.url}`;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const foreign = foreignIn(child);
    if (foreign) return foreign;
  }
  return undefined;
}
