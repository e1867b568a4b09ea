import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { LocatedText } from '../../text/located-text.ts';
import { labelKey } from './label-key.ts';

const options = {
  extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmFootnote()],
  mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmFootnoteFromMarkdown()],
};

/** The addresses that `[label]: address` gives to labels, each with the whole line. */
export type Definitions = ReadonlyMap<string, { line: string; url: LocatedText }>;

/**
 * Parses a stretch of Markdown; the offsets of all nodes are those in the whole text.
 *
 * A paper at a time is parsed: the trees of a large file would take a hundred times its size, and the parser more than linear time for one
 * table of thousands of rows.
 *
 * @param above lines that a parser must see above the stretch, such as the head of a table
 */
export function parseStretch(
  value: string,
  start: number,
  end: number,
  definitions: Definitions,
  above = '',
): RootContent[] {
  const stretch = value.slice(start, end);
  const tree: Root = fromMarkdown(above + stretch + definitionsFor(stretch, definitions), options);
  const shift = start - above.length;
  const children = tree.children.filter(
    ({ type, position }) =>
      type !== 'definition' &&
      (position?.end.offset ?? 0) > above.length &&
      (position?.start.offset ?? 0) < above.length + stretch.length,
  );
  for (const child of children) move(child, shift);
  return children;
}

function move(node: Nodes, shift: number): void {
  const { position } = node;
  if (position) {
    position.start.offset = (position.start.offset ?? 0) + shift;
    position.end.offset = (position.end.offset ?? 0) + shift;
  }
  if ('children' in node) for (const child of node.children) move(child, shift);
}

/** The definitions of the labels that a stretch has: they stand somewhere else in the text. */
function definitionsFor(stretch: string, definitions: Definitions): string {
  if (definitions.size === 0 || !stretch.includes('[')) return '';
  const used = new Set<string>();
  for (const [, label = ''] of stretch.matchAll(/\[([^\][]{1,200})\]/g)) {
    const definition = definitions.get(labelKey(label));
    if (definition) used.add(definition.line);
  }
  return used.size === 0 ? '' : `\n\n${[...used].join('\n')}\n`;
}
