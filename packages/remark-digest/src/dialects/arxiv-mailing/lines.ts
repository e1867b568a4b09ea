import type { Line } from '../../lines.ts';

/** The line of signs above and below the head of a record. Copies through Markdown or JSON have one or four of them. */
export const bar = /^\\{1,4}$/;

/** The line below a record: `\\ ( https://arxiv.org/abs/2507.00001 ,  75kb)`. */
export const closing = /^\\{1,4}\s*\(.*\)$/;

/** A rule between records, or between new papers, cross-lists, replacements and the end. */
export const rule = /^(?:-{6,}|(?:%-){3,}%?|(?:%%--){3,}(?:%%)?|(?:%%%---){3,}(?:%%%)?)$/;

/** The rule behind the last record. */
export const endRule = /^(?:%%%---){3,}(?:%%%)?$/;

/** The line that names the paper of a record. Before 2007 it began with `Paper`. */
export const identifier =
  /^(?:arXiv:\s?|Paper(?: \(\*(?<before>cross-listing)\*\))?:\s?(?:arXiv:)?)(?<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v(?<version>\d{1,2}))?(?: \(\*?(?<behind>cross-list(?:ing)?)\*?\))?$/;

/** How a replacement is announced, then its date. */
export const replacement =
  /^(?:replaced with revised version|(?:figures|parts?) added)\s+(?=(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},?\s)/i;

/** Names of the fields of a record, in small letters, of which something is made. */
export const usedFields: ReadonlySet<string> = new Set([
  'title',
  'author',
  'authors',
  'categories',
  'comments',
  'doi',
  'journal-ref',
  'date',
  'from',
  'submitter',
]);

/** All of them. */
const fieldNames = new Set([
  ...usedFields,
  'subj-class',
  'report-no',
  'msc-class',
  'acm-class',
  'license',
  'proxy',
]);

const field = /^(?<name>[A-Za-z]+(?:-[A-Za-z]+)*)(?: \(revised v?(?<version>\d*)\))?\s?:/;

/** A line of a record that begins a field. */
export interface FieldLine {
  /** Its name in small letters. */
  name: string;
  /** The number of the version that a date is of. */
  version: string | undefined;
  /** Index in the line's text behind the colon. */
  after: number;
}

/**
 * Reads the beginning of a field; nothing where a line begins none.
 *
 * @param indented whether the line is further in than others, as one that goes on with a field
 */
export function readFieldName(text: string, indented = false): FieldLine | undefined {
  const found = field.exec(text);
  const name = found?.groups?.['name'] ?? '';
  const known = fieldNames.has(name.toLowerCase());
  // A name with hyphens may be of a field that arXiv has begun to send.
  if (!found || !(known || (!indented && /^[A-Z][A-Za-z]*-/.test(name)))) return undefined;
  return { name: name.toLowerCase(), version: found.groups?.['version'], after: found[0].length };
}

/** When what a mail tells of was received: `received from  Wed 11 Feb 26 19:00:00 GMT  to  Thu 12 Feb 26 19:00:00 GMT`. */
export const received =
  /^(?:submissions\s)?(?:received\s)?from\s{1,4}(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},?\s.{5,40}?\s{1,4}to\s{1,4}(?<to>(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},?\s.{5,20}?)(?:\s\d{1,2}:\d{2}(?::\d{2})?(?:\s\w+)?)?$/i;

const preamble = [
  /^Send any comments regarding submissions directly to submitter/,
  /^Archives at https?:/,
  /\be-?mail To: \S+, Subject: \w+/i,
  /^Submissions to:$/,
  /^Papers received as of /,
  /^\(?To retrieve abstracts /,
  /^For subscribe options to combined .* archives,$/,
  /^For (?:general )?(?:information|help)\b/,
  /\bsee https?:\/\/(?:\w+\.)?arxiv\.org\/\S*$/i,
];

/** Whether a line outside of records is one that arXiv's mail always has. */
export function isFurniture({ text }: Line): boolean {
  return rule.test(text) || bar.test(text) || preamble.some((pattern) => pattern.test(text));
}
