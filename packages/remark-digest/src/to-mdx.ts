import type { BlockContent, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { canonicalAddress, canonicalLine, canonicalRuns } from './canonical.ts';
import { factNames, type FactName } from './facts/table.ts';
import { abstractOf } from './plain-text.ts';
import { digestToMarkdown } from './to-markdown.ts';
import type { DigestEntry } from './types.ts';

/**
 * Writes one paper as an MDX document: front matter, then the abstract.
 *
 * The document is inert: it has no JSX, no expression, no import or export. The title is in the front matter and not in
 * a heading, so that whatever renders the file decides where the title goes. All text is in canonical form
 * (`canonicalText`).
 *
 * @param entry a paper of a tree from `fromDigest`
 * @returns the text of an `.mdx` file, with a line end at its end; its name should be `<slug>.mdx`
 */
export function toMdx(entry: DigestEntry): string {
  const root: Root = { type: 'root', children: abstractOf(entry).flatMap(withText) };
  const body = toMarkdown(root, { bullet: '-', extensions: [digestToMarkdown] });
  const lines = Object.entries(frontMatterOf(entry)).map(([key, value]) => `${key}: ${toJson(value)}\n`);
  return `---\n${lines.join('')}---\n${body === '' ? '' : `\n${body}`}`;
}

/** A block without the parts of it that no reader would see; nothing where that is all of it. */
function withText<Block extends BlockContent>(block: Block): Block[] {
  if (block.type === 'paragraph') return canonicalRuns(block.children).length > 0 ? [block] : [];
  if (block.type !== 'list') return [block];
  const items = block.children.map((item) => ({
    ...item,
    children: item.children.flatMap((child) => withText(child as BlockContent)),
  }));
  const children = items.filter((item) => item.children.length > 0);
  return children.length > 0 ? [{ ...block, children }] : [];
}

/** What the front matter of a paper's document says: these keys in this order, and no others. */
export function frontMatterOf(entry: DigestEntry): Record<string, unknown> {
  const links = entry.links.flatMap(({ url, kind }) => {
    const address = canonicalAddress(url);
    return address === undefined ? [] : [{ url: address, kind: canonicalLine(kind) }];
  });
  const fields = {
    title: canonicalLine(entry.title),
    order: entry.order,
    ...Object.fromEntries(factNames.map((name) => [name, factOf(entry, name)])),
    links: links.length > 0 ? links : undefined,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function factOf(entry: DigestEntry, name: FactName): unknown {
  const value = entry[name];
  if (Array.isArray(value)) return value.length > 0 ? value.map(canonicalLine) : undefined;
  return typeof value === 'string' ? canonicalLine(value) : value;
}

// Characters that JSON may hold as they are, and that some reader of YAML refuses, or that change how the line looks.
const unprintable = /[\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFE\uFFFF]/g;

/** A value as JSON on one line, which is YAML too. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
