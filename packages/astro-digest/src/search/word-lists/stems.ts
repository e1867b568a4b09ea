import { stem } from '../../model/stem.ts';
import { wordLettersOf } from '../runs.ts';
import { bare, isHeavy, smallestWords, splitForms } from '../words.ts';

/** A text as the thesaurus has it: its smallest words without their endings. */
export function stemsOf(text: string): string[] {
  return smallestWords(text).map(stem);
}

/**
 * What a word of a text, as it stands between blanks, is found by: itself and the pieces between its hyphens, without endings; of runs the pairs and
 * those letters that are words.
 */
export function stemsOfWord(word: string): string[] {
  const forms = splitForms(word).flatMap(({ whole, parts }) => [whole, ...parts]);
  return [...new Set([...forms.filter((form) => !isHeavy(form)).map(stem), ...wordLettersOf(bare(word))])];
}
