import type { Node } from 'unist';
import type { Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { mendText, type FromDigestOptions } from 'remark-digest';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import { paperFrontMatterSchema, type PaperFrontMatter } from './schemas.ts';
import { toHtml } from './to-html.ts';

/** One paper as its `.mdx` file gives it. */
export interface PaperFile {
  frontMatter: PaperFrontMatter;
  /** Whether the file has JSX, an expression, an import or an export. */
  live: boolean;
  /** Whether there is nothing after the front matter. */
  empty: boolean;
  /** Plain text of the body. */
  text: string;
  /** The body as HTML, unless it is live: then `@astrojs/mdx` renders it. */
  html?: string;
  /** Number of lines of the file. */
  lines: number;
}

/** Why a paper's file can't be used. */
export class PaperFileError extends Error {
  override name = 'PaperFileError';
  /** Place in the file, both from 1. */
  place: { line: number; column: number };
  ruleId: string;

  constructor(ruleId: string, reason: string, place: { line: number; column: number }) {
    super(reason);
    this.ruleId = ruleId;
    this.place = place;
  }
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/**
 * Reads the `.mdx` file of one paper.
 *
 * An inert file has its formulas as the digest had them, as text; they become maths here as they do in a digest.
 *
 * @param inline what is mended in digests; of it, maths counts here
 * @throws PaperFileError with the place, when the front matter or the MDX can't be read
 */
export function readPaperFile(source: string, inline?: FromDigestOptions['inline']): PaperFile {
  const text = source.replace(/^\uFEFF/, '');
  const matter = /^---[ \t]*\r?\n(?<yaml>.*?)^---[ \t]*(?:\r?\n|$)/ms.exec(text);
  const frontMatter = readFrontMatter(matter?.groups?.['yaml'] ?? '');
  // Blank lines in place of the front matter keep the numbers of the lines after it.
  const body = matter ? matter[0].replace(/[^\r\n]/g, '') + text.slice(matter[0].length) : text;
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
    frontMatter,
    live,
    empty: tree.children.length === 0,
    text: tree.children
      .filter((node) => node.type !== 'mdxjsEsm')
      .map(plainText)
      .filter(Boolean)
      .join('\n\n'),
    ...(live ? {} : { html: toHtml(mendMaths(tree, inline).children) }),
    lines: text.split(/\r\n|\n|\r/).length,
  };
}

function readFrontMatter(yaml: string): PaperFrontMatter {
  let value: unknown;
  try {
    value = parseYaml(yaml) ?? {};
  } catch (error) {
    const at = (error as { linePos?: [{ line: number; col: number }] }).linePos?.[0];
    throw new PaperFileError(
      'invalid-front-matter',
      `The front matter can't be read (${oneLine((error as Error).message)}): write one \`key: value\` a line.`,
      { line: (at?.line ?? 1) + 1, column: at?.col ?? 1 },
    );
  }
  const parsed = paperFrontMatterSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const key = String(issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]);
  const line = yaml.split(/\r?\n/).findIndex((line) => line.startsWith(`${key}:`));
  throw new PaperFileError(
    'invalid-front-matter',
    issue?.code === 'unrecognized_keys'
      ? `The front matter's “${key}” is not known: use one of ${Object.keys(paperFrontMatterSchema.shape).join(', ')}.`
      : `The front matter's \`${key}\` is not valid (${issue?.message}): correct its value.`,
    { line: Math.max(line, 0) + 2, column: 1 },
  );
}

/** Makes maths of the formulas in a tree's texts; those of links and code stay. */
function mendMaths(tree: Root, inline: FromDigestOptions['inline']): Root {
  const maths = typeof inline === 'object' ? (inline.maths ?? true) : inline !== false;
  if (!maths) return tree;
  const mend = (node: Node): Node[] => {
    if (node.type === 'text') {
      return mendText((node as Text).value, { links: false, typography: false, markup: false });
    }
    if (!('children' in node) || node.type === 'link') return [node];
    return [{ ...node, children: (node.children as Node[]).flatMap(mend) } as Node];
  };
  return mend(tree)[0] as Root;
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

function oneLine(text: string): string {
  return text.split('\n')[0]?.replace(/[.:]\s*$/, '') ?? '';
}
