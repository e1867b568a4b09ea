import { factKeyOf } from '../../facts/fact-keys.ts';
import type { Line } from '../../lines.ts';
import { formOf, proseOf } from '../text-form.ts';
import { isFencedText, isOfOtherDialect, keyAtStart, startsQuoted } from './evidence.ts';
import type { Layout } from './find-items.ts';
import { isOnlyDate } from './own-blocks.ts';
import type { Block, LineRange } from './outline.ts';
import { textOf } from './sections.ts';

/** Whether a block is understood and says nothing: rules, badges, contents, code, tags without text. */
export function isFurniture(block: Block, value: string, lines: readonly Line[]): boolean {
  switch (block.kind) {
    case 'rule':
    case 'comment':
    case 'definition':
      return true;
    case 'fence':
      return /^(?:`{3,}|~{3,})\s*(?:bib(?:la)?tex|latex|tex)?\s*\n\s*@\w+\s*\{|^(?:`{3,}|~{3,})\s*bib(?:la)?tex/i.test(
        textOf(value, lines, block),
      );
    case 'heading':
      return false;
    default:
      return isNavigation(textOf(value, lines, block));
  }
}

/** Whether a text shows nothing but pictures, badges and links within its own page or folder. */
function isNavigation(text: string): boolean {
  // Most texts have neither a tag nor a link.
  if (!/\]\(|[[<=]/.test(text)) return !/[\p{L}\p{N}]/u.test(text);
  const isInPage = inPageLink.test(text);
  const shown = text
    .replace(/<!--[^]{0,2000}?-->/g, ' ')
    .replace(picture, ' ')
    .replace(/<a\s[^<>]{0,500}href\s?=\s?["']?(?!https?:)[^<>]{0,500}>[^<]{0,500}<\/a>/gi, ' ')
    .replace(/<summary>[^]{0,500}?<\/summary>/gi, ' ')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\[(?:[^\][]|\[[^\][]{0,200}\]){0,200}\]\((?!https?:)[^()]{0,500}\)/g, ' ');
  const letters = shown.replace(/[^\p{L}\p{N}]+/gu, '').length;
  return letters === 0 || (isInPage && letters < 30 && formOf(shown.trim()) === 'other');
}

const inPageLink = /\]\((?!https?:)[^()]{0,500}\)|href\s?=\s?["']?(?!https?:)[#./\w]/i;
/** A picture, or one that leads somewhere, as badges do. */
const picture =
  /\[!\[[^\][]{0,300}\]\([^()]{0,1000}\)\]\([^()]{0,1000}\)|!\[[^\][]{0,300}\]\([^()]{0,1000}\)/g;

/**
 * Whether a block that belongs to no paper is plainly words about the digest: sentences, labels, lists. A title and its abstract without
 * any mark of Markdown may be papers of another dialect, and so may what is written as other dialects are.
 */
export function isProse(
  block: Block,
  next: Block | undefined,
  value: string,
  lines: readonly Line[],
): boolean {
  const text = textOf(value, lines, block);
  if (block.kind === 'fence') return !isFencedText(text);
  if (isOfOtherDialect(text) || hasFacts(text)) return false;
  if (block.kind !== 'paragraph') return true;
  // Rows whose head is cut off, and titles.
  if (text.startsWith('|') || startsQuoted.test(text)) return false;
  // A day that stands alone is the head of another digest.
  if (text.length < 30 && isOnlyDate(text)) return false;
  if (!isPlainLine(text) || formOf(text) !== 'other') return true;
  // A call to the reader.
  if (/[!！]$/.test(text) && proseOf(text) !== 'none') return true;
  // A line that ends like no sentence, with another one below that has no mark either, is a title with its abstract.
  return !(next?.kind === 'paragraph' && isPlainLine(textOf(value, lines, next)));
}

/** Whether a text has two facts of a paper or more, each behind its name or in its row. */
function hasFacts(text: string): boolean {
  const roles = new Set<string>();
  for (const line of text.split('\n')) {
    const key = keyAtStart(
      line
        .replace(/^\|\s*/, '')
        .replace(/\s*\|/, ':')
        .trim(),
    );
    const role = key === undefined ? undefined : factKeyOf(key)?.role;
    if (role !== undefined && paperFacts.has(role)) roles.add(role);
  }
  return roles.size > 1;
}

const paperFacts: ReadonlySet<string> = new Set([
  'title',
  'authors',
  'abstract',
  'arxivId',
  'doi',
  'venue',
  'date',
]);

/** Whether a text has no mark of Markdown, no address and no label. */
function isPlainLine(text: string): boolean {
  return !/[*_`[\]()<>#|]|https?:|[:：…]$|^[^\n:：]{1,40}[:：]\s?\S/.test(text);
}

/** The lines that belong to no paper. */
export interface LeftOver {
  /** What is understood and says nothing. */
  furniture: LineRange[];
  /** Words about the digest; lines without a paper between them are together. */
  prose: LineRange[];
}

/**
 * Sorts what belongs to no paper. What is neither furniture nor prose is in neither list.
 *
 * @param taken for each line, 1 where it belongs to a paper or a heading, 2 where it names columns or a topic
 */
export function sortLeftOver(
  { blocks, root }: Layout,
  taken: Uint8Array,
  value: string,
  lines: readonly Line[],
): LeftOver {
  const found: LeftOver = { furniture: [], prose: [] };
  for (const [line, what] of taken.entries())
    if (what === 2) found.furniture.push({ first: line, last: line });
  const hasProse = headingsWithProse(root, taken, value, lines);
  let open: LineRange | undefined;
  for (const [index, block] of blocks.entries()) {
    if ((taken[block.first] as number) > 0) {
      open = undefined;
      continue;
    }
    const isSilent = block.kind === 'heading' ? !hasProse.has(block) : isFurniture(block, value, lines);
    if (isSilent) {
      found.furniture.push(block);
    } else if (isProse(block, blocks[index + 1], value, lines)) {
      if (open) open.last = block.last;
      else found.prose.push((open = { first: block.first, last: block.last }));
    } else {
      open = undefined;
    }
  }
  return found;
}

/** The headings that have words below them which belong to no paper. */
function headingsWithProse(
  root: Layout['root'],
  taken: Uint8Array,
  value: string,
  lines: readonly Line[],
): Set<Block> {
  const found = new Set<Block>();
  const visit = (section: Layout['root']): boolean => {
    let has = section.blocks.some((block) => taken[block.first] === 0 && !isFurniture(block, value, lines));
    for (const child of section.children) has = visit(child) || has;
    if (has && section.heading) found.add(section.heading);
    return has;
  };
  visit(root);
  return found;
}
