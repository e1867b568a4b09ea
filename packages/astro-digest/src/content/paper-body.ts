import type { Node } from 'unist';
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { FromDigestOptions } from 'remark-digest';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { mendMaths } from './mend-maths.ts';
import { oneLine, PaperFileError } from './paper-file-error.ts';
import { toHtml } from './to-html.ts';

/** What follows the front matter of a paper's file. */
export interface PaperBody {
  /** Whether it has JSX, an expression, an import or an export. */
  live: boolean;
  /** Whether there is nothing. */
  empty: boolean;
  /** Its plain text. */
  text: string;
  /** It as HTML, unless it is live: then `@astrojs/mdx` renders it. */
  html?: string;
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/**
 * Reads the body of a paper's file: any MDX.
 *
 * @param body lines before it may be blank, so that a line has the number that it has in the file
 * @param inline what is mended in digests; of it, maths counts here
 * @throws PaperFileError with the place, when the MDX can't be read
 */
export function readPaperBody(body: string, inline?: FromDigestOptions['inline']): PaperBody {
  let tree: Root;
  try {
    tree = processor.parse(body);
  } catch (error) {
    const { reason, place } = error as {
      reason?: string;
      place?: { line?: number; start?: { line: number; column: number } };
    };
    const start = (place && 'start' in place ? place.start : place) as
      | { line?: number; column?: number }
      | undefined;
    throw new PaperFileError(
      'invalid-mdx',
      `This is not valid MDX (${oneLine(reason ?? String(error))}): correct it here.`,
      { line: start?.line ?? 1, column: start?.column ?? 1 },
    );
  }
  const live = hasCode(tree);
  return {
    live,
    empty: tree.children.length === 0,
    text: tree.children
      .filter((node) => node.type !== 'mdxjsEsm')
      .map(plainText)
      .filter(Boolean)
      .join('\n\n'),
    ...(live ? {} : { html: toHtml(mendMaths(tree.children, inline)) }),
  };
}

function hasCode(node: Node): boolean {
  if (node.type.startsWith('mdx')) return true;
  return 'children' in node && (node.children as Node[]).some(hasCode);
}

/** The text of a block, without its expressions. */
function plainText(node: RootContent): string {
  const withoutCode = (node: Node): Node =>
    'children' in node
      ? ({
          ...node,
          children: (node.children as Node[])
            .filter((child) => !child.type.endsWith('Expression'))
            .map(withoutCode),
        } as Node)
      : node;
  return toString(withoutCode(node)).trim();
}
