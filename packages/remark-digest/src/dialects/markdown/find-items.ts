import { factKeyOf, plainKey } from '../../facts/fact-keys.ts';
import { findDate } from '../../facts/find-date.ts';
import type { Line } from '../../lines.ts';
import { locate, type Extent } from '../../text/located-text.ts';
import { formOf } from '../text-form.ts';
import { columnsOf, type Columns } from './columns.ts';
import {
  isAboutPaper,
  isLabel,
  isOfOtherDialect,
  isPartName,
  isSponsored,
  keyAtStart,
  startsQuoted,
} from './evidence.ts';
import { outline, type Block, type LineRange } from './outline.ts';
import { labelKey } from './label-key.ts';
import { areNames } from './names.ts';
import { repeatedNames, textOf, toSections, type Section } from './sections.ts';
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
  const finder = new Finder(value, lines, repeatedNames(root));
  finder.learn(blocks);
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
  readonly #value: string;
  readonly #lines: readonly Line[];
  readonly #repeated: ReadonlySet<string>;

  /** The labels of links that lead to papers. */
  readonly #labels = new Set<string>();

  constructor(value: string, lines: readonly Line[], repeated: ReadonlySet<string>) {
    this.#value = value;
    this.#lines = lines;
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
      const isHead = inside && child.children.some(({ name }) => isPartName(name)) && this.#isPaper(child);
      if ((isHead || !inside) && !others.test(plainKey(child.name)) && !isPartName(child.name))
        candidates.push(child);
    }
    // What is a heading of a paper is told below the headings, for all that stand side by side.
    const strong = candidates.filter((child) => this.#isPaper(child));
    if (strong.length > 0 && strong.length * 5 >= candidates.length * 2) {
      for (const child of candidates) {
        const isLikeOthers = strong.length > 1 && !isPartName(child.name) && this.#hasText(child);
        if (strong.includes(child) || isLikeOthers) {
          this.#addSection(child);
          found = true;
        }
      }
    }
    // The head of a paper has lists and links that are no papers of their own.
    if (isOther) return found;
    if (section.heading && !found && this.#isPaper(section)) return false;
    return this.#visitBlocks(section) || found;
  }

  /** Learns the addresses that stand apart from their links. */
  learn(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind !== 'definition') continue;
      const text = this.#text(block);
      if (isAboutPaper(text)) this.#labels.add(labelKey(/^\[([^\]]+)\]/.exec(text)?.[1] ?? ''));
    }
  }

  #isAbout(text: string): boolean {
    if (isAboutPaper(text)) return true;
    if (this.#labels.size === 0) return false;
    return [...text.matchAll(/\[([^\][]{1,200})\](?!\()/g)].some(([, label = '']) =>
      this.#labels.has(labelKey(label)),
    );
  }

  #addSection(section: Section): void {
    const first = (section.heading as Block).first;
    const isPart = ({ name }: Section): boolean => isPartName(name) || this.#repeated.has(plainKey(name));
    this.items.push({ kind: 'heading', first, last: this.#lastOf(section, isPart), section });
  }

  /** The last line of what belongs to a paper: its own blocks, and its parts where nothing foreign comes before them. */
  #lastOf(section: Section, isPart: (child: Section) => boolean): number {
    const own = ownBlocks(section.blocks, (block) => this.#text(block));
    let { last } = own.at(-1) ?? (section.heading as Block);
    if (own.length < section.blocks.length) return last;
    for (const child of section.children) {
      if (!isPart(child)) break;
      last = this.#lastOf(child, () => true);
      if (last < child.last) break;
    }
    return last;
  }

  #text(range: LineRange): string {
    return textOf(this.#value, this.#lines, range);
  }

  #hasText({ blocks, name }: Section): boolean {
    return (
      !isSponsored(name) &&
      blocks.some(({ kind }) => kind === 'paragraph' || kind === 'quote' || kind === 'item')
    );
  }

  /** Whether the heading of a section is the title of a paper: an address or facts of one stand there or right below. */
  #isPaper({ heading, name, blocks: all, children }: Section): boolean {
    if (!heading || isPartName(name) || isSponsored(name)) return false;
    // `### Title:` belongs to a record.
    if (/[:：]\W*$/.test(name) && factKeyOf(name)?.role === 'title') return false;
    if (isOnlyDate(name)) return false;
    const own = this.#text(heading);
    const plain = own.replace(/\(?https?:\S+/g, '');
    if (this.#isAbout(own) && /\p{L}{3}/u.test(plain)) return true;
    if (this.#holdsPaper(all)) return false;
    const other = all.findIndex(
      (block) => block.kind === 'paragraph' && startsQuoted.test(this.#text(block)),
    );
    const blocks = other < 0 ? all : all.slice(0, other);
    // The addresses of one paper have one identifier; where there are more, each stands in a block of its own paper.
    const told = blocks
      .filter(({ kind }) => kind === 'paragraph' || kind === 'html')
      .map((block) => this.#text(block));
    const ids = told
      .filter((text) => isLinksOnly(text) || keyAtStart(text) !== undefined)
      .flatMap(identifiersIn);
    if (new Set(ids).size > 1) return false;
    const isFactList = areFacts(
      blocks.filter(({ kind }) => kind === 'item').map((block) => this.#text(block)),
    );
    if (isFactList || blocks.some((block) => block.kind !== 'item' && this.#isFacts(block))) return true;
    // One paper is told of; where several are, each is in a list or a paragraph of its own.
    const about = blocks.filter((block) => block.kind !== 'fence' && this.#isAbout(this.#text(block)));
    const isOne = new Set(about.flatMap((block) => identifiersIn(this.#text(block)))).size < 2;
    if (
      about.length > 0 &&
      isOne &&
      about.every((block) => this.#isLinks(block) || (block.kind !== 'item' && this.#isLinkOnly(block)))
    ) {
      return true;
    }
    return children.some(
      (child) =>
        isPartName(child.name) && child.blocks.some((block) => this.#isFacts(block) || this.#isLinks(block)),
    );
  }

  /** Whether the first of some blocks that tells of a paper has its title, too: what stands above it is a topic then. */
  #holdsPaper(blocks: readonly Block[]): boolean {
    for (const [index, block] of blocks.entries()) {
      const text = this.#text(block);
      if (block.kind === 'table' && columnsOf(this.#lines, block.table)) return true;
      if (block.kind === 'item' && this.#isAbout(text) && isTitled(text)) return true;
      if (block.kind === 'html' && isTitleSummary(text)) return true;
      if (block.kind === 'paragraph' && this.#beginsPaper(block, blocks[index + 1])) {
        if (this.#isAbout(text) || startsQuoted.test(text)) return true;
      }
      if (block.kind !== 'fence' && (this.#isFacts(block) || this.#isLinks(block))) return false;
    }
    return false;
  }

  /** Whether a block has facts of a paper, each behind its name. */
  #isFacts(block: Block): boolean {
    if (block.kind === 'table') return this.#isFactTable(block.table);
    // Below an item of a list stand facts of that item.
    const rows = this.#rowsOf(block).slice(0, block.kind === 'item' ? 1 : undefined);
    const keys = rows.map((line) => keyAtStart(line));
    return keys.some(
      (key) =>
        key !== undefined &&
        !/^(?:none|updated)$/.test(factKeyOf(key)?.role ?? '') &&
        !/^(?:note|notes|paper|name|update|more|link|links|code|project|data|model|demo|description|page)$/i.test(
          key,
        ),
    );
  }

  #isFactTable({ rows }: Table): boolean {
    const keyed = rows.filter(({ first }) =>
      keyAtStart((this.#lines[first] as Line).text.replace(/^\|\s*/, '').replace(/\s*\|/, ':')),
    );
    return rows.length > 0 && keyed.length * 2 > rows.length;
  }

  #rowsOf({ first, last }: LineRange): string[] {
    return this.#lines.slice(first, last + 1).map(({ text }) => text);
  }

  /** Whether a block is nothing but links that say what they lead to. */
  #isLinks(block: Block): boolean {
    return isLinksOnly(this.#text(block));
  }

  /** Whether a paragraph has a link that says what it leads to, and none that is a title. */
  #isLinkOnly(block: Block): boolean {
    const links = [...this.#text(block).matchAll(/\[([^\][]*)\]\(/g)];
    return block.kind !== 'table' && links.every(([, label = '']) => isLabel(label));
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
    const columns = columnsOf(this.#lines, block.table);
    if (!columns) return;
    for (const row of block.table.rows as Row[]) {
      this.items.push({ kind: 'row', ...row, section, table: { table: block.table, columns } });
    }
  }

  #visitList(list: readonly Block[], section: Section, topic?: number): void {
    const texts = list.map((block) => this.#text(block));
    if (areFacts(texts)) return;
    const strong = list.map((block, index) => this.#isPaperItem(block, texts[index] as string));
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
      const [line = ''] = this.#rowsOf(block);
      if (
        (strong[index] || isLikeOthers) &&
        !isSponsored(line) &&
        !isLabel(line.replace(/!\[[^\]]*\]\([^)]*\)|&nbsp;/g, ''))
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

  #isPaperItem(block: Block, text: string): boolean {
    return (
      this.#isAbout(text) ||
      this.#rowsOf(block)
        .slice(1)
        .some((line) => /^author|作者|著者|저자/i.test(keyAtStart(line) ?? ''))
    );
  }

  /** The items below an item that is their topic. */
  #nestedPapers(block: Block): Block[] {
    const head = (this.#lines[block.first] as Line).text;
    if (this.#isAbout(head) || block.last === block.first) return [];
    const inner = outline(this.#lines.slice(block.first + 1, block.last + 1))
      .filter(({ kind }) => kind === 'item')
      .map((nested) => ({
        ...nested,
        first: nested.first + block.first + 1,
        last: nested.last + block.first + 1,
      }));
    const papers = inner.filter((nested) => {
      const text = this.#text(nested);
      return (
        this.#isAbout(text) && !isLinksOnly(text) && (keyAtStart(text) === undefined || hasTitleLink(text))
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
    const starts = blocks.flatMap((block, index) =>
      (block.kind === 'paragraph' || block.kind === 'html') &&
      !taken.has(block.first) &&
      this.#beginsPaper(block, blocks[index + 1])
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
      const own = ownBlocks(blocks.slice(start, end), (block) => this.#text(block));
      const range = { first: (blocks[start] as Block).first, last: (own.at(-1) as Block).last };
      const text = this.#text(range);
      const isStrong =
        this.#isAbout(text) ||
        startsQuoted.test(text) ||
        this.#rowsOf(range).some((line) => /^author|作者|著者|저자/i.test(keyAtStart(line) ?? ''));
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
      const text = this.#text(blocks[index] as Block);
      depth += (text.match(/<details/gi) ?? []).length - (text.match(/<\/details/gi) ?? []).length;
      if (index === start && depth <= 0) return undefined;
      if (depth <= 0) return index + 1;
    }
    return undefined;
  }

  #beginsPaper(block: Block, next: Block | undefined): boolean {
    const text = this.#text(block);
    if (block.kind === 'html') return isTitleSummary(text);
    const [line = '', ...further] = this.#rowsOf(block);
    // A row without the head of its table says not what stands where.
    if (line.startsWith('|') || keyAtStart(line) !== undefined || isLinksOnly(text)) return false;
    const plain = line.replace(/^(?:\d{1,3}[.)、]\s?|[^\p{L}\p{N}[*_《「“"!]+)+/u, '');
    if (/^(?:\*\*|__)?《[^》]+》/.test(plain)) return next !== undefined || further.length > 0;
    const link =
      /^(?:\*\*|__|\*)?\[(?<label>[^\][]{8,400}|[^\][]{0,300}\[[^\][]{0,200}\][^\][]{0,300})\]\(https?:/.exec(
        text.slice(text.indexOf(plain)),
      )?.groups?.['label'];
    if (link !== undefined) return !isLabel(link) && !link.startsWith('!');
    const bold = /^(?:\*\*|__)(?<bold>[^*_]{6,300})(?:\*\*|__)/.exec(plain)?.groups?.['bold'];
    if (bold !== undefined) return !isLabel(bold) && !/[:：]$/.test(bold);
    // A title and what follows on the next line.
    return (
      further.length > 0 &&
      formOf(line) === 'other' &&
      line.length < 250 &&
      /^[\p{Lu}\p{Lo}]/u.test(plain) &&
      !(/[,，、;]/.test(plain) && areNames(plain)) &&
      this.#isAbout(text)
    );
  }
}

/**
 * The blocks of a paper: to the first rule, and not what comes behind its abstract and reads like another title with its abstract, as
 * there is where something else was pasted below a digest.
 */
function ownBlocks(blocks: readonly Block[], textOf: (block: Block) => string): Block[] {
  const own: Block[] = [];
  let plain = -1;
  let hasAbstract = false;
  for (const block of blocks) {
    if (block.kind === 'rule') break;
    const text = block.kind === 'paragraph' ? textOf(block) : '';
    if (own.length > 0 && (isOfOtherDialect(text) || startsQuoted.test(text))) break;
    const isSentences = text !== '' && formOf(text.replace(/<[^>]*>/g, '').trim()) !== 'other';
    const isPlain = text !== '' && !/[*_`[\]()<>#|]|https?:|[:：]/.test(text);
    if (hasAbstract && (plain >= 0 ? isSentences || isPlain : isPlain && isOnlyDate(text))) {
      return own.slice(0, plain < 0 ? undefined : plain);
    }
    if (!isPlain || isSentences) plain = -1;
    else plain = own.length;
    hasAbstract ||= isSentences || block.kind === 'quote' || block.kind === 'item';
    own.push(block);
  }
  return own;
}

/** Whether the items of a list are facts and addresses of one paper. */
function areFacts(texts: readonly string[]): boolean {
  const keys = texts.map((text) => (hasTitleLink(text) ? undefined : keyAtStart(text)));
  const plain = new Set(keys.map((key) => (key === undefined ? undefined : factKeyOf(key)?.role)));
  if (plain.has('authors') || plain.has('abstract')) return true;
  // One paper has each fact once.
  const named = keys.filter((key) => key !== undefined);
  if (named.length > 2 && new Set(named).size * 2 < named.length) return false;
  const facts = texts.filter((text, index) => keys[index] !== undefined || isLinksOnly(text));
  return texts.length > 0 && facts.length * 2 >= texts.length;
}

/** The arXiv identifiers in a text. */
function identifiersIn(text: string): string[] {
  return [...text.matchAll(/(?<![\d.])\d{4}\.\d{4,5}(?!\d)/g)].map(([id]) => id);
}

/** Whether the words around a date say nothing else. */
export function isOnlyDate(name: string): boolean {
  const found = findDate(locate(name, 0, name.length));
  if (!found) return false;
  const rest = plainKey(name.slice(0, found.start) + name.slice(found.end));
  return rest.split(' ').length < 8;
}

/** Whether a text is links that say what they lead to, and nothing else. */
function isLinksOnly(text: string): boolean {
  const links = [...text.matchAll(/\[(?:!\[[^\]]*\]\([^)]*\)|([^\][]*))\]\([^)\s]*(?:\s"[^"]*")?\)/g)];
  if (links.length === 0 || !links.every(([, label]) => label === undefined || isLabel(label))) return false;
  let rest = text;
  for (const [link] of links) rest = rest.replace(link, '');
  return rest.replace(/[^\p{L}\p{N}]+/gu, '').length < 3 || isLabel(rest);
}

/** Whether a paper is named behind a word: `Paper: [Counting Owls](…)`. */
function hasTitleLink(text: string): boolean {
  const label = /^[^:：]*[:：]\W{0,4}\[(?<label>[^\][]{8,400})\]\(https?:/.exec(text.slice(0, 500))?.groups?.[
    'label'
  ];
  return factKeyOf(keyAtStart(text) ?? '')?.role === 'title' && label !== undefined && !isLabel(label);
}

/** Whether an item of a list begins with a title, as a link or in bold. */
function isTitled(text: string): boolean {
  const { link, bold } =
    /^\S{1,4}\s+(?:\[[ xX]\]\s)?(?:(?:\*\*|__)?\[(?<link>[^\][]{8,400})\]\(https?:|(?:\*\*|__)(?<bold>[^*_[\]]{6,300})(?:\*\*|__))/.exec(
      text,
    )?.groups ?? {};
  const title = link ?? bold;
  return title !== undefined && !isLabel(title) && !/[:：]$/.test(title);
}

/** Whether an item of a list leads nowhere but into its own page or folder. */
function isInPage(text: string): boolean {
  const links = [...text.matchAll(/\]\(([^)\s]+)/g)];
  return links.length > 0 && links.every(([, url = '']) => !/^https?:/.test(url));
}

/** Whether the beginning of what can be unfolded is the title of a paper. */
function isTitleSummary(text: string): boolean {
  const summary = /^(?:<details[^>]*>\s*)?<summary[^>]*>(?<summary>[^]{8,400}?)<\/summary>/i.exec(text)
    ?.groups?.['summary'];
  if (summary === undefined) return false;
  const plain = summary.replace(/<[^>]*>/g, ' ').trim();
  return (
    !isPartName(plain) &&
    !isLabel(plain) &&
    !/^(?:click|show|expand|more|table of contents|展开|点击)/i.test(plain)
  );
}
