import type { BuiltDigest, BuiltSite } from './built-site.ts';

/** Where the files of a digest are that is taken out of its site. */
export interface PortablePages {
  /** Paths of its pages in the folder, by their paths in the site; the front page is `index.html`. */
  pages: ReadonlyMap<string, string>;
  /** All files of the site, by their paths from it. */
  files: ReadonlySet<string>;
  /** Folder of the digest in the site, with a slash at its end; the empty text where it is the whole site. */
  within: string;
}

/** What an address leads to. */
export type Target =
  /** A page of the digest: its path in the folder, and what stands behind it, such as `?q=bert` or `#some-slug`. */
  | { kind: 'page'; path: string; behind: string }
  /** Another file of the site: its path there. */
  | { kind: 'file'; path: string; behind: string }
  /** Something else of the site: its path there. */
  | { kind: 'site'; path: string }
  /** Something that is not of the site, or no address. */
  | { kind: 'other' };

/** Pages that are of no use in a folder: nobody can go astray there, nothing has to be saved, and mails are sent by others. */
const leftOut = /(?:^|\/)(?:404(?:\/index)?\.html|[^/]+\/mail\.html)$|^offline(?:\/index)?\.html$/;

/**
 * Chooses the pages of a digest.
 *
 * @param files all files of the site, by their paths from it, with slashes
 */
export function portablePages({ base }: BuiltDigest, files: Iterable<string>): PortablePages {
  const name = base.slice(1);
  const within = name === '' ? '' : `${name}/`;
  const all = new Set(files);
  const pages = new Map<string, string>();
  for (const file of [...all].sort()) {
    if (file === `${name}.html`) pages.set(file, 'index.html');
    else if (file.startsWith(within) && file.endsWith('.html') && !leftOut.test(file.slice(within.length)))
      pages.set(file, file.slice(within.length));
  }
  return { pages, files: all, within };
}

/**
 * Finds what an address leads to.
 *
 * @param address as a page has it
 * @param from path of that page in the site
 */
export function targetOf(
  address: string,
  from: string,
  { siteBase, site }: Pick<BuiltSite, 'siteBase' | 'site'>,
  { pages, files }: Pick<PortablePages, 'pages' | 'files'>,
): Target {
  const here = URL.parse(`${siteBase}/${pathOfFile(from)}`, site ?? 'http://site.invalid');
  const url = here && URL.parse(address, here.href);
  if (!here || !url || url.origin !== here.origin || !/^https?:$/.test(url.protocol))
    return { kind: 'other' };
  const { pathname, search, hash } = url;
  const behind = search + hash;
  if (pathname !== siteBase && !pathname.startsWith(`${siteBase}/`))
    return { kind: 'site', path: pathname + behind };
  const path = decoded(pathname.slice(siteBase.length + 1));
  const bare = path.replace(/\/$/, '');
  const found = [path, bare === '' ? 'index.html' : `${bare}/index.html`, `${bare}.html`].find((file) =>
    files.has(file),
  );
  const page = found === undefined ? undefined : pages.get(found);
  if (page !== undefined) return { kind: 'page', path: page, behind };
  if (found !== undefined && !found.endsWith('.html')) return { kind: 'file', path: found, behind };
  return { kind: 'site', path: pathname + behind };
}

/** The address that leads from one file of a folder to another, by their paths in it. */
export function relativeAddress(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = to.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === steps[shared] && shared < steps.length - 1)
    shared += 1;
  const up = '../'.repeat(folders.length - shared);
  const address = up + steps.slice(shared).map(encodeURIComponent).join('/');
  // What is before a colon would be taken for a protocol.
  return address.includes(':') && up === '' ? `./${address}` : address;
}

/** The address under which a site has a page, from the root of the site. */
function pathOfFile(file: string): string {
  return file
    .replace(/(?:^|(?<=\/))index\.html$/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
