import { factKeyOf } from '../../facts/fact-keys.ts';
import type { Line } from '../../lines.ts';
import { formOf } from '../text-form.ts';
import { isAboutPaper, isLabel, isPartName, keyAtStart } from './evidence.ts';
import { labelKey } from './label-key.ts';
import { isLinksOnly } from './list-items.ts';
import { areNames } from './names.ts';
import type { Block, LineRange } from './outline.ts';
import { textOf } from './sections.ts';
import type { Table } from './table-rows.ts';

/** Tells from the lines of blocks what they say of papers. */
export class BlockSigns {
  readonly lines: readonly Line[];
  readonly #value: string;
  /** The labels of links that lead to papers. */
  readonly #labels = new Set<string>();

  constructor(value: string, lines: readonly Line[], blocks: readonly Block[]) {
    this.#value = value;
    this.lines = lines;
    for (const block of blocks) {
      if (block.kind !== 'definition') continue;
      const text = this.text(block);
      if (isAboutPaper(text)) this.#labels.add(labelKey(/^\[([^\]]+)\]/.exec(text)?.[1] ?? ''));
    }
  }

  /** The text of some lines, as it stands. */
  text(range: LineRange): string {
    return textOf(this.#value, this.lines, range);
  }

  /** Whether a text has what only a paper has, or leads to one by a label. */
  isAbout(text: string): boolean {
    if (isAboutPaper(text)) return true;
    if (this.#labels.size === 0) return false;
    return [...text.matchAll(/\[([^\][]{1,200})\](?!\()/g)].some(([, label = '']) =>
      this.#labels.has(labelKey(label)),
    );
  }

  /** Whether a block has facts of a paper, each behind its name. */
  isFacts(block: Block): boolean {
    if (block.kind === 'table') return this.#isFactTable(block.table);
    // Below an item of a list stand facts of that item.
    const rows = this.rowsOf(block).slice(0, block.kind === 'item' ? 1 : undefined);
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
      keyAtStart((this.lines[first] as Line).text.replace(/^\|\s*/, '').replace(/\s*\|/, ':')),
    );
    return rows.length > 0 && keyed.length * 2 > rows.length;
  }

  /** The lines of a range. */
  rowsOf({ first, last }: LineRange): string[] {
    return this.lines.slice(first, last + 1).map(({ text }) => text);
  }

  /** Whether a block is nothing but links that say what they lead to. */
  isLinks(block: Block): boolean {
    return isLinksOnly(this.text(block));
  }

  /** Whether a paragraph has a link that says what it leads to, and none that is a title. */
  isLinkOnly(block: Block): boolean {
    const links = [...this.text(block).matchAll(/\[([^\][]*)\]\(/g)];
    return block.kind !== 'table' && links.every(([, label = '']) => isLabel(label));
  }

  /** Whether an item of a list tells of a paper. */
  isPaperItem(block: Block, text: string): boolean {
    return (
      this.isAbout(text) ||
      this.rowsOf(block)
        .slice(1)
        .some((line) => /^author|作者|著者|저자/i.test(keyAtStart(line) ?? ''))
    );
  }

  /** Whether a block begins with the title of a paper. */
  beginsPaper(block: Block, next: Block | undefined): boolean {
    const text = this.text(block);
    if (block.kind === 'html') return isTitleSummary(text);
    const [line = '', ...further] = this.rowsOf(block);
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
      this.isAbout(text)
    );
  }
}

/** Whether the beginning of what can be unfolded is the title of a paper. */
export function isTitleSummary(text: string): boolean {
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
