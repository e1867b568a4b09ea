import type { Line } from '../../lines.ts';
import { plainKey } from '../../facts/fact-keys.ts';
import type { Block, LineRange } from './outline.ts';

/** A heading and what stands below it, or a whole text, which has no heading. */
export interface Section {
  /** The heading; nothing for a whole text. */
  heading: Block | undefined;
  /** The heading as it stands, without the signs of a heading; empty for a whole text. */
  name: string;
  /** From 1; 0 for a whole text. */
  depth: number;
  parent: Section | undefined;
  /** What stands above the first heading inside. */
  blocks: Block[];
  children: Section[];
  /** The last line of all that is inside. */
  last: number;
}

/** Orders blocks by the headings that they stand below. */
export function toSections(lines: readonly Line[], blocks: readonly Block[]): Section {
  const root: Section = {
    heading: undefined,
    name: '',
    depth: 0,
    parent: undefined,
    blocks: [],
    children: [],
    last: lines.length - 1,
  };
  let open = root;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      while (open.parent && open.depth >= block.depth) open = open.parent;
      const section: Section = {
        heading: block,
        name: nameOf(
          lines
            .slice(
              block.first,
              (lines[block.first] as Line).text.startsWith('#') ? block.last + 1 : block.first + 1,
            )
            .map(({ text }) => text)
            .join(' '),
        ),
        depth: block.depth,
        parent: open,
        blocks: [],
        children: [],
        last: block.last,
      };
      open.children.push(section);
      open = section;
    } else {
      open.blocks.push(block);
    }
    for (let around: Section | undefined = open; around?.parent; around = around.parent)
      around.last = block.last;
  }
  return root;
}

function nameOf(text: string): string {
  return text.replace(/^#{1,6}\s*/, '').replace(/(?<!\s)\s+#+$/, '');
}

/** The text of some lines, as it stands. */
export function textOf(value: string, lines: readonly Line[], { first, last }: LineRange): string {
  const end = lines[last] as Line;
  return value.slice((lines[first] as Line).textStart, end.textStart + end.text.length);
}

/** The names that headings of several sections have: they name parts of what is said of one paper, or topics of several issues. */
export function repeatedNames(root: Section): Set<string> {
  const parents = new Map<string, Section>();
  const repeated = new Set<string>();
  const visit = (section: Section): void => {
    for (const child of section.children) {
      const name = plainKey(child.name);
      const earlier = parents.get(name);
      if (earlier && earlier !== section) repeated.add(name);
      parents.set(name, section);
      visit(child);
    }
  };
  visit(root);
  return repeated;
}
