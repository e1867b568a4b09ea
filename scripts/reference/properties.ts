import { readSource, textOfComment } from './source.ts';

/** A custom property that a site may set. */
export interface CustomProperty {
  name: string;
  value: string;
  /** What the comment above it says; that of the first of a group where it has none of its own. */
  text: string;
}

/** The custom properties of `.digest`, in the order of the style sheet. */
export function readProperties(): CustomProperty[] {
  const sheet = readSource('packages/astro-digest/styles/tokens.css');
  const rule = /^ {2}\.digest \{\n([\s\S]*?)^ {2}\}/m.exec(sheet)?.[1] ?? '';
  let text = '';
  return [...rule.matchAll(/(\/\*[\s\S]*?\*\/)|(--[\w-]+):\s*([^;]+);/g)].flatMap(
    ([, comment, name, value = '']) => {
      if (comment !== undefined) text = textOfComment(comment);
      return name === undefined ? [] : [{ name, value: value.replace(/\s+/g, ' '), text }];
    },
  );
}
