/** Extensions of the files that digests are kept in. */
export type Extension = 'json' | 'xml' | 'html' | 'md' | 'bib' | 'ris' | 'txt';

const extensions: readonly Extension[] = ['json', 'xml', 'html', 'md', 'bib', 'ris', 'txt'];

/** Types of content, by what they begin with, that say more than “some text”. */
const types: readonly (readonly [RegExp, Extension])[] = [
  [/^text\/html|^application\/xhtml\+xml/, 'html'],
  [/^(?:text|application)\/markdown|^text\/x-markdown/, 'md'],
  [/^(?:text|application)\/(?:x-)?bibtex/, 'bib'],
  [/^application\/x-research-info-systems/, 'ris'],
  [/\bjson\b/, 'json'],
  [/\bxml\b/, 'xml'],
];

/** Beginnings that only one kind of file has. */
const beginnings: readonly (readonly [RegExp, Extension])[] = [
  [/^<(?:!doctype\s+html|html|head|body)\b/i, 'html'],
  [/^<(?:\?xml|rss|feed|rdf:RDF)\b/i, 'xml'],
  [/^(?:\{\s*["}]|\[\s*[{[\]"])/, 'json'],
  [/^@[a-z]+\s*[{(]/i, 'bib'],
  [/^TY {1,2}- /, 'ris'],
];

/**
 * The extension that a file wants: that of its content where that is plain to see, else of what the server calls it, else
 * of the name that it has in its address, else `txt`.
 *
 * @param text the beginning of the file
 * @param type the field `Content-Type`
 */
export function extensionOf(text: string, type: string, pathname: string): Extension {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  const name = /\.([a-z]+)$/i.exec(pathname)?.[1]?.toLowerCase();
  return (
    beginnings.find(([pattern]) => pattern.test(start))?.[1] ??
    types.find(([pattern]) => pattern.test(type.toLowerCase()))?.[1] ??
    extensions.find((extension) => extension === name) ??
    'txt'
  );
}

/** Whether an answer is a web page, by its content or else by what the server calls it. */
export function isWebPage(text: string, type: string): boolean {
  return extensionOf(text, type, '') === 'html';
}

/** What a file is that is no text, in words; `undefined` when it may be one. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (start.startsWith('%PDF-')) return 'a PDF';
  if (start.startsWith('\x1F\x8B')) return 'a compressed file';
  if (start.startsWith('PK\x03\x04')) return 'a ZIP archive or an Office document';
  if (start.startsWith('\x89PNG') || start.startsWith('GIF8') || start.startsWith('\xFF\xD8\xFF'))
    return 'a picture';
  // Text in UTF-16 has zeros, too; it begins with its mark, or else has one in every second place.
  if (start.startsWith('\xFF\xFE') || start.startsWith('\xFE\xFF')) return undefined;
  const sample = bytes.subarray(0, 1024);
  const zeros = sample.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  return zeros > 0 && zeros < sample.length / 4 ? 'a binary file' : undefined;
}
