import type { BlockContent, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { DigestEntry } from '../../src/index.ts';
import type { Random } from './random.ts';
import { hostileText } from './text.ts';
import { words } from './words.ts';

/** A paper whose abstract has styles, links, maths and lists in any order, which no dialect need be able to give. */
export function hostileEntry(random: Random): DigestEntry {
  const blocks: BlockContent[] = [];
  for (let count = 1 + random.below(3); count > 0; count--) blocks.push(hostileBlock(random));
  return {
    type: 'digestEntry',
    title: hostileText(random),
    slug: 'paper',
    order: 1,
    links: [{ url: hostileAddress(random), kind: 'project' }],
    authors: [hostileText(random)],
    submittedBy: hostileText(random),
    children: [{ type: 'digestTitle', children: hostilePhrasing(random, 1) }, ...blocks],
  };
}

function hostileBlock(random: Random): BlockContent {
  const paragraph = (): Paragraph => ({ type: 'paragraph', children: hostilePhrasing(random, 2) });
  if (random.below(4) > 0) return paragraph();
  const items: ListItem[] = [];
  for (let count = 1 + random.below(3); count > 0; count--) {
    items.push({ type: 'listItem', spread: false, children: [paragraph()] });
  }
  return { type: 'list', ordered: false, spread: false, children: items };
}

function hostilePhrasing(random: Random, depth: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let count = 1 + random.below(4); count > 0; count--) nodes.push(hostileNode(random, depth));
  return nodes;
}

function hostileNode(random: Random, depth: number): PhrasingContent {
  const children = () => hostilePhrasing(random, depth - 1);
  switch (depth > 0 ? random.below(8) : 0) {
    case 1:
      return { type: 'strong', children: children() };
    case 2:
      return { type: 'emphasis', children: children() };
    case 3:
      return { type: 'link', url: hostileAddress(random), children: children() };
    case 4: {
      const source = hostileText(random);
      return { type: 'inlineMath', value: `TeX of ${source}`, data: { source, hChildren: [] } };
    }
    default:
      return { type: 'text', value: random.below(2) === 0 ? hostileText(random) : random.pick(words) };
  }
}

function hostileAddress(random: Random): string {
  const scheme = random.pick([
    'https://a.b/',
    'http://a.b/',
    'mailto:a@b.c?',
    'https://',
    'javascript:',
    'data:',
    '//',
    '/',
    '',
  ]);
  return scheme + hostileText(random);
}
