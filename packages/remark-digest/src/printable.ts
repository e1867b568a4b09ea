/** What a terminal obeys, breaks a line at, or turns the order of a text by; a half of a character is none of them, and no text. */
const unprintable = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/**
 * Text fit to be printed on one line of a terminal or a log: without control characters, line ends and marks of direction, each
 * of which becomes U+FFFD. Whatever is quoted of a digest or a file's name goes through it.
 */
export function printable(text: string): string {
  return text.replace(unprintable, '\uFFFD');
}
