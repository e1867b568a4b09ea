import { SaxesParser } from 'saxes';

/** An element of an XML document. */
export interface XmlElement {
  /** Names from the root to it, with their prefixes, joined by `/`. */
  path: string;
  attributes: Record<string, string>;
  /** The text right inside of it. */
  text: string;
}

/**
 * Reads a document with a strict parser, which knows namespaces.
 *
 * @throws Error where it is not well-formed
 */
export function readXml(xml: string): XmlElement[] {
  const parser = new SaxesParser({ xmlns: true });
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = {
      path: [open.at(-1)?.path, name].filter(Boolean).join('/'),
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])),
      text: '',
    };
    elements.push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return elements;
}

/** Texts of the elements of a path. */
export function textsAt(elements: readonly XmlElement[], path: string): string[] {
  return elements.filter((element) => element.path === path).map(({ text }) => text);
}
