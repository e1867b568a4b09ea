/** From where to where a text stands without the white space at its ends. */
export function cutEnds(text: string): [start: number, end: number] {
  const start = text.length - text.trimStart().length;
  return [start, Math.max(start, text.trimEnd().length)];
}
