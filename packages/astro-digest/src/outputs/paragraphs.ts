import { h } from 'hastscript';
import type { ElementContent } from 'hast';
import { cleanText } from './clean-text.ts';

/**
 * The paragraphs of a plain text, which blank lines part, each as the content of an element: a line feed inside of one is a
 * line break, as between the items of a list.
 */
export function paragraphs(text: string): ElementContent[][] {
  return paragraphTexts(text).map((paragraph) =>
    paragraph
      .split('\n')
      .flatMap((line, index): ElementContent[] => [
        ...(index === 0 ? [] : [h('br')]),
        { type: 'text', value: line },
      ]),
  );
}

/** The paragraphs of a plain text, which blank lines part; none is empty. */
export function paragraphTexts(text: string): string[] {
  return cleanText(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
