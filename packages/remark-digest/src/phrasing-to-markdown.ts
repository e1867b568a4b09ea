import type { PhrasingContent } from 'mdast';
import { canonicalRuns, type Run, type Style } from './canonical.ts';
import { escapeDestination, escapeText } from './escape.ts';

/** How the content of a block is written. */
export interface PhrasingOptions {
  /** Whether the block may not have line ends. */
  oneLine: boolean;
  /** Writes a node that no digest has. */
  writeOther: (node: PhrasingContent) => string;
}

/** A part of a block as it is written: text or a link, or a mark that begins or ends strong or stressed text. */
interface Part {
  kind: 'text' | keyof Style;
  value: string;
  /** Of a mark: whether it begins something. */
  opens?: boolean;
}

/** Writes the content of one block as Markdown that is MDX too. */
export function phrasingToMarkdown(nodes: readonly PhrasingContent[], options: PhrasingOptions): string {
  const runs = canonicalRuns(nodes);
  const parts = toParts(runs, false, { ...options, bare: countBare(runs) <= mostBare });
  chooseMarks(parts);
  setOffFromMail(parts);
  setOffMarks(parts);
  return parts.map((part) => part.value).join('');
}

/** How many underscores and at signs of a block may stand as they are: Sätteri takes quadratic time for both. */
const mostBare = 500;

function countBare(runs: readonly Run[]): number {
  let count = 0;
  for (const run of runs) {
    if (run.type === 'run') count += run.text.split(/[_@]/).length - 1;
    else if (run.type === 'link') count += countBare(run.children);
  }
  return count;
}

/** Writes runs one after the other, with marks between them where the style changes. */
function toParts(
  runs: readonly Run[],
  inLink: boolean,
  options: PhrasingOptions & { bare: boolean },
): Part[] {
  const parts: Part[] = [];
  // The styles that are open, the outermost first.
  const open: (keyof Style)[] = [];
  for (const [index, run] of runs.entries()) {
    if (open.some((style) => !run[style])) close(parts, open, run);
    const opening = stylesToOpen(runs, index, open);
    let text = run.type === 'run' ? run.text : '';
    if (options.oneLine) text = text.replaceAll('\n', ' ');
    if (opening.length > 0) {
      // A mark with a blank inside it is none.
      const start = text.length - text.trimStart().length;
      addText(parts, text.slice(0, start));
      text = text.slice(start);
    }
    open.push(...opening);
    parts.push(...opening.map((kind) => ({ kind, value: '', opens: true })));
    if (run.type === 'run') {
      // Marks, links and the nodes of others stand before all text but the first, and none of them ends a line.
      const beginsBlock = parts.length === 0 && !inLink && !options.oneLine;
      addText(parts, escapeText(text, { beginsBlock, inLink, bare: options.bare }));
    } else if (run.type === 'link') {
      addText(parts, '[');
      parts.push(...toParts(run.children, true, options));
      addText(parts, `](<${escapeDestination(run.url)}>)`);
    } else addText(parts, options.writeOther(run.node));
  }
  if (open.length > 0) close(parts, open, undefined);
  return parts;
}

function addText(parts: Part[], value: string): void {
  if (value !== '') parts.push({ kind: 'text', value });
}

/** Ends the styles that do not go on in a run, and those inside of them; blanks before the marks come after them. */
function close(parts: Part[], open: (keyof Style)[], run: Run | undefined): void {
  const last = parts.at(-1) as Part;
  const text = last.value.trimEnd();
  const blanks = last.value.slice(text.length);
  last.value = text;
  while (open.some((style) => !run?.[style])) {
    parts.push({ kind: open.pop() as keyof Style, value: '', opens: false });
  }
  addText(parts, blanks);
}

/** The styles that begin at a run, the one that goes on for longer first. */
function stylesToOpen(runs: readonly Run[], from: number, open: readonly (keyof Style)[]): (keyof Style)[] {
  const end = (style: keyof Style): number => {
    const length = runs.slice(from).findIndex((run) => !run[style]);
    return length < 0 ? runs.length : length;
  };
  return (['strong', 'emphasis'] as const)
    .filter((style) => runs[from]?.[style] && !open.includes(style))
    .sort((a, b) => end(b) - end(a));
}

/**
 * Gives each mark its characters: asterisks, and an underscore for stress that touches strong text, whose asterisks would
 * be counted with its own.
 */
function chooseMarks(parts: readonly Part[]): void {
  let opener = 0;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'strong') part.value = '**';
    if (part.kind !== 'emphasis') continue;
    if (part.opens) {
      opener = index;
      continue;
    }
    const touches = [opener - 1, opener + 1, index - 1, index + 1].some((at) => parts[at]?.kind === 'strong');
    for (const at of [opener, index]) (parts[at] as Part).value = touches ? '_' : '*';
  }
}

/** Letters, digits and their accents: for every compiler neither blank nor punctuation. */
const letter = /[\p{L}\p{N}\p{M}]/u;

/** Blanks and punctuation of ASCII: for every compiler what they are. */
const boundary = /[\t\n !-/:-@[-`{-~]/;

/**
 * Writes the character outside of a mark as a reference where the mark would not count otherwise: a mark needs a letter
 * inside it, or a blank or punctuation outside. An underscore needs what is outside in any case.
 *
 * It also keeps an exclamation mark from making an image of the link after it.
 */
function setOffMarks(parts: readonly Part[]): void {
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    if (part.value === '[' && before?.value.endsWith('!')) before.value = `${before.value.slice(0, -1)}\\!`;
    if (part.opens === false) setOff(part, before as Part, parts[index + 1]);
  }
  // A reference is no letter for the mark on its other side: marks that open must be seen to from the end.
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index] as Part;
    if (part.opens) setOff(part, parts[index + 1] as Part, parts[index - 1]);
  }
}

function setOff(mark: Part, inside: Part, outside: Part | undefined): void {
  if (!outside) return;
  const inner = mark.opens ? firstCharacter(inside) : lastCharacter(inside);
  if (mark.value !== '_' && letter.test(inner)) return;
  const outer = mark.opens ? lastCharacter(outside) : firstCharacter(outside);
  if (!boundary.test(outer)) encode(outside, mark.opens === true);
}

/**
 * Writes what stands beside an underscore as a reference in a block that has a mail address, of which GFM would take the
 * underscore for a part.
 */
function setOffFromMail(parts: readonly Part[]): void {
  if (!parts.some((part) => part.value.includes('@'))) return;
  for (const [index, { value }] of parts.entries()) {
    if (value !== '_') continue;
    // An underscore touches the asterisks of strong text, on one side at least.
    const [before, after] = [parts[index - 1], parts[index + 1]];
    if (before && mailCharacter.test(lastCharacter(before))) encode(before, true);
    if (after && mailCharacter.test(firstCharacter(after))) encode(after, false);
  }
}

const mailCharacter = /[a-z0-9.+@-]/i;

/** Writes the first or the last character of a part as a reference, and escapes underscores that stand alone then. */
function encode(part: Part, last: boolean): void {
  const character = last ? lastCharacter(part) : firstCharacter(part);
  const reference = `&#${character.codePointAt(0)};`;
  if (last) {
    let end = part.value.length - character.length;
    // A sign that is escaped loses its backslash, which is one of an odd number.
    if (/(?<!\\)(?:\\\\)*\\$/.test(part.value.slice(0, end))) end--;
    part.value = part.value.slice(0, end).replace(/(?<=[a-z0-9])_+$/i, escapeUnderscores) + reference;
  } else {
    part.value =
      reference + part.value.slice(character.length).replace(/^_+(?=[a-z0-9])/i, escapeUnderscores);
  }
}

function escapeUnderscores(run: string): string {
  return run.replaceAll('_', '\\_');
}

function firstCharacter({ value }: Part): string {
  return value.slice(0, pair.test(value.slice(0, 2)) ? 2 : 1);
}

function lastCharacter({ value }: Part): string {
  return value.slice(pair.test(value.slice(-2)) ? -2 : -1);
}

/** A character of two halves. */
const pair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/;
