import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkMdx);

/** Reads the body of an MDX document, as `remark-mdx` does. */
export function parseMdx(body: string): Root {
  return processor.parse(body);
}
