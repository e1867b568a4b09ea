import { factKeyOf } from '../../facts/fact-keys.ts';
import { isTitleSummary, type BlockSigns } from './block-signs.ts';
import { columnsOf } from './columns.ts';
import { isPartName, isSponsored, keyAtStart, startsQuoted } from './evidence.ts';
import { areFacts, isLinksOnly, isTitled } from './list-items.ts';
import type { Block } from './outline.ts';
import { isOnlyDate } from './own-blocks.ts';
import type { Section } from './sections.ts';

/** Whether the heading of a section is the title of a paper: an address or facts of one stand there or right below. */
export function isPaperSection(
  { heading, name, blocks: all, children }: Section,
  signs: BlockSigns,
): boolean {
  if (!heading || isPartName(name) || isSponsored(name)) return false;
  // `### Title:` belongs to a record.
  if (/[:：]\W{0,10}$/.test(name) && factKeyOf(name)?.role === 'title') return false;
  if (isOnlyDate(name)) return false;
  const own = signs.text(heading);
  const plain = own.replace(/\(?https?:\S+/g, '');
  if (signs.isAbout(own) && /\p{L}{3}/u.test(plain)) return true;
  if (holdsPaper(all, signs)) return false;
  const other = all.findIndex((block) => block.kind === 'paragraph' && startsQuoted.test(signs.text(block)));
  const blocks = other < 0 ? all : all.slice(0, other);
  // The addresses of one paper have one identifier; where there are more, each stands in a block of its own paper.
  const told = blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'html')
    .map((block) => signs.text(block));
  const ids = told
    .filter((text) => isLinksOnly(text) || keyAtStart(text) !== undefined)
    .flatMap(identifiersIn);
  if (new Set(ids).size > 1) return false;
  const isFactList = areFacts(blocks.filter(({ kind }) => kind === 'item').map((block) => signs.text(block)));
  if (isFactList || blocks.some((block) => block.kind !== 'item' && signs.isFacts(block))) return true;
  // One paper is told of; where several are, each is in a list or a paragraph of its own.
  const about = blocks.filter((block) => block.kind !== 'fence' && signs.isAbout(signs.text(block)));
  const isOne = new Set(about.flatMap((block) => identifiersIn(signs.text(block)))).size < 2;
  if (
    about.length > 0 &&
    isOne &&
    about.every((block) => signs.isLinks(block) || (block.kind !== 'item' && signs.isLinkOnly(block)))
  ) {
    return true;
  }
  return children.some(
    (child) =>
      isPartName(child.name) && child.blocks.some((block) => signs.isFacts(block) || signs.isLinks(block)),
  );
}

/** Whether the first of some blocks that tells of a paper has its title, too: what stands above it is a topic then. */
function holdsPaper(blocks: readonly Block[], signs: BlockSigns): boolean {
  for (const [index, block] of blocks.entries()) {
    const text = signs.text(block);
    if (block.kind === 'table' && columnsOf(signs.lines, block.table)) return true;
    if (block.kind === 'item' && signs.isAbout(text) && isTitled(text)) return true;
    if (block.kind === 'html' && isTitleSummary(text)) return true;
    if (block.kind === 'paragraph' && signs.beginsPaper(block, blocks[index + 1])) {
      if (signs.isAbout(text) || startsQuoted.test(text)) return true;
    }
    if (block.kind !== 'fence' && (signs.isFacts(block) || signs.isLinks(block))) return false;
  }
  return false;
}

/** The arXiv identifiers in a text. */
function identifiersIn(text: string): string[] {
  return [...text.matchAll(/(?<![\d.])\d{4}\.\d{4,5}(?!\d)/g)].map(([id]) => id);
}
