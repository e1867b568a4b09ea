import { factKeyOf } from '../../facts/fact-keys.ts';
import { formOf, proseOf } from '../text-form.ts';
import type { BlockSigns } from './block-signs.ts';
import { isLabel, isPartName, keyAtStart } from './evidence.ts';
import { isLinksOnly } from './list-items.ts';
import type { Block } from './outline.ts';

/**
 * The blocks that are a number and a title, with the rest of the paper below them and not indented, by their indices.
 *
 * A list of steps or of points has the same form, so two papers in five have a line of their own that leads to them.
 */
export function numberedTitles(blocks: readonly Block[], signs: BlockSigns): ReadonlySet<number> {
  const found = new Set<number>();
  let addressed = 0;
  for (const [index, block] of blocks.entries()) {
    if (!isNumberedTitle(block, signs)) continue;
    let [hasText, hasAddress] = [false, false];
    for (let at = index + 1; at < blocks.length; at++) {
      const below = blocks[at] as Block;
      if ((below.kind !== 'paragraph' && below.kind !== 'quote') || isNumberedTitle(below, signs)) break;
      const isAddress = signs.rowsOf(below).some((row) => isAddressLine(row, signs));
      hasAddress ||= isAddress;
      hasText ||= !isAddress;
    }
    if (!hasText && !hasAddress) continue;
    found.add(index);
    if (hasAddress) addressed++;
  }
  return addressed > 0 && addressed * 5 >= found.size * 2 ? found : new Set();
}

function isNumberedTitle(block: Block, signs: BlockSigns): boolean {
  if (block.first !== block.last || (block.kind !== 'item' && block.kind !== 'paragraph')) return false;
  const title = /^\d{1,4}[.)、]\s?(?<title>\S.{5,300})$/.exec(signs.text(block))?.groups?.['title'];
  return (
    title !== undefined &&
    !signs.isAbout(title) &&
    !isLabel(title) &&
    !isPartName(title) &&
    keyAtStart(title) === undefined &&
    formOf(title) === 'other' &&
    proseOf(title) !== 'much'
  );
}

/** Whether a line is the address of a paper, alone or behind the word for it. */
function isAddressLine(line: string, signs: BlockSigns): boolean {
  if (!signs.isAbout(line)) return false;
  const key = keyAtStart(line);
  if (key !== undefined) return !/^(?:abstract|none)$/.test(factKeyOf(key)?.role ?? 'none');
  return isLinksOnly(line) || /^<?https?:\/\/\S+$/.test(line);
}
