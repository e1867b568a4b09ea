import { stem } from '../../model/stem.ts';
import { isHeavy, smallestWords, splitForms } from '../words.ts';

/** A text as the thesaurus has it: its smallest words without their endings. */
export function stemsOf(text: string): string[] {
  return smallestWords(text).map(stem);
}

/** What a word of a text, as it stands between blanks, is found by: itself and the pieces between its hyphens, without endings. */
export function stemsOfWord(word: string): string[] {
  const forms = splitForms(word).flatMap(({ whole, parts }) => [whole, ...parts]);
  return [...new Set(forms.filter((form) => !isHeavy(form)).map(stem))];
}
