import type { KeyedValue } from '../../text/keyed-values.ts';
import { joinTexts, trimText, type LocatedText } from '../../text/located-text.ts';
import type { FieldText } from '../../text/record-fields.ts';

/** Attributes that say how a text is written and nothing else. */
const formal = new Set([
  '@type',
  '@ispermalink',
  '@mode',
  '@xml:space',
  '@xml:lang',
  '@rdf:resource',
  '@rdf:datatype',
]);

/** The text of an element; with elements in it, all of it as it stands, tags too. */
export function textOfElement(element: KeyedValue): FieldText | undefined {
  if (element.kind !== 'record') return { text: trimText(element.text), use: () => element.use() };
  const content = contentOf(element);
  const [first] = content;
  if (!first) return undefined;
  const hasElements = content.some(({ kind }) => kind === 'record');
  const text = hasElements
    ? element.slice(first.extent.start, Math.max(...content.map(({ extent }) => extent.end)))
    : joinTexts(
        content.map(({ text }) => text),
        '',
      );
  return {
    text: trimText(text),
    use: () => {
      for (const child of element.children())
        if (!child.name.startsWith('@') || formal.has(child.key)) child.use();
    },
  };
}

/** What is in an element besides its attributes. */
function contentOf(element: KeyedValue): KeyedValue[] {
  return [...element.children()].filter(({ name }) => !name.startsWith('@'));
}

/** Attributes by their names. */
export function attributesOf(element: KeyedValue): Map<string, KeyedValue> {
  const attributes = new Map<string, KeyedValue>();
  for (const child of element.children()) {
    if (child.name.startsWith('@')) attributes.set(child.key, child);
    else break;
  }
  return attributes;
}

/** Reads an attribute of an element. */
export function attributeText(element: KeyedValue, key: string): FieldText | undefined {
  const value = attributesOf(element).get(key);
  return value && { text: trimText(value.text), use: () => value.use() };
}

/** A part of a text that says the same of what is used. */
export function partOf(field: FieldText, text: LocatedText): FieldText {
  return { text, use: field.use };
}
