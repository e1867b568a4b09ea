import type { Line } from '../../lines.ts';
import { isPageName, readField } from './header-lines.ts';

/**
 * How many lines from an index on stand above a digest and are no part of it: its front matter, or the beginning of a code fence right
 * above a header, with what is written above that. In the middle of a text they are of another file, which was put below the one above it;
 * so is the end of a fence in which that one stood.
 */
export function linesAbove(lines: readonly Line[], start: number): number {
  const { captions, opening, closing } = fencesOf(lines);
  const line = lines[start];
  if (line && (opening.has(line) || closing.has(line))) return 1;
  return captions.get(start) ?? frontMatterLength(lines, start);
}

/** The same, where such lines stand one below the other, with blank ones between. */
export function allLinesAbove(lines: readonly Line[], start: number): number {
  let end = start;
  for (;;) {
    const next = nextVisible(lines, end);
    const length = next < 0 ? 0 : linesAbove(lines, next);
    if (length === 0) return end - start;
    end = next + length;
  }
}

/** Code fences with a digest in them. */
export interface Fences {
  opening: ReadonlySet<Line>;
  closing: ReadonlySet<Line>;
  /** How many lines from an index on are what is written above a fence, and the fence. */
  captions: ReadonlyMap<number, number>;
}

/** The fences in a text that have a digest in them. */
export function fencesOf(lines: readonly Line[]): Fences {
  let fences = known.get(lines);
  if (!fences) {
    fences = findFences(lines);
    known.set(lines, fences);
  }
  return fences;
}

/** Lines without their fences, which are blank then. */
export function withoutFences(lines: readonly Line[], { opening, closing }: Fences): readonly Line[] {
  if (opening.size === 0) return lines;
  return lines.map((line) => (opening.has(line) || closing.has(line) ? { ...line, text: '' } : line));
}

/** What was found, since it is asked for each line of a text. */
const known = new WeakMap<readonly Line[], Fences>();

function findFences(lines: readonly Line[]): Fences {
  const [opening, closing, captions] = [new Set<Line>(), new Set<Line>(), new Map<number, number>()];
  const first = lines.findIndex(({ text }) => text !== '');
  let open: Line | undefined;
  for (const [index, line] of lines.entries()) {
    if (!isFence(line.text)) continue;
    // Neither a header nor a title is a fence.
    const isOfDigest = index === first || beginsDigest(lines, index + 1);
    const isKnown = open !== undefined && opening.has(open);
    if (open && isEnd(line.text, open.text) && (isKnown || !isOfDigest)) {
      if (isKnown) closing.add(line);
      open = undefined;
    } else if (isOfDigest) {
      opening.add(line);
      const start = open ? index : startOfCaption(lines, index);
      if (start < index) captions.set(start, index + 1 - start);
      open = line;
    } else {
      open ??= line;
    }
  }
  return { opening, closing, captions };
}

function isFence(text: string): boolean {
  return /^(?:`{3,}|~{3,})[\w+.-]*$/.test(text);
}

/** Whether a fence ends what another one has begun. */
function isEnd(text: string, open: string): boolean {
  const mark = /^[`~]+/.exec(open)?.[0] ?? '';
  return /^[`~]+$/.test(text) && text.startsWith(mark);
}

/** How many blank lines may stand around a fence. */
const mostBlank = 3;

/** How many lines what is written above a fence has, and how long they are, in UTF-16 units. */
const mostCaptions = 3;
const longestCaption = 120;

// A title without an abstract may stand above a fence as well.
const caption =
  /^#{1,6}\s|:$|https?:\/\/|\b\d{4}-\d\d-\d\d\b|^(?:saved|copied|retrieved|fetched|captured|exported|archived|crawled|accessed|source)\b/i;

/** Index of the line with which begins what is written above a fence: when or where the page in it was saved, what it is. */
function startOfCaption(lines: readonly Line[], fence: number): number {
  let last = fence - 1;
  while (last >= 0 && fence - 1 - last < mostBlank && lines[last]?.text === '') last--;
  let start = last + 1;
  while (start > 0 && last + 1 - start <= mostCaptions && lines[start - 1]?.text !== '') start--;
  const written = lines.slice(start, last + 1);
  const isCaption =
    written.length <= mostCaptions &&
    written.every(({ text }) => text.length <= longestCaption && caption.test(text));
  return isCaption && written.length > 0 ? start : fence;
}

function beginsDigest(lines: readonly Line[], start: number): boolean {
  const first = nextVisible(lines, start);
  if (first < 0) return false;
  const { text = '' } = lines[first] ?? {};
  return readField(text) !== undefined || isPageName(text) || frontMatterLength(lines, first) > 0;
}

/** Index of the next line that is not blank; -1 where there are more blank ones. */
function nextVisible(lines: readonly Line[], start: number): number {
  const found = lines.slice(start, start + mostBlank + 1).findIndex(({ text }) => text !== '');
  return found < 0 ? -1 : start + found;
}

function frontMatterLength(lines: readonly Line[], start: number): number {
  if (lines[start]?.text !== '---') return 0;
  for (let index = start + 1; index < lines.length; index++) {
    const { text, start: from, textStart } = lines[index] as Line;
    if (text === '---') return index + 1 - start;
    const goesOn = text !== '' && index > start + 1 && (textStart > from || text.startsWith('- '));
    if (!goesOn && !/^[\w-]+:(?:\s|$)/.test(text)) return 0;
  }
  return 0;
}
