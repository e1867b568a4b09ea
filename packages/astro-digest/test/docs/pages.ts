import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import GithubSlugger from 'github-slugger';
import type { Code, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Root of the repository. */
export const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** A page of Markdown. */
export interface MarkdownPage {
  /** Path from the root of the repository. */
  path: string;
  text: string;
  tree: Root;
}

/** Every page that people read: those of the docs, and those that stand beside the code. */
export function markdownPages(): MarkdownPage[] {
  const docs = readdirSync(`${repository}docs`, { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.md'));
  const packages = ['remark-digest', 'astro-digest'].map((name) => `packages/${name}/README.md`);
  return ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...packages, ...docs].sort().map(readPage);
}

/** Reads a page, by its path from the root of the repository. */
export function readPage(path: string): MarkdownPage {
  const text = readFileSync(repository + path, 'utf8');
  return { path, text, tree: unified().use(remarkParse).use(remarkGfm).parse(text) };
}

/** What an address can lead to within a page, as GitHub names its headings. */
export function anchorsOf({ tree }: MarkdownPage): Set<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  visit(tree, 'heading', (heading) => {
    anchors.add(slugger.slug(toString(heading)));
  });
  return anchors;
}

/** An address in a page. */
export interface PageLink {
  url: string;
  line: number;
}

/** The addresses of links and pictures of a page, those in HTML included. */
export function linksOf({ tree }: MarkdownPage): PageLink[] {
  const links: PageLink[] = [];
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 0;
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push({ url: node.url, line });
    }
    if (node.type === 'html') {
      for (const [, url = ''] of node.value.matchAll(/(?:href|src)="([^"]+)"/g)) links.push({ url, line });
    }
  });
  return links;
}

/** A block of code of a page. */
export interface CodeBlock {
  /** Where it stands, such as `docs/tutorial.md:12`. */
  place: string;
  /** Empty where it has none. */
  language: string;
  code: string;
  /** Path of the file that it is, from the site's root, where it says so. */
  file?: string;
}

/** A comment, in any of the languages, that is nothing but a path. */
const fileComment = /^(?:\/\/|#|\/\*|\{\/\*|<!--)\s*((?:[\w.[\]-]+\/)*[\w.[\]-]+\.\w+)\s*(?:\*\/\}?|-->)?$/;

/**
 * The blocks of code of a page. A block is a file where its first line (in a component the first one of its script) is a comment with a path,
 * or where a path stands behind its language.
 */
export function blocksOf({ path, tree }: MarkdownPage): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  visit(tree, 'code', (node: Code) => {
    const lines = node.value.split('\n');
    const first = (lines[0] === '---' ? lines[1] : lines[0]) ?? '';
    const file = node.meta?.trim() ?? fileComment.exec(first.trim())?.[1];
    blocks.push({
      place: `${path}:${node.position?.start.line}`,
      language: node.lang ?? '',
      code: node.value,
      ...(file ? { file } : {}),
    });
  });
  return blocks;
}
