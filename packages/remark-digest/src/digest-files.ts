/** The extensions of files that can hold a digest. What is in a file is told from its text, never from its name. */
export const digestExtensions: readonly string[] = [
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.json',
  '.jsonl',
  '.ndjson',
  '.xml',
  '.rss',
  '.atom',
  '.html',
  '.htm',
  '.mhtml',
  '.mht',
  '.eml',
  '.mbox',
  '.bib',
  '.ris',
  '.nbib',
  '.ciw',
  '.enw',
  '.csv',
];

/** Whether a file's name is one of a digest: it has one of {@link digestExtensions}, and does not begin with a full stop. */
export function isDigestFile(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    !name.startsWith('.') &&
    digestExtensions.some((extension) => lower.endsWith(extension) && lower.length > extension.length)
  );
}
