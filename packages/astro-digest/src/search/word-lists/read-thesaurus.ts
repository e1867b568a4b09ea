import { readdirSync, readFileSync } from 'node:fs';
import { stemsOf } from './stems.ts';

/** Words that may stand for one another. */
export interface KinGroup {
  /** Whether they mean nearly the same, or are kin only. */
  isLoose: boolean;
  /** Words and phrases as `stemsOf` has them, joined by blanks. */
  entries: string[];
}

/** Folder of the thesaurus; its own page tells how its lines are written. */
export const thesaurusFolder = new URL('../../../thesaurus/', import.meta.url);

/** Reads the thesaurus. */
export function readThesaurus(): KinGroup[] {
  return readdirSync(thesaurusFolder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, thesaurusFolder), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map(parseGroup);
}

/** Reads a line: entries parted by commas, behind a `~` where they are kin only. */
export function parseGroup(line: string): KinGroup {
  const isLoose = line.startsWith('~');
  const entries = line
    .replace(/^~/, '')
    .split(',')
    .map((entry) => stemsOf(entry).join(' '));
  return { isLoose, entries: [...new Set(entries)].filter((entry) => entry !== '') };
}
