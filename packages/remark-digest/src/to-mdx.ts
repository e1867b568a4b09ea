import type { Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { digestToMarkdown } from './to-markdown.ts';
import type { DigestEntry } from './types.ts';

/**
 * Writes one paper as an MDX document: front matter, then the abstract.
 *
 * The document is inert: it has no JSX, no expression, no import or export. The title is in the front matter and not in
 * a heading, so that whatever renders the file decides where the title goes.
 *
 * @param entry a paper of a tree from `fromDigest`
 * @returns the text of an `.mdx` file, with a line end at its end; its name should be `<slug>.mdx`
 */
export function toMdx(entry: DigestEntry): string {
  const [, ...abstract] = entry.children;
  const root: Root = { type: 'root', children: abstract };
  const body = toMarkdown(root, { extensions: [digestToMarkdown] });
  return `---\n${frontMatter(entry)}---\n${body === '' ? '' : `\n${body}`}`;
}

/** One line a key, each value as JSON, which is YAML too. */
function frontMatter(entry: DigestEntry): string {
  const fields = {
    title: entry.title,
    authors: entry.authors.length > 0 ? entry.authors : undefined,
    date: entry.date,
    arxivId: entry.arxivId,
    upvotes: entry.upvotes,
    submittedBy: entry.submittedBy,
    links: entry.links.length > 0 ? entry.links : undefined,
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}
