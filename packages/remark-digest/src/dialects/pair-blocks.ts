import type { Block, Line } from '../lines.ts';
import { lineText } from '../text/digest-text.ts';
import { joinTexts, type LocatedText } from '../text/located-text.ts';
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
  const { before, title, abstract } = walk(blocks);
  const roles: Role[] = [];
  let role: Role = title + costs.noAbstract < abstract ? 'title' : 'abstract';
  for (let index = blocks.length - 1; index >= 0; index--) {
    roles.push(role);
    role = (before[index] as Record<Role, Role>)[role];
  }
  const papers: { title: LocatedText; paragraphs: LocatedText[] }[] = [];
  for (const [index, role] of roles.toReversed().entries()) {
    const text = joinTexts((blocks[index] as Block).lines.map(lineText), '\n');
    if (role === 'title') papers.push({ title: text, paragraphs: [] });
    else papers.at(-1)?.paragraphs.push(text);
  }
  return papers;
}

/** How badly the beginning of a text fits the rule: the lowest sum of costs, wherever the beginning ends. */
export function pairingCost(beginning: readonly Block[]): number {
  if (beginning.length === 0) return 0;
  const { title, abstract } = walk(beginning);
  return Math.min(title, abstract);
}

type Role = 'title' | 'abstract';

/** What each departure from the rule costs; only the order of their sums matters, with room between. */
const costs = {
  /** A block of several sentences, taken as a title. */
  sentencesAsTitle: 4,
  /** A block that is one sentence with its full stop, taken as a title. */
  sentenceAsTitle: 1.8,
  /** A block that is neither, taken as an abstract. */
  otherAsAbstract: 0.8,
  /** A title without an abstract. */
  noAbstract: 1,
  /** The same, where the white space leaves room for an abstract that is not there. */
  emptyAbstract: 0.3,
  /** One more paragraph of an abstract. */
  furtherParagraph: 1.2,
};

function walk(blocks: readonly Block[]) {
  const usualBlank = mostFrequent(blocks.slice(1).map((block) => block.blankBefore));
  // Lowest cost of the blocks so far, by the role of the last one.
  let title = 0;
  let abstract = Infinity;
  // For each block and each role it can have: the cheapest role of the block before it.
  const before: Record<Role, Role>[] = [];
  for (const [index, block] of blocks.entries()) {
    const form = formOfLines(block.lines);
    const noAbstract = block.blankBefore > 2 * usualBlank ? costs.emptyAbstract : costs.noAbstract;
    const first = index === 0;
    const afterTitle = first ? 0 : title + noAbstract;
    const furtherParagraph = abstract + costs.furtherParagraph;
    before.push({
      title: afterTitle < abstract ? 'title' : 'abstract',
      abstract: title <= furtherParagraph ? 'title' : 'abstract',
    });
    const asTitle = { sentences: costs.sentencesAsTitle, sentence: costs.sentenceAsTitle, other: 0 }[form];
    const asAbstract = form === 'other' ? costs.otherAsAbstract : 0;
    const titleCost = Math.min(afterTitle, abstract) + asTitle;
    abstract = first ? Infinity : Math.min(title, furtherParagraph) + asAbstract;
    title = titleCost;
  }
  return { before, title, abstract };
}

// A full stop after two letters or more, a digit or a bracket (so not after an initial), then a capital.
const sentenceEnd =
  /(?<=[\p{L}\p{N}]{2}|[\p{N}%)\]])(?<!\bvs)[.]["'”’)\]]*\s+["'“‘([]?[\p{Lu}\p{Lo}]|[。！？](?=.)/u;
const atEnd = /[.。！？]["'”’」）)\]]*$/;

function formOfLines(lines: readonly Line[]) {
  return formOf(lines.length === 1 ? (lines[0] as Line).text : lines.map((line) => line.text).join('\n'));
}

/** Whether a text reads like sentences, like one sentence with its full stop, or like something else. */
export function formOf(text: string): 'sentences' | 'sentence' | 'other' {
  if (sentenceEnd.test(text)) return 'sentences';
  return atEnd.test(text) ? 'sentence' : 'other';
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
}
