import { sliceText, type LocatedText } from '../../text/located-text.ts';
import { formOf } from '../text-form.ts';
import type { Marked } from './marks.ts';

/** The next thing behind a token that shows something; it stands no more than three tokens further on. */
export function shownBehind(marked: readonly Marked[], index: number): Marked | undefined {
  return marked.slice(index + 1, index + 4).find(({ mark }) => mark.kind !== 'nothing');
}

/** A name with a dot behind it stands where another paper has the number of its authors. */
export function isOrganization(marked: readonly Marked[], index: number): boolean {
  const { value } = (marked[index] as Marked).token.text;
  if (value.length > 100 || formOf(value) !== 'other') return false;
  return shownBehind(marked, index)?.mark.kind === 'dot';
}

/** Whether something is the label of a number of votes that stands apart. */
export function isLabel(marked: Marked | undefined): boolean {
  return marked?.mark.kind === 'votes' && marked.mark.votes === undefined;
}

/** Whether something names code, whose number of stars may stand behind it. */
export function isCode(marked: Marked | undefined): boolean {
  const { token, mark } = marked ?? {};
  return mark?.kind === 'code' || (mark?.kind === 'navigation' && /^github$/i.test(token?.text.value ?? ''));
}

/** No name with a day behind it is longer, in UTF-16 units. */
const longestName = 200;

/** The name without the day that stands behind it: `mia on Apr 3`. */
export function nameOfSubmitter(text: LocatedText): LocatedText {
  const day = /\s+on [A-Z][a-z]{2} \d{1,2}(?:, \d{4})?$/.exec(text.value.slice(0, longestName))?.index;
  return day === undefined ? text : sliceText(text, 0, day);
}
