/** Line ends of every kind: all become a line feed. */
const lineEnd = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Control characters; a tab and a line feed are not among them. */
const control = /(?![\t\n])\p{Cc}/gu;

/** Code points that Unicode keeps from being characters, U+FFFE and U+FFFF among them. */
const noncharacter = /\p{Noncharacter_Code_Point}/gu;

/**
 * Makes any string a text that XML, JSON and mail can hold.
 *
 * Lone surrogates and code points that are no characters become U+FFFD, every line end a line feed, and control characters
 * go. What is left is within the characters of XML 1.0: https://www.w3.org/TR/xml/#charsets.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(noncharacter, '\uFFFD').replace(lineEnd, '\n').replace(control, '');
}

/** {@link cleanText} on one line, each stretch of white space a blank, none at the ends: for titles, names and headers. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}
