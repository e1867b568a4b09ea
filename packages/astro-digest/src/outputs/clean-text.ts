import { cleanCharacters } from 'remark-digest/light';
import { onOneLine } from '../model/single-line.ts';

/**
 * Makes any string a text that XML, JSON and mail can hold.
 *
 * Lone surrogates and code points that are no characters become U+FFFD, every line end a line feed, and control characters
 * go. What is left is within the characters of XML 1.0: https://www.w3.org/TR/xml/#charsets.
 */
export function cleanText(text: string): string {
  return cleanCharacters(text);
}

/** {@link cleanText} on one line, each stretch of white space a blank, none at the ends: for titles, names and headers. */
export function cleanLine(text: string): string {
  return onOneLine(cleanText(text));
}
