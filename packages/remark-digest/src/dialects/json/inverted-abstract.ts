import type { KeyedValue } from '../../text/keyed-values.ts';
import { joinTexts, type LocatedText } from '../../text/located-text.ts';

/** Puts together OpenAlex's abstracts, which have for each word the places where it stands: `{"Owls": [0, 4], "sing": [1]}`. */
export function invertedAbstract(index: KeyedValue): LocatedText {
  const words: { at: number; word: LocatedText }[] = [];
  for (const places of index.children()) {
    for (const place of places.children()) {
      const at = Number(place.text.value);
      if (Number.isInteger(at)) words.push({ at, word: places.nameText });
    }
  }
  if (words.length > 0) index.use();
  words.sort((a, b) => a.at - b.at);
  return joinTexts(
    words.map(({ word }) => word),
    ' ',
  );
}
