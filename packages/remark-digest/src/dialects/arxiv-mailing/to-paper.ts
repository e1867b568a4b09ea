import type { Line } from '../../lines.ts';
import { cut, lineText, type DigestText } from '../../text/digest-text.ts';
import { decodeTex } from '../../text/decode-tex.ts';
import {
  extentOf,
  joinTexts,
  sliceText,
  splitText,
  standFor,
  trimText,
  type Extent,
  type LocatedText,
} from '../../text/located-text.ts';
import { splitAuthors } from '../../text/split-authors.ts';
import type { FactDrafts, PaperDraft } from '../dialect.ts';
import { given } from '../given.ts';
import { identifier, replacement } from './lines.ts';
import type { Field, MailRecord } from './records.ts';

/** Makes a paper of a record. */
export function toPaper(record: MailRecord, source: DigestText): PaperDraft {
  const valueOf = (name: string): LocatedText | undefined => {
    const field = record.fields.find((field) => field.name === name);
    return field && fieldText(field, source);
  };
  const decoded = (name: string): LocatedText | undefined => {
    const text = valueOf(name);
    return text && decodeTex(text);
  };
  const authors = splitAuthors(decoded('authors') ?? decoded('author') ?? nothing);
  const comment = decoded('comments');
  const address = record.closing && addressIn(record.closing, source);
  const facts: FactDrafts = {
    ...identifiers(record, source),
    ...dates(record, source),
    ...(authors.authors.length > 0 && { authors: authors.authors }),
    ...(authors.organizations.length > 0 && { organizations: authors.organizations }),
    ...given({
      categories: splitText(valueOf('categories') ?? nothing, /[\s,;]+/g),
      comment,
      replaces: comment && replacedIn(comment),
      venue: decoded('journal-ref'),
      doi: splitText(valueOf('doi') ?? nothing, /[\s,;]+/g)[0],
      submittedBy: submitter(decoded('from') ?? decoded('submitter')),
    }),
  };
  return {
    title: valueOf('title') ?? nothing,
    paragraphs: paragraphsOf(record.abstract),
    facts,
    links: address ? [{ url: address, kind: 'paper' }] : [],
    extent: { start: record.identifier.textStart, end: endOf(record.last) },
  };
}

const nothing: LocatedText = { value: '', pieces: [] };

function fieldText({ after, lines: [first, ...others] }: Field, source: DigestText): LocatedText {
  const { textStart, text } = first as Line;
  return joinTexts([cut(source, textStart + after, textStart + text.length), ...others.map(lineText)], ' ');
}

function identifiers({ identifier: line, replacement }: MailRecord, source: DigestText): FactDrafts {
  const { id = '', version, before, behind } = identifier.exec(line.text)?.groups ?? {};
  const start = line.textStart + line.text.indexOf(id);
  const end = start + id.length;
  const cross = before !== undefined || behind !== undefined;
  const kind = replacement ? 'replacement' : cross ? 'cross-list' : 'new';
  return {
    arxivId: cut(source, start, end),
    ...(version !== undefined && { arxivVersion: cut(source, end + 1, end + 1 + version.length) }),
    announcement: standFor(kind, line.textStart, start),
  };
}

const size = /\s*\((?:\d+)kb,?(?<flags>\w*)\)$/;

/** The dates of a record, and whether its paper is withdrawn. */
function dates({ fields, replacement: line }: MailRecord, source: DigestText): FactDrafts {
  const all = fields
    .filter(({ name }) => name === 'date')
    .map((field) => ({ ...field, text: fieldText(field, source) }));
  const revised = all.findLast(({ version }) => version !== undefined);
  const replaced =
    line && cut(source, line.textStart + (replacement.exec(line.text)?.[0].length ?? 0), endOf(line));
  const newest = replaced ?? revised?.text;
  const first = all.find(({ version }) => version === undefined)?.text;
  const flags = [newest, first].map((text) => text && flagOf(text)).find(Boolean);
  return given({
    date: first && withoutSize(first),
    updated: newest && withoutSize(newest),
    arxivVersion: revised?.version ? versionOf(revised, source) : undefined,
    withdrawn: flags,
  });
}

/** The text of a date's version stands in the name of its field. */
function versionOf({ lines: [line], version = '' }: Field, source: DigestText): LocatedText | undefined {
  if (!line) return undefined;
  const start = line.textStart + line.text.indexOf(version);
  return cut(source, start, start + version.length);
}

function withoutSize(date: LocatedText): LocatedText {
  const found = size.exec(date.value);
  return found ? sliceText(date, 0, found.index) : date;
}

/** The sign of what is withdrawn: `(0kb,I)`. */
function flagOf(date: LocatedText): LocatedText | undefined {
  const { flags = '' } = size.exec(date.value)?.groups ?? {};
  if (!flags.includes('I')) return undefined;
  const { start, end } = extentOf(
    sliceText(date, date.value.length - 1 - flags.length, date.value.length - 1),
  ) as Extent;
  return standFor('true', start, end);
}

function endOf({ textStart, text }: Line): number {
  return textStart + text.length;
}

/** The paper that another one takes the place of, where its authors say so: `supersedes arXiv:2401.00001`. */
function replacedIn(comment: LocatedText): LocatedText | undefined {
  const found =
    /\b(?:supersed(?:es|ing)|replac(?:es|ing))\b[^.;]{0,40}?\barXiv:(?<id>\d{4}\.\d{4,5}|[a-z-]+\/\d{7})/i.exec(
      comment.value,
    );
  const id = found?.groups?.['id'];
  if (!found || id === undefined) return undefined;
  const end = found.index + found[0].length;
  return sliceText(comment, end - id.length, end);
}

/** Who handed a paper in, without the address. */
function submitter(text: LocatedText | undefined): LocatedText | undefined {
  const address = text?.value.indexOf('<') ?? -1;
  return text && address > 0 ? trimText(sliceText(text, 0, address)) : text;
}

function addressIn({ text, textStart }: Line, source: DigestText): LocatedText | undefined {
  const found = /https?:\/\/[^\s,<>)]+/.exec(text);
  return found ? cut(source, textStart + found.index, textStart + found.index + found[0].length) : undefined;
}

/** The paragraphs of an abstract: each begins below a blank line, or with a line that is further in than the others. */
function paragraphsOf(lines: readonly Line[]): LocatedText[] {
  const filled = lines.filter(({ text }) => text !== '');
  const least = filled.reduce((least, { start, textStart }) => Math.min(least, textStart - start), Infinity);
  const paragraphs: Line[][] = [];
  let blank = true;
  for (const line of lines) {
    if (line.text === '') {
      blank = true;
      continue;
    }
    if (blank || line.textStart - line.start > least) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
    blank = false;
  }
  return paragraphs.map((paragraph) => joinTexts(paragraph.map(lineText), ' '));
}
