import { canonicalText } from 'remark-digest';

/**
 * A text on one line, as the fields of a bibliography need it: well-formed Unicode without control characters
 * (`canonicalText`), each run of white space one blank, none at the ends.
 */
export function singleLine(text: string): string {
  return canonicalText(text).replace(/\s+/g, ' ').trim();
}
