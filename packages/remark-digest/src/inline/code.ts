import type { PhrasingContent } from 'mdast';
import { cleanCharacters } from '../canonical.ts';
import type { Finder, Make, Repair } from './repair.ts';

// Between backticks without blanks inside them, and with something that a plain word lacks. TeX opens quotes with one: `word'
// is no code, and neither is ``word''. Three hold what has backticks or backslashes of its own.
const backticks =
  /(?<![`\\\p{Script=Latin}\p{N}])(?:```(?=[^`\s])[^`\n]*(?<=\S)```|`(?![a-z]+`)[^`\s](?:[^`\n]*[^`\s])?`)(?![`\p{Script=Latin}\p{N}])/gu;

/** Finds Markdown's code. TeX's is found with the other commands. */
export const code: Finder = {
  mayFind: (text) => text.includes('`'),
  bySign: true,
  find: findCode,
};

function findCode(text: string, start: number, end: number): Repair[] {
  const part = text.slice(start, end);
  return [...part.matchAll(backticks)].map(({ 0: source, index }) => {
    const from = start + index;
    const to = from + source.length;
    const width = source.startsWith('```') ? 3 : 1;
    return {
      start: from,
      end: to,
      nodes: (make) => codeNodes(source.slice(width, -width), source, make, from + width, to - width),
    };
  });
}

/**
 * Code as a node; where an address is all that it says, the link alone.
 *
 * @param value what it says
 * @param source the text as it stood, with the signs around it
 * @param start index at which what it says begins in the text
 * @param end index after it
 */
export function codeNodes(
  value: string,
  source: string,
  make: Make,
  start: number,
  end: number,
): PhrasingContent[] {
  if (/^https?:\/\/\S+$/.test(value)) {
    const inner = make.inner(start, end);
    if (inner.length === 1 && inner[0]?.type === 'link') return inner;
  }
  return [{ type: 'inlineCode', value: cleanCharacters(value).replaceAll('\n', ' '), data: { source } }];
}

/** What text in TeX says that has nothing but escapes in it: `owl\_net`; nothing for other text. */
export function unescaped(tex: string): string | undefined {
  const said = tex.replace(
    /\\(?:[_%&#{}-]|textbackslash(?![a-zA-Z])(?:\{\})?|textasciitilde(?![a-zA-Z])(?:\{\})?)/g,
    (escape) => {
      if (escape.startsWith('\\textb')) return '\0';
      return escape.startsWith('\\texta') ? '~' : escape === '\\-' ? '' : escape.slice(1);
    },
  );
  return /[\\$]/.test(said) ? undefined : said.replaceAll('\0', '\\');
}
