import { joinTexts, splitText, type LocatedText } from '../../text/located-text.ts';

const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー・\s]+$/u;

/** The name of a person in the order in which it is spoken: `Tern, Mia` and `Tern, Jr., Mia` have the family name first. */
export function toSpokenName(name: LocatedText): LocatedText {
  if (!name.value.includes(',')) return name;
  return joinName(splitText(name, /[,，]/g)) ?? name;
}

/** Puts the parts of a name, as commas part it, in the order in which they are spoken; nothing where they are no such parts. */
export function joinName(parts: readonly LocatedText[]): LocatedText | undefined {
  const [first, second, third, more] = parts;
  if (!first || more) return undefined;
  if (!second) return first;
  if (!third) {
    const asWritten = suffix.test(second.value) || eastAsian.test(first.value + second.value);
    return joinTexts(asWritten ? [first, second] : [second, first], ' ');
  }
  if (suffix.test(second.value)) return joinTexts([third, first, second], ' ');
  return suffix.test(third.value) ? joinTexts([second, first, third], ' ') : undefined;
}
