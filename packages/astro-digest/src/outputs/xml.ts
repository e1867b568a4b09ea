import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { cleanText } from './clean-text.ts';

/**
 * Writes a document of XML 1.0 in UTF-8, with its declaration. Whatever is in the texts, the document is well-formed: what
 * XML can't hold is cleaned.
 */
export function writeXml(root: Element): string {
  const document = toXml([
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    root,
  ]);
  // `]]>` must not stand in a text, and toXml leaves it; nothing of ours is a CDATA section, so each one is a text.
  // https://www.w3.org/TR/xml/#syntax
  return cleanText(document).replaceAll(']]>', ']]&#x3E;');
}
