import type { List, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { cleanLine } from './clean-text.ts';

/** What a site tells language models about itself. All texts are plain. */
export interface LlmsTxt {
  /** Name of the digest. */
  title: string;
  /** One sentence about it. */
  summary: string;
  /** Paragraphs that say how to read what follows. */
  details: readonly string[];
  /** Where things are; https://llmstxt.org gives the title `Optional` to what may be left out. */
  sections: readonly LlmsTxtSection[];
}

/** A list of links under a title. */
export interface LlmsTxtSection {
  title: string;
  links: readonly LlmsTxtLink[];
}

/** A link, and what is to be said of it. */
export interface LlmsTxtLink {
  title: string;
  /** Absolute address. */
  url: string;
  note?: string;
}

/**
 * Writes an `llms.txt`, as https://llmstxt.org describes it: a title, a quoted summary, paragraphs, sections of links.
 *
 * What looks like Markdown in a text is escaped. Sections without links are left out.
 *
 * @throws TypeError when an address is not absolute
 */
export function llmsTxt({ title, summary, details, sections }: LlmsTxt): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text(title)] },
      { type: 'blockquote', children: [{ type: 'paragraph', children: [text(summary)] }] },
      ...details.map((detail) => ({ type: 'paragraph' as const, children: [text(detail)] })),
      ...sections
        .filter(({ links }) => links.length > 0)
        .flatMap((section) => [
          { type: 'heading' as const, depth: 2 as const, children: [text(section.title)] },
          listOf(section.links),
        ]),
    ],
  };
  return toMarkdown(tree, { bullet: '-', listItemIndent: 'one', resourceLink: true });
}

function listOf(links: readonly LlmsTxtLink[]): List {
  return {
    type: 'list',
    spread: false,
    children: links.map(({ title, url, note }) => ({
      type: 'listItem',
      spread: false,
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'link', url: new URL(url).href, children: [text(title)] },
            ...(note === undefined ? [] : [text(`: ${cleanLine(note)}`)]),
          ],
        },
      ],
    })),
  };
}

function text(value: string) {
  return { type: 'text' as const, value: cleanLine(value) };
}
