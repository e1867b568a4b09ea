import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { mdxToMdast, type Features } from 'satteri';
import { unified } from 'unified';

/** One compiler with one set of options. */
export interface Mode {
  name: string;
  parse(document: string): Root;
}

/** `remark-parse` and `remark-mdx`, which `@mdx-js/mdx` is made of. */
export const remarkModes: readonly Mode[] = [
  { name: 'remark-mdx', processor: unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter) },
  {
    name: 'remark-mdx with GFM',
    processor: unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter).use(remarkGfm),
  },
].map(({ name, processor }) => {
  const frozen = processor.freeze();
  return { name, parse: (document) => frozen.parse(document) };
});

/** Every feature that Sätteri has on or off; front matter stays on, as everywhere. */
export const satteriFeatures = [
  'gfm',
  'math',
  'headingAttributes',
  'directive',
  'superscript',
  'subscript',
  'wikilinks',
  'definitionList',
  'smartPunctuation',
] as const satisfies readonly (keyof Features)[];

/** Sätteri with the features whose bits are set. */
export function satteriMode(bits: number): Mode {
  const on = satteriFeatures.filter((_, index) => bits & (1 << index));
  const features: Features = Object.fromEntries(satteriFeatures.map((name) => [name, on.includes(name)]));
  return {
    name: `Sätteri with ${on.join(', ') || 'nothing'}`,
    parse: (document) => mdxToMdast(document, { features, position: false }) as Root,
  };
}
