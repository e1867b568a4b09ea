import { stem } from '../../model/stem.ts';
import { smallestWords } from '../words.ts';

/** A text as the thesaurus has it: its smallest words without their endings. */
export function stemsOf(text: string): string[] {
  return smallestWords(text).map(stem);
}
