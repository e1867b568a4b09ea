import { plainKey } from '../../facts/fact-keys.ts';
import type { Line } from '../../lines.ts';
import type { Extent } from '../../text/located-text.ts';
import { BlockSigns } from './block-signs.ts';
import { columnsOf, type Columns } from './columns.ts';
import { isLabel, isPartName, isSponsored, keyAtStart, startsQuoted } from './evidence.ts';
import { areFacts, hasTitleLink, isInPage, isLinksOnly } from './list-items.ts';
import { numberedTitles } from './numbered-titles.ts';
import { outline, type Block, type LineRange } from './outline.ts';
import { ownBlocks } from './own-blocks.ts';
import { isPaperSection } from './paper-section.ts';
import { repeatedNames, toSections, type Section } from './sections.ts';
import type { Row, Table } from './table-rows.ts';
import { unquote } from './unquote.ts';

/** A paper, told by its lines alone. */
export interface Item extends LineRange {
  /** A row of a table, an item of a list, a heading with what stands below it, or a paragraph that begins with a title. */
  kind: 'row' | 'item' | 'heading' | 'paragraph';
  section: Section;
  /** The line of the item of a list that it stands below, which is a topic. */
  topic?: number;
  table?: { table: Table; columns: Columns };
}

/** What stands in a text of Markdown. */
export interface Layout {
  blocks: Block[];
  root: Section;
  /** The lines, without the signs of quotations that papers stand in. */
  lines: readonly Line[];
  /** Where those signs are. */
  signs: readonly Extent[];
  /** In the order of the text. */
  items: Item[];
}

/** Finds the papers of a text. */
export function findItems(value: string, given: readonly Line[]): Layout {
  const { lines, signs } = unquote(given);
  const blocks = outline(lines);
  const root = toSections(lines, blocks);
  const finder = new Finder(new BlockSigns(value, lines, blocks), repeatedNames(root));
  finder.visit(root);
  return { blocks, root, lines, signs, items: finder.items.sort((a, b) => a.first - b.first) };
}

/** Sections that are about the file and hold no papers of it. */
const others =
  /^(?:references?|bibliography|related work|citations?|citing|license|contributing|contributors?|contributions?|acknowledge?ments?|contact|installation|install|usage|quick start|getting started|features|how it works|how to .*|star history|table of contents|contents|toc|support|faq|requirements|about|about us|roadmap|todo|changelog|参考文献|引用|许可证|致谢|贡献|联系.*|目录|安装|使用.*|功能.*)$/i;

/** What these list is cited by something else. */
const references = /^(?:references?|bibliography|related work|参考文献)$/i;

class Finder {
  readonly items: Item[] = [];
  readonly #signs: BlockSigns;
  readonly #repeated: ReadonlySet<string>;

  constructor(signs: BlockSigns, repeated: ReadonlySet<string>) {
    this.#signs = signs;
    this.#repeated = repeated;
  }

  /** Finds what is in a section; gives whether anything is. */
  visit(section: Section): boolean {
    const isOther = section.depth > 1 && others.test(plainKey(section.name));
    if (isOther && references.test(plainKey(section.name))) return false;
    const candidates: Section[] = [];
    let found = false;
    for (const child of section.children) {
      const inside = this.visit(child);
      found ||= inside;
      // A paper with its parts may have other papers behind it, where two texts were put together.
      const isHead =
        inside && child.children.some(({ name }) => isPartName(name)) && isPaperSection(child, this.#signs);
      if ((isHead || !inside) && !others.test(plainKey(child.name)) && !isPartName(child.name))
        candidates.push(child);
    }
    // What is a heading of a paper is told below the headings, for all that stand side by side.
    const strong = new Set(candidates.filter((child) => isPaperSection(child, this.#signs)));
    if (strong.size > 0 && strong.size * 5 >= candidates.length * 2) {
      for (const child of candidates) {
        const isLikeOthers = strong.size > 1 && !isPartName(child.name) && this.#hasText(child);
        if (strong.has(child) || isLikeOthers) {
          this.#addSection(child);
          found = true;
        }
      }
    }
    // The head of a paper has lists and links that are no papers of their own.
    if (isOther) return found;
    if (section.heading && !found && isPaperSection(section, this.#signs)) return false;
    return this.#visitBlocks(section) || found;
  }

  #addSection(section: Section): void {
    const first = (section.heading as Block).first;
    const isPart = ({ name }: Section): boolean => isPartName(name) || this.#repeated.has(plainKey(name));
    this.items.push({ kind: 'heading', first, last: this.#lastOf(section, isPart), section });
  }

  /** The last line of what belongs to a paper: its own blocks, and its parts where nothing foreign comes before them. */
  #lastOf(section: Section, isPart: (child: Section) => boolean): number {
    const own = ownBlocks(section.blocks, (block) => this.#signs.text(block));
    let { last } = own.at(-1) ?? (section.heading as Block);
    if (own.length < section.blocks.length) return last;
    for (const child of section.children) {
      if (!isPart(child)) break;
      last = this.#lastOf(child, () => true);
      if (last < child.last) break;
    }
    return last;
  }

  #hasText({ blocks, name }: Section): boolean {
    return (
      !isSponsored(name) &&
      blocks.some(({ kind }) => kind === 'paragraph' || kind === 'quote' || kind === 'item')
    );
  }

  /** Finds the papers in the blocks of a section; gives whether there are any. */
  #visitBlocks(section: Section): boolean {
    const before = this.items.length;
    const { blocks } = section;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index] as Block;
      if (block.kind === 'table') this.#visitTable(block, section);
      if (block.kind !== 'item') continue;
      let end = index;
      while (blocks[end + 1]?.kind === 'item') end++;
      this.#visitList(blocks.slice(index, end + 1), section);
      index = end;
    }
    this.#visitParagraphs(section);
    return this.items.length > before;
  }

  #visitTable(block: Block & { kind: 'table' }, section: Section): void {
    const columns = columnsOf(this.#signs.lines, block.table);
    if (!columns) return;
    for (const row of block.table.rows as Row[]) {
      this.items.push({ kind: 'row', ...row, section, table: { table: block.table, columns } });
    }
  }

  #visitList(list: readonly Block[], section: Section, topic?: number): void {
    const texts = list.map((block) => this.#signs.text(block));
    if (areFacts(texts)) return;
    const strong = list.map((block, index) => this.#signs.isPaperItem(block, texts[index] as string));
    const count = strong.filter(Boolean).length;
    const nested = list.map((block) => this.#nestedPapers(block));
    for (const [index, block] of list.entries()) {
      const inside = nested[index] as Block[];
      if (inside.length > 0) {
        this.#visitList(inside, section, block.first);
        continue;
      }
      // In a list of papers an item without an address is one, too.
      const isLikeOthers = count > 1 && count * 5 >= list.length * 2 && !isInPage(texts[index] as string);
      const [line = ''] = this.#signs.rowsOf(block);
      if (
        (strong[index] || isLikeOthers) &&
        !isSponsored(line) &&
        !isLabel(line.replace(/!\[[^\][]{0,300}\]\([^()]{0,1000}\)|&nbsp;/g, ''))
      ) {
        this.items.push({
          kind: 'item',
          first: block.first,
          last: block.last,
          section,
          ...(topic === undefined ? {} : { topic }),
        });
      }
    }
  }

  /** The items below an item that is their topic. */
  #nestedPapers(block: Block): Block[] {
    const head = (this.#signs.lines[block.first] as Line).text;
    if (this.#signs.isAbout(head) || block.last === block.first) return [];
    const inner = outline(this.#signs.lines.slice(block.first + 1, block.last + 1))
      .filter(({ kind }) => kind === 'item')
      .map((nested) => ({
        ...nested,
        first: nested.first + block.first + 1,
        last: nested.last + block.first + 1,
      }));
    const papers = inner.filter((nested) => {
      const text = this.#signs.text(nested);
      return (
        this.#signs.isAbout(text) &&
        !isLinksOnly(text) &&
        (keyAtStart(text) === undefined || hasTitleLink(text))
      );
    });
    return papers.length > 1 ||
      (papers.length === 1 && inner.length === 1 && head.length < 60 && !/\*\*|\]\(/.test(head))
      ? inner
      : [];
  }

  /** Finds papers whose titles begin paragraphs. */
  #visitParagraphs(section: Section): void {
    const { blocks } = section;
    const taken = new Set(this.items.filter((item) => item.section === section).map(({ first }) => first));
    const numbered = numberedTitles(blocks, this.#signs);
    const starts = blocks.flatMap((block, index) =>
      !taken.has(block.first) &&
      (numbered.has(index) ||
        ((block.kind === 'paragraph' || block.kind === 'html') &&
          this.#signs.beginsPaper(block, blocks[index + 1])))
        ? [index]
        : [],
    );
    const found = starts.map((start, at) => {
      let end = start + 1;
      const limit = starts[at + 1] ?? blocks.length;
      while (
        end < limit &&
        !/^(?:rule|table|fence|comment)$/.test((blocks[end] as Block).kind) &&
        !taken.has((blocks[end] as Block).first)
      )
        end++;
      end = Math.min(end, this.#endOfDetails(blocks, start) ?? end);
      const own = ownBlocks(blocks.slice(start, end), (block) => this.#signs.text(block));
      const range = { first: (blocks[start] as Block).first, last: (own.at(-1) as Block).last };
      const text = this.#signs.text(range);
      const isStrong =
        this.#signs.isAbout(text) ||
        startsQuoted.test(text) ||
        this.#signs.rowsOf(range).some((line) => /^author|作者|著者|저자/i.test(keyAtStart(line) ?? ''));
      return { range, isStrong, text };
    });
    const count = found.filter(({ isStrong }) => isStrong).length;
    for (const { range, isStrong, text } of found) {
      if (isSponsored(text.split('\n', 1)[0] ?? '')) continue;
      if (isStrong || (count > 1 && count * 5 >= found.length * 2))
        this.items.push({ kind: 'paragraph', ...range, section });
    }
  }

  /** The index after the block that ends what can be unfolded. */
  #endOfDetails(blocks: readonly Block[], start: number): number | undefined {
    let depth = 0;
    for (let index = start; index < blocks.length; index++) {
      const text = this.#signs.text(blocks[index] as Block);
      depth += (text.match(/<details/gi) ?? []).length - (text.match(/<\/details/gi) ?? []).length;
      if (index === start && depth <= 0) return undefined;
      if (depth <= 0) return index + 1;
    }
    return undefined;
  }
}
