/** A stretch of a text, from an index to the one after its last character. */
export interface Extent {
  start: number;
  end: number;
}

/**
 * One piece of a located text. It reaches to the next piece, or to the end of the value.
 *
 * Where the piece is as long as the stretch that it stands on, each of its characters stands on one of them; else the whole
 * piece stands on the whole stretch, as a decoded `&amp;` does, or the space that a folded line end became.
 */
export interface Piece extends Extent {
  /** Index in the value at which the piece begins. */
  at: number;
}

/**
 * A value that a dialect took out of a text, and where each of its characters stood there: a title that went over two lines, an
 * abstract out of JSON, a name out of a table cell.
 *
 * The pieces are in the order of the value and cover all of it; an empty value has none.
 */
export interface LocatedText {
  value: string;
  /** Places in the text that the dialect was given. */
  pieces: readonly Piece[];
}

/** The stretch of a text as it stands there. */
export function locate(text: string, start: number, end: number): LocatedText {
  return { value: text.slice(start, end), pieces: start < end ? [{ at: 0, start, end }] : [] };
}

/** A value that stands on a whole stretch of the text, whatever the two look like. */
export function standFor(value: string, start: number, end: number): LocatedText {
  return { value, pieces: value === '' ? [] : [{ at: 0, start, end }] };
}

/** Joins texts, one after the other; `glue` stands on what is between two of them in the text. */
export function joinTexts(texts: readonly LocatedText[], glue: string): LocatedText {
  const values: string[] = [];
  const pieces: Piece[] = [];
  let first: LocatedText | undefined;
  let at = 0;
  for (const text of texts) {
    if (text.value === '') continue;
    if (!first) first = text;
    else if (glue !== '') {
      const start = (pieces.at(-1) as Piece).end;
      // What is joined in another order has nothing between.
      pieces.push({ at, start, end: Math.max(start, (text.pieces[0] as Piece).start) });
      values.push(glue);
      at += glue.length;
    }
    for (const { at: from, start, end } of text.pieces) pieces.push({ at: from + at, start, end });
    values.push(text.value);
    at += text.value.length;
  }
  if (!first) return { value: '', pieces: [] };
  return values.length === 1 ? first : { value: values.join(''), pieces };
}

/** Part of a located text. */
export function sliceText(text: LocatedText, from: number, to = text.value.length): LocatedText {
  if (from <= 0 && to >= text.value.length) return text;
  const value = text.value.slice(from, to);
  const pieces: Piece[] = [];
  addPieces(pieces, 0, text, from, to);
  return { value, pieces };
}

/** Adds the pieces of a stretch of a text, which begins at an index of another value. */
function addPieces(pieces: Piece[], at: number, text: LocatedText, from: number, to: number): void {
  if (from >= to) return;
  for (let index = pieceAt(text.pieces, from); index < text.pieces.length; index++) {
    const piece = text.pieces[index] as Piece;
    if (piece.at >= to) break;
    const end = text.pieces[index + 1]?.at ?? text.value.length;
    const first = Math.max(piece.at, from);
    pieces.push(
      isExact(piece, end)
        ? {
            at: at + first - from,
            start: piece.start + first - piece.at,
            end: piece.start + Math.min(end, to) - piece.at,
          }
        : { at: at + first - from, start: piece.start, end: piece.end },
    );
  }
}

/** A located text without the white space at its ends. */
export function trimText(text: LocatedText): LocatedText {
  const start = text.value.length - text.value.trimStart().length;
  return sliceText(text, start, Math.max(start, text.value.trimEnd().length));
}

/**
 * Puts other text in the place of what a pattern finds.
 *
 * @param pattern has the flag `g`, and never finds an empty stretch
 * @param replacement gives what the found stretch becomes; it then stands on that stretch
 */
export function replaceInText(
  text: LocatedText,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string,
): LocatedText {
  const pieces: Piece[] = [];
  let value = '';
  let done = 0;
  for (let match = findFrom(text.value, pattern, 0); match; match = findFrom(text.value, pattern, done)) {
    addPieces(pieces, value.length, text, done, match.index);
    value += text.value.slice(done, match.index);
    const end = match.index + match[0].length;
    const other = replacement(match);
    if (other !== '') {
      pieces.push({ at: value.length, ...(extentOf(sliceText(text, match.index, end)) as Extent) });
      value += other;
    }
    done = end;
  }
  if (done === 0) return text;
  addPieces(pieces, value.length, text, done, text.value.length);
  return { value: value + text.value.slice(done), pieces };
}

/** What a pattern with the flag `g` finds from an index on; `matchAll` would copy the pattern each time. */
function findFrom(value: string, pattern: RegExp, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(value);
}

/** Cuts a located text at what a pattern (with the flag `g`) finds; parts have no white space at their ends, and empty ones are left out. */
export function splitText(text: LocatedText, pattern: RegExp): LocatedText[] {
  const parts: LocatedText[] = [];
  let done = 0;
  for (let match = findFrom(text.value, pattern, 0); match; match = findFrom(text.value, pattern, done)) {
    parts.push(trimText(sliceText(text, done, match.index)));
    done = match.index + match[0].length;
  }
  parts.push(trimText(sliceText(text, done)));
  return parts.filter((part) => part.value !== '');
}

/** White space, line ends among it, as one space each time. */
export function foldText(text: LocatedText): LocatedText {
  return trimText(replaceInText(text, /\s{2,}|[\n\r\t]/g, () => ' '));
}

/** From where to where a located text stands; nothing where it is empty. */
export function extentOf(text: LocatedText): Extent | undefined {
  const [first] = text.pieces;
  if (!first) return undefined;
  let { start, end } = first;
  for (const piece of text.pieces) {
    if (piece.start < start) start = piece.start;
    if (piece.end > end) end = piece.end;
  }
  return { start, end };
}

/** Where in the text the characters from `start` to `end` of a value stand. */
export function placeInText(text: LocatedText, start: number, end: number): Extent {
  return { start: startOf(text, start), end: endOf(text, Math.max(start, end)) };
}

function startOf({ value, pieces }: LocatedText, index: number): number {
  const at = pieceAt(pieces, index);
  const piece = pieces[at];
  if (!piece) return 0;
  if (!isExact(piece, pieces[at + 1]?.at ?? value.length)) {
    return index >= value.length ? piece.end : piece.start;
  }
  return piece.start + index - piece.at;
}

function endOf(text: LocatedText, index: number): number {
  if (index === 0) return startOf(text, 0);
  const { value, pieces } = text;
  const at = pieceAt(pieces, index - 1);
  const piece = pieces[at];
  if (!piece) return 0;
  return isExact(piece, pieces[at + 1]?.at ?? value.length) ? piece.start + index - piece.at : piece.end;
}

/** Whether each character of a piece, which ends at an index of the value, stands on one of the text. */
function isExact(piece: Piece, end: number): boolean {
  return end - piece.at === piece.end - piece.start;
}

/** The piece that has the character at an index, else the last one. */
function pieceAt(pieces: readonly Piece[], index: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).at <= index) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}
