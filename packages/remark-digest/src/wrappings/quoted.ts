import { parseDateText } from '../dates.ts';
import { readDate } from '../facts/read-date.ts';
import type { Line } from '../lines.ts';
import { cut, type DigestText } from '../text/digest-text.ts';
import { locate, replaceInText, type Extent, type LocatedText } from '../text/located-text.ts';
import type { Unwrapped, Wrapping } from './wrapping.ts';

/**
 * What an answer quotes, and a mail that is quoted elsewhere, as in Markdown: `> ` before each line. Other quotations stay as they are,
 * since they belong to what is around them.
 */
export const quoted: Wrapping = {
  name: 'quotation',
  unwrap({ value, lines }) {
    if (!/^>/m.test(value)) return undefined;
    const texts: Unwrapped[] = [];
    const furniture: Extent[] = [];
    for (const { first, last, above } of quotations(lines)) {
      const text = unquote(value, lines[first] as Line, lines[last] as Line);
      if (!isMailing(text.value) && !(above && isAttribution(above.text))) continue;
      const heading = above && headingOf({ value }, above);
      if (above && (heading || isAttribution(above.text))) {
        furniture.push({ start: above.textStart, end: above.textStart + above.text.length });
      }
      texts.push({ text, ...(heading && told(heading)) });
    }
    return texts.length > 0 ? { texts, furniture } : undefined;
  },
};

/** Runs of quoted lines, with the line above each. */
function quotations(lines: readonly Line[]): { first: number; last: number; above: Line | undefined }[] {
  const found: { first: number; last: number; above: Line | undefined }[] = [];
  let above: Line | undefined;
  let open = false;
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    if (!line.text.startsWith('>')) {
      above = line;
      open = false;
    } else if (open) {
      Object.assign(found.at(-1) as object, { last: index });
    } else {
      found.push({ first: index, last: index, above });
      open = true;
    }
  }
  return found;
}

function unquote(value: string, first: Line, last: Line): LocatedText {
  const text = locate(value, first.textStart, last.textStart + last.text.length);
  // The sign of quotation belongs to the first character behind it, so that it is nowhere left over.
  return replaceInText(text, /^[ \t]*(?:> ?)+(?<first>[^\r\n]?)/gmu, ({ groups }) => groups?.['first'] ?? '');
}

/** Whether a text has the records of arXiv's mail, or begins with the header of a mail. */
function isMailing(value: string): boolean {
  return /^\\{1,4}\s+(?:arXiv:|Paper\b)/m.test(value) || /^\s*(?:From|Subject|Date):\s\S/.test(value);
}

function headingOf(source: Pick<DigestText, 'value'>, { text, textStart }: Line): LocatedText | undefined {
  const marks = /^#{1,6}\s+(?=\S)/.exec(text)?.[0].length;
  return marks === undefined ? undefined : cut(source, textStart + marks, textStart + text.length);
}

/** `On Wed, 12 Mar 2025 at 04:01, Mia Tern wrote:` */
function isAttribution(text: string): boolean {
  return (
    text.length < 300 &&
    /\d/.test(text) &&
    /\b(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef)\b.{0,100}:$/.test(text)
  );
}

function told(heading: LocatedText): Pick<Unwrapped, 'header' | 'date'> {
  const isDate = parseDateText(heading.value) !== undefined || readDate(heading.value)?.length === 10;
  return isDate ? { date: heading } : { header: { title: heading.value } };
}
