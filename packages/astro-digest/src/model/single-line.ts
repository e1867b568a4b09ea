import { canonicalText } from 'remark-digest/light';

/**
 * A text on one line, as the fields of a bibliography need it: well-formed Unicode without control characters
 * (`canonicalText`), each run of white space one blank, none at the ends.
 */
export function singleLine(text: string): string {
  return onOneLine(canonicalText(text));
}

/** Makes each stretch of white space one blank, and leaves none at the ends. */
export function onOneLine(text: string): string {
  return isOnOneLine(text) ? text : text.replace(/\s+/g, ' ').trim();
}

function isOnOneLine(text: string): boolean {
  return !/[^\S ]/.test(text) && !text.includes('  ') && !text.startsWith(' ') && !text.endsWith(' ');
}
