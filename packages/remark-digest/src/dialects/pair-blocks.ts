import type { Block } from '../lines.ts';
import { lineText } from '../text/digest-text.ts';
import { joinTexts, type LocatedText } from '../text/located-text.ts';
import type { PaperDraft } from './dialect.ts';
import { formOf, proseOf, type Form } from './text-form.ts';

/** Papers, and which of their texts may be something else. */
export interface Pairing {
  papers: PaperDraft[];
  /** Texts taken for abstracts that are as likely titles, each with the title above it. */
  unsure: { title: LocatedText; text: LocatedText }[];
}

/**
 * Tells titles from abstracts in a run of blocks.
 *
 * The rule is the pair: title, abstract, title, abstract. Where a pair is broken (no abstract, an abstract of two
 * paragraphs) the blocks around it tell where, so that one gap does not turn every later title into an abstract. Each
 * block is read as title or abstract at the lowest sum of the {@link costs}, found by dynamic programming (Viterbi,
 * 1967, doi:10.1109/TIT.1967.1054010). What the other reading of a block would cost tells how sure that is.
 */
export function pairBlocks(blocks: readonly Block[]): Pairing {
  if (blocks.length === 0) return { papers: [], unsure: [] };
  const { scales, forward } = cheapest(blocks);
  const backward = walkBack(blocks, scales);
  const papers: { title: LocatedText; paragraphs: LocatedText[] }[] = [];
  const unsure: Pairing['unsure'] = [];
  const roles = rolesOf(blocks, scales, forward);
  for (const [index, role] of roles.entries()) {
    const text = joinTexts((blocks[index] as Block).lines.map(lineText), '\n');
    if (role === 'title') {
      papers.push({ title: text, paragraphs: [] });
      continue;
    }
    const paper = papers.at(-1);
    if (!paper) continue;
    paper.paragraphs.push(text);
    const asTitle = at(forward.title, index) + at(backward.title, index);
    const asAbstract = at(forward.abstract, index) + at(backward.abstract, index);
    if (asTitle - asAbstract < sureBy) unsure.push({ title: paper.title, text });
  }
  return { papers, unsure };
}

/** How badly the beginning of a text fits the rule: the lowest sum of costs, wherever the beginning ends. */
export function pairingCost(beginning: readonly Block[]): number {
  if (beginning.length === 0) return 0;
  const { lowest } = cheapest(beginning, 0);
  return lowest;
}

type Role = 'title' | 'abstract';

/** What each departure from the rule costs; only the order of their sums matters, with room between. */
const costs = {
  /** A title without an abstract. */
  noAbstract: 1,
  /** The same at the end, where the last text of a digest is rather an abstract. */
  noAbstractAtEnd: 1.5,
  /** The same, where the white space leaves room for an abstract that is not there. */
  emptyAbstract: 0.3,
  /** One more paragraph of an abstract. */
  furtherParagraph: 1.2,
};

/** Another reading that costs no more than this in addition is as likely. */
const sureBy = 0.6;

/** How titles are written, and what a block of each form costs as a title and as an abstract. */
interface Style {
  /** What it costs that the titles of a digest are written so. */
  all: number;
  title: Record<Form, number>;
  abstract: Record<Exclude<Form, 'other'>, number>;
}

const styles: readonly Style[] = [
  {
    all: 0,
    title: { sentences: 4, open: 1, sentence: 1.8, other: 0 },
    abstract: { sentences: 0, open: 0, sentence: 0 },
  },
  // Titles that end with a full stop, as PubMed writes them.
  {
    all: 2.2,
    title: { sentences: 4, open: 1, sentence: 0.1, other: 0.4 },
    abstract: { sentences: 0, open: 0, sentence: 0.5 },
  },
];

/** What a block that is no sentence costs as an abstract, by how much it reads like one. */
const otherAsAbstract = { much: 0.8, some: 1.6, none: 2.4 };

/** What the blocks cost in each role. */
interface Scales {
  title: Float64Array;
  abstract: Float64Array;
  /** What a title costs that follows another one. */
  afterTitle: Float64Array;
}

function scalesOf(blocks: readonly Block[], forms: readonly Form[], style: Style): Scales {
  const usualBlank = mostFrequent(blocks.slice(1).map((block) => block.blankBefore));
  return {
    title: Float64Array.from(forms, (form) => style.title[form]),
    abstract: Float64Array.from(forms, (form, index) =>
      form === 'other' ? otherAsAbstract[proseOf(textOf(blocks[index] as Block))] : style.abstract[form],
    ),
    afterTitle: Float64Array.from(blocks, ({ blankBefore }) =>
      blankBefore > 2 * usualBlank ? costs.emptyAbstract : costs.noAbstract,
    ),
  };
}

/** Lowest cost of the blocks up to each one, that one included, by its role. */
interface Walk {
  title: Float64Array;
  abstract: Float64Array;
}

/** Walks in the style that costs least. */
function cheapest(
  blocks: readonly Block[],
  end: number = costs.noAbstractAtEnd,
): { scales: Scales; forward: Walk; lowest: number } {
  const forms = blocks.map((block) => formOf(textOf(block)));
  const walks = styles.map((style) => {
    const scales = scalesOf(blocks, forms, style);
    const forward = walk(scales);
    const last = blocks.length - 1;
    const lowest = style.all + Math.min(at(forward.title, last) + end, at(forward.abstract, last));
    return { scales, forward, lowest };
  });
  return walks.reduce((best, other) => (other.lowest < best.lowest ? other : best));
}

function walk({ title, abstract, afterTitle }: Scales): Walk {
  const found = { title: new Float64Array(title.length), abstract: new Float64Array(title.length) };
  for (let index = 0; index < title.length; index++) {
    const first = index === 0;
    const [lastTitle, lastAbstract] = first
      ? [0, 0]
      : [at(found.title, index - 1), at(found.abstract, index - 1)];
    found.title[index] =
      at(title, index) + (first ? 0 : Math.min(lastTitle + at(afterTitle, index), lastAbstract));
    found.abstract[index] =
      at(abstract, index) + (first ? Infinity : Math.min(lastTitle, lastAbstract + costs.furtherParagraph));
  }
  return found;
}

/** Lowest cost of the blocks below each one, that one not included, by its role. */
function walkBack(blocks: readonly Block[], { title, abstract, afterTitle }: Scales): Walk {
  const length = blocks.length;
  const found = { title: new Float64Array(length), abstract: new Float64Array(length) };
  found.title[length - 1] = costs.noAbstractAtEnd;
  for (let index = length - 2; index >= 0; index--) {
    const asTitle = at(title, index + 1) + at(found.title, index + 1);
    const asAbstract = at(abstract, index + 1) + at(found.abstract, index + 1);
    found.title[index] = Math.min(asTitle + at(afterTitle, index + 1), asAbstract);
    found.abstract[index] = Math.min(asTitle, asAbstract + costs.furtherParagraph);
  }
  return found;
}

function rolesOf(blocks: readonly Block[], { afterTitle }: Scales, { title, abstract }: Walk): Role[] {
  const last = blocks.length - 1;
  let role: Role = at(title, last) + costs.noAbstractAtEnd < at(abstract, last) ? 'title' : 'abstract';
  const roles: Role[] = [role];
  for (let index = last; index > 0; index--) {
    const [lastTitle, lastAbstract] = [at(title, index - 1), at(abstract, index - 1)];
    if (role === 'title') role = lastTitle + at(afterTitle, index) < lastAbstract ? 'title' : 'abstract';
    else role = lastTitle <= lastAbstract + costs.furtherParagraph ? 'title' : 'abstract';
    roles.push(role);
  }
  return roles.toReversed();
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] as number;
}

function textOf({ lines }: Block): string {
  return lines.length === 1 ? (lines[0]?.text ?? '') : lines.map(({ text }) => text).join('\n');
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
}
