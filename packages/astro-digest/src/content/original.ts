import type { Nodes } from 'mdast';
import type { PaperData } from './schemas.ts';

/** A stretch of the text as it stood. */
type Stretch = NonNullable<PaperData['original']>[number];

/**
 * The text of a paper as it stood in its digest, where it was mended: its stretches, in order, mended ones marked.
 *
 * @param nodes the title and the blocks of a paper, as `fromDigest` gives them
 * @returns nothing for a paper that stands as it stood
 */
export function originalOf(nodes: readonly Nodes[]): Stretch[] | undefined {
  const mended = nodes.filter((node) => node.type !== 'digestTitle' || stretchesOf(node).some(isMended));
  const stretches: Stretch[] = [];
  let line: number | undefined;
  for (const node of mended) {
    // A list that was cut out of a paragraph stood on its line.
    if (line !== undefined)
      stretches.push({ text: node.position?.start.line === line ? ' ' : '\n\n', mended: false });
    stretches.push(...stretchesOf(node));
    line = node.position?.end.line;
  }
  return stretches.some(isMended) ? joinAlike(stretches) : undefined;
}

const isMended = (stretch: Stretch): boolean => stretch.mended;

function stretchesOf(node: Nodes): Stretch[] {
  const source = (node.data as { source?: string } | undefined)?.source;
  if (source !== undefined) return [{ text: visible(source), mended: true }];
  if ('children' in node) return node.children.flatMap((child) => stretchesOf(child as Nodes));
  return 'value' in node ? [{ text: node.value, mended: false }] : [];
}

/** What is no character is shown as one, so that it can be seen that something stood there. */
function visible(text: string): string {
  return text.toWellFormed().replace(/[[\p{Cc}\p{Noncharacter_Code_Point}]--[\t\n]]/gv, '\uFFFD');
}

function joinAlike(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.mended === stretch.mended) last.text += stretch.text;
    else joined.push({ ...stretch });
  }
  return joined;
}
