/** Stand around the parts of a page that change when later issues come, such as its related papers. */
export const laterStart = '<!--digest-later-->';
export const laterEnd = '<!--/digest-later-->';

/** Where a part stands in the rest of its page, and how long it is, in bytes. */
type PlacedPart = readonly [offset: number, length: number];

/** A page without the parts that later issues change, and these parts. */
export interface PartedPage {
  page: Uint8Array;
  /** The places of the parts as JSON, a line feed, the parts. */
  parts: Uint8Array;
}

/** Between the places and the parts. */
const lineFeed = 10;

/**
 * Takes the parts out of a page that later issues change.
 *
 * @returns `undefined` where the page marks none
 */
export function partPage(whole: Uint8Array): PartedPage | undefined {
  // One character a byte: what is between the marks may be in any encoding.
  const text = latin1(whole);
  const places: PlacedPart[] = [];
  const kept: Uint8Array[] = [];
  const taken: Uint8Array[] = [];
  let from = 0;
  let offset = 0;
  for (;;) {
    const mark = text.indexOf(laterStart, from);
    const end = mark < 0 ? -1 : text.indexOf(laterEnd, mark);
    if (end < 0) break;
    const start = mark + laterStart.length;
    kept.push(whole.subarray(from, start));
    taken.push(whole.subarray(start, end));
    offset += start - from;
    places.push([offset, end - start]);
    from = end;
  }
  if (places.length === 0) return undefined;
  kept.push(whole.subarray(from));
  const list = new TextEncoder().encode(`${JSON.stringify(places)}\n`);
  return { page: concat(kept), parts: concat([list, ...taken]) };
}

/** Puts the parts back. */
export function joinPage({ page, parts }: PartedPage): Uint8Array {
  const end = parts.indexOf(lineFeed);
  const places = JSON.parse(new TextDecoder().decode(parts.subarray(0, end))) as PlacedPart[];
  const pieces: Uint8Array[] = [];
  let from = 0;
  let part = end + 1;
  for (const [offset, length] of places) {
    pieces.push(page.subarray(from, offset), parts.subarray(part, part + length));
    from = offset;
    part += length;
  }
  pieces.push(page.subarray(from));
  return concat(pieces);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
