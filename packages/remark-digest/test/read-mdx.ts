import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** What a reader of MDX finds in a document that `toMdx` wrote. */
export interface ReadMdx {
  /** The lines between the fences. */
  frontMatter: string[];
  /** The text of each block below the front matter. */
  blocks: string[];
  /** Every type of node in the body, each once, sorted. */
  types: string[];
  /** The addresses of the links. */
  urls: string[];
}

/** Reads an MDX document as `@mdx-js/mdx` does: the front matter first, the rest with `remark-parse` and `remark-mdx`. */
export function readMdx(document: string): ReadMdx {
  const { frontMatter = '', body = '' } =
    /^---\n(?<frontMatter>[^]*?\n)---\n(?<body>[^]*)$/.exec(document)?.groups ?? {};
  const tree: Root = unified().use(remarkParse).use(remarkMdx).parse(body);
  const types = new Set<string>();
  const urls: string[] = [];
  visit(tree, (node) => {
    types.add(node.type);
    if ('url' in node) urls.push(node.url);
  });
  return {
    frontMatter: frontMatter.split('\n').slice(0, -1),
    blocks: tree.children.map((node) => toString(node)),
    types: [...types].sort(),
    urls,
  };
}
