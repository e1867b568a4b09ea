import type { Element } from 'xast';
import { x } from 'xastscript';
import { cleanLine } from '../clean-text.ts';
import { dayToTimestamp } from '../feed.ts';
import { writeXml } from '../xml.ts';
import type { EpubBook } from './book.ts';
import { fileOf, inReadingOrder, type EpubDocument } from './document.ts';
import { navigationFile, ncxFile } from './navigation.ts';
import { styleSheets } from './style-sheets.ts';

/** Writes what a book is and which files it has, in their order: https://www.w3.org/TR/epub-33/#sec-package-doc. */
export function epubPackage(book: EpubBook, documents: readonly EpubDocument[]): string {
  const all = inReadingOrder(documents);
  const { tag, direction } = book.language;
  return writeXml(
    x(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': tag,
        dir: direction,
      },
      [
        x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
          ...descriptionOf(book),
          ...accessibilityOf(all.some(({ hasMaths }) => hasMaths)),
        ]),
        x('manifest', [
          item('contents', navigationFile, 'application/xhtml+xml', 'nav'),
          item('ncx', ncxFile, 'application/x-dtbncx+xml'),
          ...styleSheets.map(({ name }, index) => item(`style-${index + 1}`, name, 'text/css')),
          ...all.map((document) =>
            item(
              document.name,
              fileOf(document),
              'application/xhtml+xml',
              document.hasMaths ? 'mathml' : undefined,
            ),
          ),
        ]),
        x('spine', { toc: 'ncx', 'page-progression-direction': direction }, [
          ...all.slice(0, 1).map(reference),
          reference({ name: 'contents' }),
          ...all.slice(1).map(reference),
        ]),
      ],
    ),
  );
}

function descriptionOf(book: EpubBook): Element[] {
  const { id, title, digest, people, date, modified, language, textLanguage } = book;
  const languages = new Set([textLanguage.tag, language.tag]);
  const name = cleanLine(digest);
  const creators = people.map(cleanLine).filter(Boolean);
  return [
    x('dc:identifier', { id: 'id' }, id),
    x('dc:title', cleanLine(title)),
    ...[...languages].map((tag) => x('dc:language', tag)),
    ...(creators.length > 0 ? creators : [name]).map((creator) => x('dc:creator', creator)),
    x('dc:publisher', name),
    ...(date === undefined ? [] : [x('dc:date', date)]),
    property('dcterms:modified', dayToTimestamp(modified)),
    x('meta', { property: 'belongs-to-collection', id: 'digest' }, name),
    x('meta', { refines: '#digest', property: 'collection-type' }, 'series'),
  ];
}

/** What the book is like for those who can't see it: https://www.w3.org/TR/epub-a11y-11/#sec-disc-package. */
function accessibilityOf(hasMaths: boolean): Element[] {
  const features = [
    'displayTransformability',
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
    ...(hasMaths ? ['MathML'] : []),
  ];
  return [
    property('schema:accessMode', 'textual'),
    property('schema:accessModeSufficient', 'textual'),
    ...features.map((feature) => property('schema:accessibilityFeature', feature)),
    property('schema:accessibilityHazard', 'none'),
  ];
}

function property(name: string, value: string): Element {
  return x('meta', { property: name }, value);
}

function item(id: string, href: string, type: string, properties?: string): Element {
  return x('item', { id, href, 'media-type': type, ...(properties ? { properties } : {}) });
}

function reference({ name }: Pick<EpubDocument, 'name'>): Element {
  return x('itemref', { idref: name });
}
