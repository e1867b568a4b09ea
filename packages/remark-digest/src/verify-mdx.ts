import type { Nodes, PhrasingContent, Root } from 'mdast';
import { parse as parseYaml } from 'yaml';
import { canonicalAddress, canonicalRuns, sourceText, type Run, type Style } from './canonical.ts';
import { abstractOf } from './plain-text.ts';
import { frontMatterOf } from './to-mdx.ts';
import type { DigestEntry } from './types.ts';

type Satteri = typeof import('satteri');

/** All that Sätteri can read beyond Markdown: what is text under all of it is text under any part of it. */
const everything: NonNullable<NonNullable<Parameters<Satteri['mdxToMdast']>[1]>['features']> = {
  gfm: true,
  frontmatter: true,
  math: true,
  headingAttributes: true,
  directive: true,
  superscript: true,
  subscript: true,
  wikilinks: true,
  definitionList: true,
  smartPunctuation: true,
};

/**
 * Reads a document of {@link toMdx} again, as the two compilers of MDX do, and compares it with its paper.
 *
 * Sätteri reads it only where the package `satteri` is installed.
 *
 * @param mdx the document
 * @param entry the paper it was written from
 * @returns nothing when the document is right, else one sentence that says what came out wrong
 */
export async function verifyMdx(mdx: string, entry: DigestEntry): Promise<string | undefined> {
  const parts = /^---\n(?<frontMatter>[^]*?\n)---\n(?<body>[^]*)$/.exec(mdx)?.groups;
  if (!parts) return 'The document does not begin with front matter.';
  const { parseMdx } = await import('./parse-mdx.ts');
  const satteri = await importSatteri();
  const expected = read({ type: 'root', children: abstractOf(entry) }, 'paper');
  return (
    attempt('The front matter', () => compareFrontMatter(parts['frontMatter'] as string, entry)) ??
    attempt('remark-mdx', () => compare(parseMdx(parts['body'] as string), expected)) ??
    (satteri &&
      attempt('Sätteri', () => {
        const tree = satteri.mdxToMdast(mdx, { features: everything, position: false }) as Root;
        tree.children = tree.children.filter((node, index) => index > 0 || node.type !== 'yaml');
        return compare(tree, expected);
      }))
  );
}

let loading: Promise<Satteri | undefined> | undefined;

/** The package `satteri`, or nothing where it is not installed. */
function importSatteri(): Promise<Satteri | undefined> {
  return (loading ??= import('satteri').catch(() => undefined));
}

/** Names who found the fault. */
function attempt(who: string, check: () => string | undefined): string | undefined {
  let problem: string | undefined;
  try {
    problem = check();
  } catch (error) {
    problem = `can't be read: ${(error as Error).message}`;
  }
  return problem && `${who} ${problem.replace(/\s+/g, ' ').replace(/\.$/, '')}.`;
}

function compareFrontMatter(yaml: string, entry: DigestEntry): string | undefined {
  const told = JSON.stringify(parseYaml(yaml));
  const expected = JSON.stringify(frontMatterOf(entry));
  return told === expected ? undefined : `says ${quote(told)} where the paper says ${quote(expected)}`;
}

/** What a compiler makes of the content of a document. */
interface Reading {
  /** Each paragraph: whether it is an item of a list, its text and how that is set. */
  blocks: string[];
  links: { url: string; text: string }[];
  /** The first thing in it that no document of ours has. */
  foreign?: string;
}

function compare(tree: Root, expected: Reading): string | undefined {
  const found = read(tree, 'compiler');
  if (found.foreign !== undefined) return `finds ${found.foreign} in it`;
  const length = Math.max(found.blocks.length, expected.blocks.length);
  for (let index = 0; index < length; index++) {
    const [was, is] = [expected.blocks[index], found.blocks[index]];
    if (was !== is) return `reads ${quote(is)} where the paper has ${quote(was)}`;
  }
  // GFM makes links of its own, of addresses in the text: those lead where their text says.
  const rest = [...expected.links];
  for (const link of found.links) {
    if (rest[0]?.url === link.url && rest[0].text === link.text) rest.shift();
    else if (
      !['', 'http://', 'mailto:'].some((scheme) => canonicalAddress(scheme + link.text)?.startsWith(link.url))
    ) {
      return `finds a link to ${quote(link.url)} in it`;
    }
  }
  return rest[0] && `finds no link to ${quote(rest[0].url)} in it`;
}

/** Reads the content of a document: what a compiler found, or what the paper has. */
function read(root: Root, from: 'compiler' | 'paper'): Reading {
  const reading: Reading = { blocks: [], links: [] };
  for (const node of root.children) readBlock(node, 'paragraph', from, reading);
  return reading;
}

function readBlock(node: Nodes, kind: string, from: 'compiler' | 'paper', reading: Reading): void {
  if (node.type === 'paragraph') {
    const runs = canonicalRuns(node.children);
    if (from === 'paper') reading.links.push(...runs.flatMap(linkOf));
    else readNodes(node.children, reading);
    if (runs.length > 0) reading.blocks.push(JSON.stringify([kind, ...toStretches(runs)]));
  } else if (node.type === 'list' && node.ordered !== true) {
    for (const item of node.children) {
      for (const child of item.children) {
        readBlock(child, item.checked == null ? 'item' : 'task', from, reading);
      }
    }
  } else {
    reading.foreign ??= `a node of the type ${node.type}`;
  }
}

function linkOf(run: Run): Reading['links'] {
  return run.type === 'link'
    ? [{ url: run.url, text: run.children.map((child) => child.text).join('') }]
    : [];
}

/** The stretches of text in a block with their styles, whatever of it is linked. */
function toStretches(runs: readonly Run[]): (Style & { text: string })[] {
  const stretches: (Style & { text: string })[] = [];
  const add = (text: string, strong: boolean, emphasis: boolean) => {
    const last = stretches.at(-1);
    // How a blank is set can't be seen: it belongs to what is before it.
    const start = last ? text.length - text.trimStart().length : 0;
    if (last) last.text += text.slice(0, start);
    if (start === text.length) return;
    if (last?.strong === strong && last.emphasis === emphasis) last.text += text.slice(start);
    else stretches.push({ text: text.slice(start), strong, emphasis });
  };
  for (const run of runs) {
    if (run.type === 'run') add(run.text, run.strong, run.emphasis);
    if (run.type !== 'link') continue;
    for (const child of run.children) {
      add(child.text, run.strong || child.strong, run.emphasis || child.emphasis);
    }
  }
  return stretches;
}

const phrasing = new Set(['text', 'link', 'emphasis', 'strong']);

function readNodes(nodes: readonly PhrasingContent[], reading: Reading): void {
  for (const node of nodes) {
    if (!phrasing.has(node.type)) reading.foreign ??= `a node of the type ${node.type}`;
    if (node.type === 'link') {
      const url = canonicalAddress(node.url);
      if (url === undefined) reading.foreign ??= `a link to ${quote(node.url)}`;
      else reading.links.push({ url, text: sourceText(node) });
    }
    if ('children' in node) readNodes(node.children, reading);
  }
}

function quote(text: string | undefined): string {
  if (text === undefined) return 'nothing';
  return `“${text.length > 200 ? `${text.slice(0, 199).toWellFormed()}…` : text}”`;
}
