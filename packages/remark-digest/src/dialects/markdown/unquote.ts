import type { Line } from '../../lines.ts';
import type { Extent } from '../../text/located-text.ts';

/** Lines as they stand in their quotations, and where the signs of these were. */
export interface Unquoted {
  lines: readonly Line[];
  signs: Extent[];
}

/** Takes the signs of a quotation off of lines where headings stand in it: such a quotation is a way to draw papers, not to quote. */
export function unquote(lines: readonly Line[]): Unquoted {
  const signs: Extent[] = [];
  if (!lines.some(({ text }) => /^>\s?#/.test(text))) return { lines, signs };
  const found = [...lines];
  for (let index = 0; index < lines.length; index++) {
    let end = index;
    while (lines[end]?.text.startsWith('>')) end++;
    if (!lines.slice(index, end).some(({ text }) => /^>\s?#{1,6}\s/.test(text))) {
      index = Math.max(index, end - 1);
      continue;
    }
    for (; index < end; index++) {
      const line = lines[index] as Line;
      const text = line.text.slice(1).trimStart();
      const textStart = line.textStart + line.text.length - text.length;
      signs.push({ start: line.textStart, end: line.textStart + 1 });
      found[index] = { ...line, text, textStart };
    }
  }
  return { lines: found, signs };
}
