import { strToU8, zipSync, type Zippable } from 'fflate';
import { x } from 'xastscript';
import { writeXml } from '../xml.ts';
import type { EpubBook } from './book.ts';
import { epubDocuments } from './chapters.ts';
import { fileOf, inReadingOrder } from './document.ts';
import { epubNavigation, epubNcx, navigationFile, ncxFile } from './navigation.ts';
import { epubPackage } from './package-document.ts';
import { styleSheets } from './style-sheets.ts';

const folder = 'EPUB';
const packageFile = `${folder}/package.opf`;

/**
 * Writes an EPUB: https://www.w3.org/TR/epub-33/. The same book gives the same bytes on every machine, as `fflate` is code of
 * JavaScript alone and of one version.
 */
export function toEpub(book: EpubBook): Uint8Array<ArrayBuffer> {
  const documents = epubDocuments(book);
  const files: [name: string, text: string][] = [
    ['META-INF/container.xml', container()],
    [packageFile, epubPackage(book, documents)],
    [`${folder}/${navigationFile}`, epubNavigation(book, documents)],
    [`${folder}/${ncxFile}`, epubNcx(book, documents)],
    ...styleSheets.map(({ name, text }): [string, string] => [`${folder}/${name}`, text]),
    ...inReadingOrder(documents).map((document): [string, string] => [
      `${folder}/${fileOf(document)}`,
      document.xhtml,
    ]),
  ];
  const archive: Zippable = {
    // The first file, and as it is, so that programs know the type by bytes of a known place.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    ...Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])),
  };
  // The earliest time that the format has, as it is in every time zone.
  return zipSync(archive, { level: 9, mtime: new Date(1980, 0, 1) });
}

function container(): string {
  return writeXml(
    x('container', { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' }, [
      x('rootfiles', [
        x('rootfile', { 'full-path': packageFile, 'media-type': 'application/oebps-package+xml' }),
      ]),
    ]),
  );
}
