import { formOf } from '../text-form.ts';
import type { PageLine } from '../page-lines.ts';
import { bareAddress, heading, isFurniture, readByline, type Byline } from './lines.ts';

/** One paper of an alert. */
export interface AlertRecord {
  title: PageLine[];
  byline: PageLine;
  parts: Byline;
  snippet: PageLine[];
}

/** The lines of an alert. */
export interface Alert {
  records: AlertRecord[];
  furniture: PageLine[];
  headings: PageLine[];
  unread: PageLine[];
}

/** Sorts the lines of an alert: each byline has the title above it and what the paper says below. */
export function readAlert(lines: readonly PageLine[]): Alert {
  const alert: Alert = { records: [], furniture: [], headings: [], unread: [] };
  const bylines = bylinesIn(lines);
  const isAdjacent = bylines.some(({ at }) => lines[at + 1]?.blankAbove === false);
  let snippetOf: AlertRecord | undefined;
  let from = 0;
  for (const { at, parts } of [...bylines, { at: lines.length, parts: undefined }]) {
    const blocks = blocksIn(lines, from, at, alert);
    const byline = lines[at];
    const title = byline ? takeTitle(blocks, snippetOf !== undefined) : [];
    // Lines that a page has apart end where the text is cut off.
    const cut = blocks.findIndex((block) => isCutOff(block.at(-1)?.value ?? ''));
    const snippet = blocks.slice(0, Math.max(cut, 0) + 1);
    if (snippetOf && isSnippet(snippet.flat(), isAdjacent, bylines.length)) {
      snippetOf.snippet = snippet.flat();
      blocks.splice(0, snippet.length);
    }
    for (const block of blocks) for (const line of block) alert.unread.push(line);
    if (byline && title.length === 0) alert.unread.push(byline);
    snippetOf = byline && parts && title.length > 0 ? { title, byline, parts, snippet: [] } : undefined;
    if (snippetOf) alert.records.push(snippetOf);
    from = at + 1;
  }
  return alert;
}

/** The bylines, each at its index. Of two lines that read like one, the first is a title. */
function bylinesIn(lines: readonly PageLine[]): { at: number; parts: Byline }[] {
  const found: { at: number; parts: Byline }[] = [];
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] as PageLine;
    const parts = readByline(line.value);
    if (!parts || isFurniture(line)) continue;
    if (found.at(-1)?.at === at - 1 && !line.blankAbove) found.pop();
    found.push({ at, parts });
  }
  return found;
}

/** Lines that stand together, up to `to`; what is around the papers is sorted out. */
function blocksIn(
  lines: readonly PageLine[],
  from: number,
  to: number,
  { furniture, headings }: Alert,
): PageLine[][] {
  const blocks: PageLine[][] = [];
  let open = false;
  for (const line of lines.slice(from, to)) {
    const around = heading.test(line.value) ? headings : isFurniture(line) ? furniture : undefined;
    if (around) {
      around.push(line);
      open = false;
      continue;
    }
    if (!open || line.blankAbove) blocks.push([]);
    blocks.at(-1)?.push(line);
    open = true;
  }
  return blocks;
}

/** Takes the title off the last of some blocks. */
function takeTitle(blocks: PageLine[][], isBelowPaper: boolean): PageLine[] {
  const last = blocks.at(-1);
  if (!last) return [];
  if (blocks.length > 1 || !isBelowPaper || last[0]?.blankAbove) return blocks.pop() ?? [];
  // The title of a paper that stands directly below another one is one line, and the address below it.
  const lines = isAddress(last.at(-1)) ? 2 : 1;
  const title = last.splice(-lines);
  if (last.length === 0) blocks.pop();
  return title;
}

function isAddress(line: PageLine | undefined): boolean {
  return line !== undefined && bareAddress.exec(line.value)?.[0] === line.value;
}

/** Whether a text ends with the sign that there is more of it. */
export function isCutOff(value: string): boolean {
  return /(?:…|\.{3})$/.test(value);
}

/** Whether lines are what a paper says: where others have it directly below their bylines, this one has to as well. */
function isSnippet(lines: readonly PageLine[], isAdjacent: boolean, count: number): boolean {
  const [first] = lines;
  if (!first) return false;
  if (!first.blankAbove) return true;
  if (isAdjacent) return false;
  const text = lines.map(({ value }) => value).join(' ');
  return count > 1 || isCutOff(text) || formOf(text) !== 'other';
}
