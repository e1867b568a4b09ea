import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import { cleanLine } from '../clean-text.ts';
import { writeXml } from '../xml.ts';
import type { EpubLanguage } from './book.ts';
import { styleSheets } from './style-sheets.ts';

/** A file of an EPUB that is read, and its place in the contents. */
export interface EpubDocument {
  /** Name of its file without `.xhtml`: a name in XML, unique in the book. */
  name: string;
  /** What the contents call it. */
  title: string;
  /** Language of the title, where it is not that of the interface. */
  titleLanguage?: EpubLanguage | undefined;
  xhtml: string;
  hasMaths: boolean;
  /** What belongs below it in the contents. */
  children: readonly EpubDocument[];
}

/** Name of the file of a document. */
export function fileOf({ name }: Pick<EpubDocument, 'name'>): string {
  return `${name}.xhtml`;
}

/** Documents in the order in which they are read. */
export function inReadingOrder(documents: readonly EpubDocument[]): EpubDocument[] {
  return documents.flatMap((document) => [document, ...inReadingOrder(document.children)]);
}

/** Writes a document of XHTML. */
export function writeXhtml(title: string, language: EpubLanguage, body: Element): string {
  const xhtml = writeXml(
    x(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        ...inLanguage(language),
      },
      [
        x('head', [
          x('title', cleanLine(title)),
          ...styleSheets.map(({ name }) => x('link', { rel: 'stylesheet', type: 'text/css', href: name })),
        ]),
        x('body', [body]),
      ],
    ),
  );
  // Where a reading system reads HTML, an end tag of these would be another one of them.
  return xhtml.replace(/><\/(?:br|hr|link|wbr)>/g, '/>');
}

/** Attributes of an element of that language; none where that is the language around it. */
export function inLanguage(
  language: EpubLanguage | undefined,
  around?: EpubLanguage,
): Record<string, string> {
  return language === undefined || language.tag === around?.tag
    ? {}
    : { lang: language.tag, 'xml:lang': language.tag, dir: language.direction };
}

/** A link to the web as a paragraph of its own; nothing without an address. */
export function linkLine(name: string, url: string | undefined): ElementContent[] {
  return url === undefined ? [] : [x('p', { class: 'facts' }, [x('a', { href: url }, name)])];
}

/** Lines of facts, each a paragraph. */
export function factLines(facts: readonly string[]): ElementContent[] {
  return facts
    .map(cleanLine)
    .filter(Boolean)
    .map((fact) => x('p', { class: 'facts' }, fact));
}
