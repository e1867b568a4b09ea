import { sliceText, trimText, type LocatedText } from '../../text/located-text.ts';

/** The first of several values in a field that can have one only, such as `English; French`. */
export function firstOfList(text: LocatedText): LocatedText {
  const end = text.value.search(/[,;/&|]| and /);
  return end < 0 ? text : trimText(sliceText(text, 0, end));
}
