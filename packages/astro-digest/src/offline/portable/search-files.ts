import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partOf } from './page/search-parts.ts';
import type { PortablePages } from './portable-pages.ts';

/** The files of a digest's search, by their paths from the digest. */
export interface SearchFiles {
  /** Those that every search needs, in their order. */
  first: ReadonlyMap<string, Uint8Array>;
  /** Those of which a search needs a few. */
  others: ReadonlyMap<string, Uint8Array>;
  /** Pagefind's own module. */
  pagefind: string;
}

/** What a search reads before it looks for anything. */
const needed = /(?:^|\/)(?:volumes\.json|pagefind-entry\.json|[^/]+\.pf_meta)$/;

/** What it reads of an index. */
const ofIndex =
  /(?:^|\/)(?:(?:index|fragment|filter)\/[^/]+\.pf_(?:index|fragment|filter)|(?:words|lists|authors)\/.+|(?:facets|keys)\.txt)$/;

/**
 * Reads the files that the search needs.
 *
 * @param folder of the site
 * @returns `undefined` where the digest has no search
 */
export function readSearch(folder: string, { files, within }: PortablePages): SearchFiles | undefined {
  const read = (path: string): Uint8Array => readFileSync(join(folder, within + path));
  const paths = [...files]
    .filter((path) => /^pagefind[^/]*\//.test(path.slice(within.length)) && path.startsWith(within))
    .map((path) => path.slice(within.length))
    .sort();
  const module = paths.find((path) => path.endsWith('/pagefind.js'));
  if (module === undefined) return undefined;
  const engines = new Set(
    paths.filter((path) => path.endsWith('/pagefind-entry.json')).flatMap((path) => enginesOf(read(path))),
  );
  const isFirst = (path: string): boolean =>
    needed.test(path) || engines.has(/\/wasm\.([^/]+)\.pagefind$/.exec(path)?.[1] ?? '');
  return {
    first: new Map(paths.filter(isFirst).map((path) => [path, read(path)])),
    others: new Map(paths.filter((path) => ofIndex.test(path)).map((path) => [path, read(path)])),
    pagefind: Buffer.from(read(module)).toString(),
  };
}

/** Names of the engines that an index wants. */
function enginesOf(entry: Uint8Array): string[] {
  const { languages } = JSON.parse(Buffer.from(entry).toString()) as {
    languages: Record<string, { wasm?: string | null }>;
  };
  return Object.values(languages).map(({ wasm }) => wasm ?? 'unknown');
}

/** So many bytes of files are in one script, about: a search loads one for each word and one for each result. */
const partSize = 24_000;

/** How many scripts the files are put into of which a search needs a few. */
export function countParts({ others }: SearchFiles): number {
  let bytes = 0;
  for (const file of others.values()) bytes += file.length;
  return Math.max(1, Math.ceil(bytes / partSize));
}

/**
 * Writes the scripts that bring the files of the search.
 *
 * @param pagefind the text of a function that makes Pagefind
 * @returns their texts, by their names
 */
export function searchScripts(search: SearchFiles, pagefind: string): Map<string, string> {
  const count = countParts(search);
  const parts = Array.from({ length: count }, () => new Map<string, Uint8Array>());
  for (const [path, bytes] of search.others) parts[partOf(path, count)]?.set(path, bytes);
  const first = `digestFiles(${toJson(search.first)},${pagefind});\n`;
  // One that is empty is there as well, since a search asks for files that an index need not have.
  const others = parts.map((files, number) => [`${number}.js`, `digestFiles(${toJson(files)});\n`] as const);
  return new Map([['first.js', first], ...others]);
}

/** Files as one object of JSON, their bytes in Base64. */
export function toJson(files: ReadonlyMap<string, Uint8Array>): string {
  return JSON.stringify(
    Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')])),
  );
}
