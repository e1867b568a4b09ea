import type { DigestText } from '../../text/digest-text.ts';
import { locate, replaceInText, type Extent, type LocatedText } from '../../text/located-text.ts';
import type { Unwrapped, UnwrappedTexts, Wrapping } from '../wrapping.ts';
import { dayOf, isMail, readFields, subjectOf, type MailFields } from './fields.ts';
import { contentOf } from './parts.ts';

/** A mail as a file (`.eml`), or as people copy it with its header. */
export const mail: Wrapping = {
  name: 'mail',
  unwrap(text, report) {
    if (!/^\s*\*{0,2}[A-Za-z][A-Za-z0-9-]*\s?:/.test(text.value)) return undefined;
    const first = text.lines.findIndex((line) => line.text !== '');
    const fields = readFields(text, first);
    if (!fields || !isMail(fields)) return undefined;
    const { texts, read, left } = contentOf(text, fields, fields.next, report);
    return {
      texts: texts.map((inner) => unwrapped(inner, fields)),
      furniture: allBut([...read, ...left], text.value.length),
    };
  },
};

/** The line that begins a mail in a mailbox. */
const separator = /^From \S+ .*\d:\d{2}.*\d{4}$/;

/** A mailbox (`.mbox`): mails one after the other, each below a line `From …`. */
export const mailbox: Wrapping = {
  name: 'mailbox',
  unwrap({ value, lines }) {
    if (!/^\s*From \S/.test(value)) return undefined;
    const first = lines.findIndex((line) => line.text !== '');
    const starts = lines.flatMap(({ text }, index) =>
      separator.test(text) &&
      (index === first || lines[index - 1]?.text === '') &&
      /^[A-Za-z][A-Za-z0-9-]*:/.test(lines[index + 1]?.text ?? '')
        ? [index]
        : [],
    );
    if (starts[0] !== first) return undefined;
    const bodies = starts.map((start, index): Extent => ({
      start: lines[start + 1]?.start ?? value.length,
      end: lines[starts[index + 1] ?? lines.length]?.start ?? value.length,
    }));
    return {
      // A line of a mail that begins with `From ` was given a sign before it.
      texts: bodies.map(({ start, end }) => ({
        text: replaceInText(locate(value, start, end), /^>(?=>*From )/gm, () => ''),
      })),
      furniture: allBut(bodies, value.length),
    };
  },
};

/**
 * Mails inside a text, each with its header: forwarded ones, and those that were pasted one below the other. Each is given on with its
 * header, as a mail.
 */
export const mailsInText: Wrapping = {
  name: 'mails in a text',
  unwrap(text) {
    if (!/^\*{0,2}Subject\s?:/m.test(text.value)) return undefined;
    const { value, lines } = text;
    const heads = headsIn(text);
    const [top] = heads;
    if (!top) return undefined;
    const startOf = (line: number): number => lines[line]?.start ?? value.length;
    const mails = heads.map(({ first }, index): Extent => ({
      start: startOf(first),
      end: startOf(heads[index + 1]?.above ?? lines.length),
    }));
    // What stands above the first one is a note of who forwards it, or a digest itself.
    const before: Extent = { start: 0, end: startOf(top.above) };
    const isNote = lines.slice(0, top.above).filter(({ text }) => text !== '').length <= longestNote;
    return {
      texts: (isNote ? mails : [before, ...mails]).map(({ start, end }) => ({
        text: locate(value, start, end),
      })),
      furniture: allBut([before, ...mails], value.length),
    };
  },
};

/** No note above a forwarded mail has more lines. */
const longestNote = 5;

/** What programs write above the header of a mail that they forward. */
const mark = /^(?:-{2,} ?\S.*-{2,}|_{10,}|\S[^\r\n]{0,80}:)$/;

/** Indexes of the lines with which the headers of mails begin, and of the marks above them, or else the same. */
function headsIn(text: DigestText): { first: number; above: number }[] {
  const heads: { first: number; above: number }[] = [];
  let above = -1;
  for (let at = 0; at < text.lines.length; at++) {
    const line = text.lines[at]?.text ?? '';
    if (line === '') continue;
    const stands = above < 0 || above < at - 1 || mark.test(text.lines[above]?.text ?? '');
    const fields = stands && /^\*{0,2}[A-Z][A-Za-z-]*\s?:/.test(line) ? readFields(text, at) : undefined;
    if (fields && isMail(fields) && fields.values.has('subject')) {
      const marked = above >= 0 && mark.test(text.lines[above]?.text ?? '');
      heads.push({ first: at, above: marked ? above : at });
      at = fields.next - 1;
    }
    above = at;
  }
  return heads;
}

function unwrapped(text: LocatedText, fields: MailFields): Unwrapped {
  const [title, date] = [subjectOf(fields), dayOf(fields)];
  return { text, ...(title !== undefined && { header: { title } }), ...(date && { date }) };
}

/** What of a text is in none of some extents, which are in its order. */
function allBut(extents: readonly Extent[], length: number): UnwrappedTexts['furniture'] {
  const rest: Extent[] = [];
  let done = 0;
  for (const { start, end } of extents.toSorted((a, b) => a.start - b.start)) {
    if (start > done) rest.push({ start: done, end: start });
    done = Math.max(done, end);
  }
  if (done < length) rest.push({ start: done, end: length });
  return rest;
}
