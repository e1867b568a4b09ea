import { factKeyOf } from '../facts/fact-keys.ts';
import { joinTexts, locate, type Extent } from '../text/located-text.ts';
import type { Line } from '../lines.ts';
import type { Wrapping } from './wrapping.ts';

/** How many lines may stand above a fence that holds all the rest: where and when the page was saved. */
const mostAbove = 12;

/**
 * A code fence around a whole text, as tools write it that save pages inside of Markdown. A text with a fence somewhere in it does not stand
 * in one.
 */
export const fence: Wrapping = {
  name: 'fence',
  unwrap({ value, lines }) {
    const written = lines.filter(({ text }) => text !== '');
    const open = written.findIndex(({ text }) => /^(?:`{3,}|~{3,})[\w+.-]*$/.test(text));
    const before = written.slice(0, open);
    if (open < 0 || open > mostAbove || !before.every(isCapture) || isRecord(before)) return undefined;
    const mark = /^[`~]+/.exec((written[open] as Line).text)?.[0] ?? '';
    const close = written.findIndex((line, index) => index > open && isClose(line, mark));
    // A fence that is cut off reaches to the end.
    if (close >= 0 && close < written.length - 1) return undefined;
    const first = written[open] as Line;
    const start = first.textStart + first.text.length;
    const end = close < 0 ? value.length : (written[close] as Line).textStart;
    const furniture: Extent[] = [{ start: first.textStart, end: start }];
    if (close >= 0) furniture.push({ start: end, end: end + (written[close] as Line).text.length });
    const above = locate(value, 0, first.textStart);
    const inside = locate(value, start, end);
    // The pages of Hugging Face are read together with what is written above them.
    if (/huggingface\.co\//.test(above.value)) {
      return { texts: [{ text: joinTexts([above, inside], '') }], furniture };
    }
    const day = /\b\d{4}-\d{2}-\d{2}\b/.exec(above.value);
    const date = day ? locate(value, day.index, day.index + day[0].length) : undefined;
    return { texts: [{ text: inside, date }], furniture: [...above.pieces, ...furniture] };
  },
};

function isClose({ text }: Line, mark: string): boolean {
  return text.startsWith(mark) && /^[`~]+$/.test(text);
}

/** Whether a line is a heading, or a key and its value. */
function isCapture({ text }: Line): boolean {
  return /^(?:#{1,6} |(?:[-*+] )?\**[A-Z][\w .()-]{0,40}\**:)|^-{3,}$/.test(text);
}

/**
 * Whether lines are papers of their own, and do not tell of the page in a fence below them: that one has one title, and no abstract that is
 * called so.
 */
function isRecord(lines: readonly Line[]): boolean {
  const names = lines.flatMap(({ text }) => /^[-*+ ]*(?<name>[^:]+):/.exec(text)?.groups?.['name'] ?? []);
  const count = (role: string): number => names.filter((name) => factKeyOf(name)?.role === role).length;
  const hasAbstract = names.some(
    (name) => factKeyOf(name)?.role === 'abstract' && !/\b(?:description|summary|overview)\b/i.test(name),
  );
  return (
    count('title') > 1 ||
    (count('title') > 0 && (hasAbstract || (count('abstract') > 0 && count('authors') > 0)))
  );
}
