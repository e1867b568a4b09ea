import { canonicalText } from 'remark-digest';

/**
 * A text on one line, as the fields of a bibliography need it: well-formed Unicode without control characters
 * (`canonicalText`), each run of white space one blank, none at the ends.
 */
export function singleLine(text: string): string {
  return onOneLine(canonicalText(text));
}

/** White space that a text on one line can't have: any but blanks, two blanks, a blank at an end. */
const uneven = /[^\S ]| {2}|^ | $/;

/** Makes each stretch of white space one blank, and leaves none at the ends. */
export function onOneLine(text: string): string {
  return uneven.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
