const id = String.raw`(?<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v(?<version>\d{1,2}))?`;
const format = String.raw`(?:pdf|ps|html|other|src|abs|txt|tex|dvi|format|view license)`;

/** The line that begins an item of a list: `[1] arXiv:2501.00001 (cross-list from cs.CV) [pdf, html, other]`. */
export const itemHead = new RegExp(
  String.raw`^(?:\[\d{1,5}\]\s{0,4})?arXiv:\s?${id}(?:\s{1,4}\((?:(?<cross>cross-list) from [\w.-]+|(?<replaced>replaced))\))?(?:\s{0,4}[[(]${format}(?:, ?${format}){0,6}[\])])?$`,
);

/** The number of an item, where it stands on a line of its own, and its formats there. */
export const itemRest = new RegExp(String.raw`^(?:\[\d{1,5}\]|[[(]${format}(?:, ?${format}){0,6}[\])])$`);

/** The line that names the paper of an abstract's page: `arXiv:2501.00001 (cs)`. */
export const pageHead = new RegExp(String.raw`^arXiv:${id}(?: \[[\w.-]+\])?(?: \([\w.-]+\))?$`);

/** When the paper of an abstract's page was handed in: `[Submitted on 1 Jan 2025 (v1), last revised 3 Mar 2025 (this version, v2)]`. */
export const submitted =
  /^\[Submitted on (?<date>\d{1,2} \w{3,9} \d{4})(?:\s?\((?:v1|this version)\))?(?:,\s?(?:last )?revised (?<updated>\d{1,2} \w{3,9} \d{4}) \((?:this version, )?v(?<version>\d{1,2})\))?.{0,80}\]$/;

const label =
  /^(?<name>Title|Authors?|Abstract|Comments?|Subjects?|Journal-ref|Journal reference|DOI|Related DOI|Report-no|Report number|MSC-class|MSC classes|ACM-class|ACM classes|Cite as|License)\s?:(?!\/\/)\s*/;

/** Names of fields that lists and pages of arXiv have, as a record of arXiv's mail calls them. */
const names: Readonly<Record<string, string>> = {
  author: 'authors',
  comment: 'comments',
  subject: 'subjects',
  'journal reference': 'journal-ref',
  'related doi': 'doi',
  'report number': 'report-no',
  'msc classes': 'msc-class',
  'acm classes': 'acm-class',
};

/** Reads the name of a field at the beginning of a line, and how long it is. */
export function readLabel(value: string): { name: string; shown: string; length: number } | undefined {
  const found = label.exec(value);
  const shown = found?.groups?.['name'];
  if (!found || shown === undefined) return undefined;
  const name = shown.toLowerCase();
  return { name: names[name] ?? name, shown, length: found[0].length };
}

/** The heading above the items of one kind: `Cross submissions (showing 5 of 5 entries)`; without its brackets it may be a link to it. */
export const section =
  /^(?:(?<new>New submissions)|(?<cross>Cross submissions|Cross-lists)|(?<replaced>Replacement submissions|Replacements))(?: for (?<date>\w{3}, \d{1,2} \w{3} \d{2,4})| \(.{0,60}\))?$/;

const day = String.raw`(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6}, \d{1,2} \w{3,9} \d{2,4}`;

/** The heading above the items of one day: `Wed, 12 Mar 2025 (showing 5 of 5 entries )`. */
export const dayHeading = new RegExp(String.raw`^(?<date>${day})(?<shown> \(.{0,60}\))?$`, 'i');

/** A line that tells the day of the whole list. */
export const listDay = new RegExp(
  String.raw`^(?:Showing new listings for|Catchup results for .{1,80} on|Authors and titles for) (?<date>${day}|\w{3,9} \d{4})$`,
  'i',
);

/** Who handed a paper in, on its own page: `From: Mia Tern [view email]`. */
export const submitter = /^From: (?<name>.{1,100}?) \[view email\]/;

/** A version of a paper, on its own page: `[v1] Wed, 1 Jan 2025 18:00:00 UTC (75 KB)`. */
export const versionLine =
  /^\[v\d{1,3}\]\s{1,4}\w{3}, \d{1,2} \w{3} \d{4}.{0,40}?(?<withdrawn>\(withdrawn\))?$/;
