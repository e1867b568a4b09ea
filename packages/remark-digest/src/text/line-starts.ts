import type { Point } from 'unist';

/** The index at which each line of a text begins; lines end with LF, CRLF or CR. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  const lineEnd = /\r\n|\n|\r/g;
  while (lineEnd.exec(text)) starts.push(lineEnd.lastIndex);
  return starts;
}

/** Line, column and offset of an index of a text. */
export function pointAt(starts: readonly number[], offset: number): Point {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1, offset };
}
