import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { readXml, type XmlElement } from '../unit/xml-reader.ts';

/** An EPUB as a reading system opens it. */
export interface ReadEpub {
  /** Texts of all files, by their paths in the archive. */
  files: ReadonlyMap<string, string>;
  /** The package document. */
  package: XmlElement[];
  /** Files of the spine, from the folder of the package, in their order. */
  spine: string[];
}

/** What a document of an EPUB says. */
export interface EpubPage {
  elements: XmlElement[];
  /** All its text between tags, as one line. */
  text: string;
}

/** Opens an EPUB. */
export function readEpub(bytes: Uint8Array): ReadEpub {
  const files = new Map(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
  const read = readXml(files.get('EPUB/package.opf') ?? '');
  const hrefs = new Map(itemsOf(read).map(({ attributes: { id = '', href = '' } }) => [id, href]));
  const spine = read
    .filter(({ path }) => path === 'package/spine/itemref')
    .map(({ attributes }) => hrefs.get(attributes['idref'] ?? '') ?? '');
  return { files, package: read, spine };
}

/** Files of the papers, in their order. */
export function paperFiles({ spine }: ReadEpub): string[] {
  return spine.filter((file) => file.includes('paper-'));
}

/** Reads a document with a strict parser. */
export function readPage({ files }: ReadEpub, file: string): EpubPage {
  const xhtml = files.get(`EPUB/${file}`) ?? '';
  const text = readXml(`<all>${xhtml.replace(/^<\?xml[^>]*>/, '').replace(/<[^>]*>/g, ' ')}</all>`)[0]?.text;
  return { elements: readXml(xhtml), text: (text ?? '').replace(/\s+/g, ' ').trim() };
}

/** Finds what of the structure of an EPUB is wrong: files that the manifest lacks or has in vain, links that lead nowhere, maths untold. */
export function structuralProblems(epub: ReadEpub): string[] {
  const listed = itemsOf(epub.package).map(({ attributes }) => attributes['href'] ?? '');
  const own = [...epub.files.keys()].filter(
    (file) => !/^(?:mimetype|META-INF\/.*|EPUB\/package\.opf)$/.test(file),
  );
  const xhtml = listed.filter((file) => file.endsWith('.xhtml'));
  return [
    ...own
      .filter((file) => !listed.includes(file.slice('EPUB/'.length)))
      .map((file) => `not listed: ${file}`),
    ...listed.filter((file) => !epub.files.has(`EPUB/${file}`)).map((file) => `not there: ${file}`),
    ...xhtml.filter((file) => !epub.spine.includes(file)).map((file) => `never read: ${file}`),
    ...xhtml.flatMap((file) => problemsOfPage(epub, file)),
  ];
}

function problemsOfPage(epub: ReadEpub, file: string): string[] {
  const { elements } = readPage(epub, file);
  const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
  const item = itemsOf(epub.package).find(({ attributes }) => attributes['href'] === file);
  const saysMaths = item?.attributes['properties'] === 'mathml';
  const hasMaths = elements.some(({ path }) => path.endsWith('/math'));
  const links = elements.flatMap(({ attributes: { href, src } }) => href ?? src ?? []);
  const isDead = (link: string) => {
    if (/^(?:https?|mailto):/.test(link)) return false;
    return link.startsWith('#') ? !ids.includes(link.slice(1)) : !epub.files.has(`EPUB/${link}`);
  };
  return [
    ...links.filter(isDead).map((link) => `${file} leads nowhere: ${link}`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${file} has twice: ${id}`),
    ...(saysMaths === hasMaths ? [] : [`${file} has maths: ${hasMaths}, and says: ${saysMaths}`]),
  ];
}

/** Errors and warnings that an EPUB checker finds. */
export async function checkerMessages(bytes: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(bytes);
  return messages
    .filter(({ severity }) => /^(?:fatal|error|warning)$/.test(severity))
    .map(({ id, message, location }) => `${id} ${message} ${location?.path ?? ''}`);
}

function itemsOf(read: readonly XmlElement[]): XmlElement[] {
  return read.filter(({ path }) => path === 'package/manifest/item');
}
