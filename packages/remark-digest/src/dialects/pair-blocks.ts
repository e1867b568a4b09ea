import type { Block } from '../lines.ts';
import type { PaperDraft } from './dialect.ts';

/**
 * Tells titles from abstracts in a run of blocks.
 *
 * The rule is the pair: title, abstract, title, abstract. Where a pair is broken (no abstract, an abstract of two
 * paragraphs) the blocks around it tell where, so that one gap does not turn every later title into an abstract. Each
 * block is read as title or abstract at the lowest sum of the {@link costs}, found by dynamic programming (Viterbi,
 * 1967, doi:10.1109/TIT.1967.1054010). The length of a block plays no part.
 */
export function pairBlocks(blocks: readonly Block[]): PaperDraft[] {
  const papers: PaperDraft[] = [];
  for (const [index, role] of roles(blocks).entries()) {
    const { lines } = blocks[index] as Block;
    if (role === 'title') papers.push({ title: lines, paragraphs: [] });
    else (papers.at(-1) as PaperDraft).paragraphs.push(lines);
  }
  return papers;
}

type Role = 'title' | 'abstract';

/** What each departure from the rule costs; only their order matters, with room between. */
const costs = {
  /** A block that reads like sentences, taken as a title. */
  proseAsTitle: 2.5,
  /** A block that does not, taken as an abstract. */
  otherAsAbstract: 0.8,
  /** A title without an abstract. */
  noAbstract: 1,
  /** The same, where the white space leaves room for an abstract that is not there. */
  emptyAbstract: 0.3,
  /** One more paragraph of an abstract. */
  furtherParagraph: 1.2,
};

function roles(blocks: readonly Block[]): Role[] {
  const usualBlank = mostFrequent(blocks.slice(1).map((block) => block.blankBefore));
  let title = 0;
  let abstract = Infinity;
  // For each block and each role it can have: the cheapest role of the block before it.
  const before: Record<Role, Role>[] = [];
  for (const [index, block] of blocks.entries()) {
    const prose = isProse(block);
    const noAbstract = block.blankBefore > 2 * usualBlank ? costs.emptyAbstract : costs.noAbstract;
    const first = index === 0;
    const afterTitle = first ? 0 : title + noAbstract;
    const furtherParagraph = abstract + costs.furtherParagraph;
    before.push({
      title: afterTitle < abstract ? 'title' : 'abstract',
      abstract: title <= furtherParagraph ? 'title' : 'abstract',
    });
    const asTitle = Math.min(afterTitle, abstract) + (prose ? costs.proseAsTitle : 0);
    const asAbstract = first
      ? Infinity
      : Math.min(title, furtherParagraph) + (prose ? 0 : costs.otherAsAbstract);
    title = asTitle;
    abstract = asAbstract;
  }
  const found: Role[] = [];
  let role: Role = title + costs.noAbstract < abstract ? 'title' : 'abstract';
  for (let index = blocks.length - 1; index >= 0; index--) {
    found.push(role);
    role = (before[index] as Record<Role, Role>)[role];
  }
  return found.toReversed();
}

// A full stop after a word of three letters or more, a digit or a bracket (so not after "vs." or an initial), then a
// capital; or a full stop at the end.
const sentenceEnd =
  /(?<=[\p{L}\p{N}][\p{L}\p{N}][\p{L}\p{N}%)\]]|[\p{N}%)\]])[.!]["'”’)\]]*(?:$|\s+["'“‘([]?[\p{Lu}\p{Lo}])/u;

/** Whether a block reads like sentences rather than like a title. */
export function isProse(block: Block): boolean {
  return block.lines.length > 2 || sentenceEnd.test(block.lines.map((line) => line.text).join('\n'));
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
}
