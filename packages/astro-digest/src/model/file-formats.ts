/** A format of files that a site serves. */
export interface FileFormat {
  /** The file's name: all of it for feeds and mails; for bibliographies and e-books how it ends. */
  file: string;
  /** What people call it. */
  name: string;
  /** Media type without its parameters. */
  type: string;
}

/** Formats of feeds. */
export const feedFormats = [
  { file: 'rss.xml', name: 'RSS', type: 'application/rss+xml' },
  { file: 'atom.xml', name: 'Atom', type: 'application/atom+xml' },
  { file: 'feed.json', name: 'JSON Feed', type: 'application/feed+json' },
] as const satisfies readonly FileFormat[];

/** Formats of bibliographies. */
export const bibliographyFormats = [
  { file: 'bib', name: 'BibTeX', type: 'application/x-bibtex' },
  { file: 'ris', name: 'RIS', type: 'application/x-research-info-systems' },
  { file: 'json', name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
  { file: 'jsonl', name: 'JSON Lines', type: 'application/jsonl' },
] as const satisfies readonly FileFormat[];

/** Formats of mail editions. */
export const mailFormats = [
  { file: 'mail.html', name: 'HTML', type: 'text/html' },
  { file: 'mail.txt', name: 'text', type: 'text/plain' },
  { file: 'mail.eml', name: 'EML', type: 'message/rfc822' },
] as const satisfies readonly FileFormat[];

/** Format of e-books. */
export const epubFormat = {
  file: 'epub',
  name: 'EPUB',
  type: 'application/epub+zip',
} as const satisfies FileFormat;

/** What the bibliographies and the e-book of an issue, and the bibliographies of all papers where they are in one file, are called, without their endings. */
export const bibliographyStem = 'papers';

/** File that tells programs which bibliographies of the whole digest there are. */
export const exportListName = 'exports.json';
