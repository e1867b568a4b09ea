import type { Element } from 'xast';
import { x } from 'xastscript';
import { cleanLine } from '../clean-text.ts';
import { writeXml } from '../xml.ts';
import type { EpubBook } from './book.ts';
import { fileOf, inLanguage, inReadingOrder, writeXhtml, type EpubDocument } from './document.ts';

/** File of the contents. */
export const navigationFile = 'contents.xhtml';
/** File of the contents for reading systems of EPUB 2. */
export const ncxFile = 'contents.ncx';

/** Writes the contents as EPUB 3 has them; they are also a page of the book. */
export function epubNavigation(book: EpubBook, documents: readonly EpubDocument[]): string {
  const { words, language } = book;
  const first = documents[1] ?? (documents[0] as EpubDocument);
  const title = cleanLine(words.papers);
  const body = x('div', [
    x('nav', { 'epub:type': 'toc', role: 'doc-toc', 'aria-labelledby': 'title' }, [
      x('h1', { id: 'title' }, title),
      listOf(documents),
    ]),
    x('nav', { 'epub:type': 'landmarks', hidden: 'hidden' }, [
      x('ol', [
        x('li', [x('a', { 'epub:type': 'toc', href: navigationFile }, title)]),
        x('li', [x('a', { 'epub:type': 'bodymatter', href: fileOf(first) }, first.title)]),
      ]),
    ]),
  ]);
  return writeXhtml(title, language, body);
}

function listOf(documents: readonly EpubDocument[]): Element {
  return x(
    'ol',
    documents.map((document) =>
      x('li', [
        x('a', { href: fileOf(document), ...inLanguage(document.titleLanguage) }, document.title),
        ...(document.children.length > 0 ? [listOf(document.children)] : []),
      ]),
    ),
  );
}

/** Writes the contents as EPUB 2 had them: https://idpf.org/epub/20/spec/OPF_2.0.1_draft.htm#Section2.4.1. */
export function epubNcx({ id, title }: EpubBook, documents: readonly EpubDocument[]): string {
  const places = new Map(inReadingOrder(documents).map((document, index) => [document, index + 1]));
  const pointsOf = (documents: readonly EpubDocument[]): Element[] =>
    documents.map((document) =>
      x('navPoint', { id: document.name, playOrder: String(places.get(document)) }, [
        x('navLabel', [x('text', document.title)]),
        x('content', { src: fileOf(document) }),
        ...pointsOf(document.children),
      ]),
    );
  return writeXml(
    x('ncx', { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1' }, [
      x('head', [x('meta', { name: 'dtb:uid', content: id })]),
      x('docTitle', [x('text', cleanLine(title))]),
      x('navMap', pointsOf(documents)),
    ]),
  );
}
