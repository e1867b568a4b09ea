import { readSource, textOfComment } from './source.ts';

/** A custom property that a site may set. */
export interface CustomProperty {
  name: string;
  value: string;
  /** What the comment above it says; that of the first of a group where it has none of its own. */
  text: string;
}

/** The custom properties that a site may set and what stands in for each, in the order of the style sheet; colours and fonts first. */
export function readProperties(): CustomProperty[] {
  const sheet = readSource('packages/astro-digest/styles/tokens.css');
  return ['body.digest', ':is(body, .digest-look).digest', '.digest'].flatMap((selector) => {
    const start = sheet.indexOf(`\n${selector} {\n`);
    const rule = sheet.slice(start, sheet.indexOf('\n}', start));
    let text = '';
    return [
      ...rule.matchAll(/(\/\*[\s\S]*?\*\/)|--_[\w-]+:\s*var\(\s*(--[\w-]+),\s*([^;]+?)\s*\);/g),
    ].flatMap(([, comment, name, value = '']) => {
      if (comment !== undefined) text = textOfComment(comment);
      return name === undefined ? [] : [{ name, value: value.replace(/\s+/g, ' '), text }];
    });
  });
}
