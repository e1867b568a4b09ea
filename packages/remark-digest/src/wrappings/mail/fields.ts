import type { Line } from '../../lines.ts';
import { cut, lineText, type DigestText } from '../../text/digest-text.ts';
import { joinTexts, sliceText, trimText, type LocatedText } from '../../text/located-text.ts';
import { decodeWords } from './words.ts';

/** Header fields of a mail or of a part of one. */
export interface MailFields {
  /** Values by their names in small letters; of fields that stand twice, the first. */
  values: ReadonlyMap<string, LocatedText>;
  /** Index of the line below the fields and the blank line that ends them. */
  next: number;
}

/** The fields that people copy with a mail. */
const copied = new Set(['from', 'to', 'cc', 'bcc', 'date', 'sent', 'subject', 'reply-to', 'resent-from']);
/** Those that only a mail as it was sent has. */
const sent = /^(?:received|message-id|mime-version|content-type|return-path|delivered-to|x-.*)$/;

// Apple's and Outlook's copies have the names bold: `*From: *owls@example.org`.
const field =
  /^(?:\*{1,2}(?<bold>[A-Za-z][A-Za-z-]*)\s?:\s?\*{1,2}|(?<name>[A-Za-z][A-Za-z0-9-]*)\s?:(?!\/\/))/;

/**
 * Reads the fields that stand from a line on, up to a blank line.
 *
 * @param end index of the line behind the last that may be one of them
 * @returns nothing where the first line is no field
 */
export function readFields(
  source: DigestText,
  first: number,
  end = source.lines.length,
): MailFields | undefined {
  const { lines } = source;
  const values = new Map<string, LocatedText>();
  let at = first;
  while (at < end) {
    const line = lines[at] as Line;
    const name = field.exec(line.text);
    if (line.text === '' || !name) break;
    const after = line.textStart + name[0].length;
    const texts = [cut(source, after, line.textStart + line.text.length)];
    for (at++; at < end && isContinuation(lines[at] as Line); at++) texts.push(lineText(lines[at] as Line));
    const { bold, name: plain = '' } = name.groups ?? {};
    const key = (bold ?? plain).toLowerCase();
    const value = joinTexts(texts, ' ');
    if (!values.has(key)) values.set(key, bold === undefined ? value : withoutStars(value));
  }
  if (at === first) return undefined;
  // A mail ends its fields with a blank line; a copy may have a rule there.
  if (at < end && (lines[at] as Line).text !== '' && !/^[-\\%>]/.test((lines[at] as Line).text))
    return undefined;
  return { values, next: at < end && (lines[at] as Line).text === '' ? at + 1 : at };
}

/** The rest of a bold line: its sign before the value, and behind it. */
function withoutStars(text: LocatedText): LocatedText {
  const start = /^\**/.exec(text.value)?.[0].length ?? 0;
  const end = /(?<!\*)\*{1,2}$/.exec(text.value)?.index ?? text.value.length;
  return trimText(sliceText(text, start, Math.max(start, end)));
}

function isContinuation({ text, start, textStart }: Line): boolean {
  return text !== '' && textStart > start;
}

/** Whether fields are those of a mail, as it was sent or as people copy them. */
export function isMail({ values }: MailFields): boolean {
  const names = [...values.keys()];
  const known = names.filter((name) => copied.has(name)).length;
  if (known === 0 || !(values.has('from') || values.has('subject'))) return false;
  return names.some((name) => sent.test(name)) ? names.length > 1 : known > 1 && known === names.length;
}

/** The subject, without what was put before it by forwarding and answering; nothing where there is none. */
export function subjectOf({ values }: MailFields): string | undefined {
  const subject = decodeWords(values.get('subject')?.value ?? '')
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:re|fwd?|aw|wg|tr|转发|答复)\s?[:：]\s*)+/i, '')
    // arXiv's mailings are numbered, which tells nothing: `cs daily Subj-class mailing 200081 1`.
    .replace(/(?<= daily)\s(?:Subj-class mailing|\d+ new)\b.*$/, '')
    .trim();
  return subject === '' ? undefined : subject;
}

/** The day on which the mail was sent, as it stands without the time. */
export function dayOf({ values }: MailFields): LocatedText | undefined {
  const date = values.get('date') ?? values.get('sent');
  if (!date) return undefined;
  const time = /,?\s{1,4}(?:at\s{1,4})?\d{1,2}:\d{2}(?!\d)/.exec(date.value);
  return time && time.index > 0 ? sliceText(date, 0, time.index) : date;
}

/** A structured field such as `text/plain; charset="utf-8"`: its value in small letters, and its parameters. */
export function structured(text: LocatedText | undefined): {
  value: string;
  parameters: ReadonlyMap<string, string>;
} {
  const source = (text?.value ?? '').slice(0, longestStructured);
  const parameters = new Map<string, string>();
  const pattern = /;\s*(?<name>[^=;"\s]+)\s*=\s*(?:"(?<quoted>[^"]*)"|(?<plain>[^;]*))/g;
  for (const { groups = {} } of source.matchAll(pattern)) {
    const { name = '', quoted, plain = '' } = groups;
    parameters.set(name.toLowerCase().replace(/\*$/, ''), quoted ?? plain.trim());
  }
  return { value: (source.split(';', 1)[0] ?? '').trim().toLowerCase(), parameters };
}

/** No field that has parameters is longer, in UTF-16 units. */
const longestStructured = 1000;
