import { cleanText } from './clean-text.ts';
import { escapeText } from './html.ts';

/**
 * The paragraphs of a plain text, which blank lines part, each as the HTML of an element's content: a line feed inside of
 * one is a line break, as between the items of a list.
 */
export function paragraphsHtml(text: string): string[] {
  return paragraphTexts(text).map((paragraph) => escapeText(paragraph).replaceAll('\n', '<br>'));
}

/** The paragraphs of a plain text, which blank lines part; none is empty. */
export function paragraphTexts(text: string): string[] {
  return cleanText(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
