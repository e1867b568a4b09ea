import { joinTexts, replaceInText, type Extent, type LocatedText } from '../../text/located-text.ts';
import { PageWriter, standing, type WrittenLine } from './page-writer.ts';

interface Cell {
  writer: PageWriter;
  isHead: boolean;
}

interface Row {
  cells: Cell[];
  end: Extent;
}

/** Writes a table: one of data as Markdown has it, with a line a row; what a page only lays out in cells, as lines. */
export class TableWriter {
  readonly #rows: Row[] = [];
  #holdsTable = false;

  row(tag: Extent): void {
    this.#rows.push({ cells: [], end: tag });
  }

  /** Begins a cell. */
  cell(tag: Extent, isHead: boolean): PageWriter {
    if (this.#rows.length === 0) this.row(tag);
    const writer = new PageWriter();
    const row = this.#rows.at(-1) as Row;
    row.cells.push({ writer, isHead });
    return writer;
  }

  endRow(tag: Extent): void {
    const row = this.#rows.at(-1);
    if (row) row.end = tag;
  }

  /** Tells that a table is inside this one. */
  holdTable(): void {
    this.#holdsTable = true;
  }

  /** The lines of the table. */
  lines(): WrittenLine[] {
    const rows = this.#rows.filter(({ cells }) => cells.length > 0);
    const isData =
      !this.#holdsTable &&
      rows.length > 1 &&
      rows[0]?.cells.some(({ isHead }) => isHead) === true &&
      rows.some(({ cells }) => cells.length > 1);
    return isData ? rows.flatMap(dataRow) : rows.flatMap(layoutRow);
  }
}

function dataRow({ cells, end }: Row, index: number): WrittenLine[] {
  const texts = cells.flatMap(({ writer }, index) => [
    joinTexts(
      writer.lines.map(({ text }) => replaceInText(text, /\|/g, () => '\\|')),
      '<br>',
    ),
    standing(index === cells.length - 1 ? ' |' : ' | ', end),
  ]);
  // An empty cell has no text to stand on its place, so that all its signs stand on the end of the row.
  const row = line(
    joinTexts([standing('| ', cells[0]?.writer.lines[0]?.text.pieces[0] ?? end), ...texts], ''),
  );
  if (index > 0) return [row];
  return [row, line(standing(`|${' --- |'.repeat(cells.length)}`, end))];
}

function layoutRow({ cells, end }: Row): WrittenLine[] {
  const filled = cells.filter(({ writer }) => writer.lines.length > 0);
  if (filled.length < 2 || filled.some(({ writer }) => writer.lines.length > 1)) {
    return filled.flatMap(({ writer }) => writer.lines);
  }
  const texts = filled.flatMap(({ writer }, index): LocatedText[] => {
    const [written] = writer.lines;
    return [...(index > 0 ? [standing(' ', end)] : []), ...(written ? [written.text] : [])];
  });
  return [line(joinTexts(texts, ''))];
}

function line(text: LocatedText): WrittenLine {
  return { text, mark: undefined, depth: 0, blankAbove: false };
}
