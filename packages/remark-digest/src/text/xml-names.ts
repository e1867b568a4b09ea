/** What a prefix of names stands for, by its address; an empty one is left out of the name. */
const known: readonly [address: RegExp, prefix: string][] = [
  [/^https?:\/\/www\.w3\.org\/2005\/Atom/i, 'atom'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/?$/i, ''],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/^https?:\/\/purl\.org\/dc\/elements\//i, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms/i, 'dcterms'],
  [/^https?:\/\/(?:www\.)?prismstandard\.org\//i, 'prism'],
  [/^https?:\/\/arxiv\.org\/schemas\/atom/i, 'arxiv'],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/i, 'rdf'],
  [/^https?:\/\/search\.yahoo\.com\/mrss/i, 'media'],
  [/^https?:\/\/www\.itunes\.com\//i, 'itunes'],
];

/** What the prefixes of a document stand for. */
export type Namespaces = ReadonlyMap<string, string>;

/** Namespaces are declared where a document begins. */
const beginning = 10_000;

/** Reads which prefixes a document has for which namespaces. */
export function namespacesOf(source: string): Namespaces {
  const head = source.slice(0, beginning);
  const namespaces = new Map<string, string>();
  for (const [, prefix = '', address = ''] of head.matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"'<>]*)["']/g)) {
    const found = known.find(([pattern]) => pattern.test(address));
    if (found) namespaces.set(prefix, found[1]);
  }
  // Where all of a feed has Atom's prefix, its names are the plain ones.
  const root = /<([\w.-]+):feed[\s>]/.exec(head)?.[1];
  if (root !== undefined && namespaces.get(root) === 'atom') namespaces.set(root, '');
  return namespaces;
}

/** The name of an element or attribute in lower case, with the usual prefix of its namespace. */
export function keyOfName(name: string, namespaces: Namespaces): string {
  const lower = name.toLowerCase();
  const at = lower.startsWith('@') ? 1 : 0;
  const colon = lower.indexOf(':');
  if (colon < 0) return lower;
  const prefix = namespaces.get(name.slice(at, colon)) ?? lower.slice(at, colon);
  return `${lower.slice(0, at)}${prefix === '' ? '' : `${prefix}:`}${lower.slice(colon + 1)}`;
}
