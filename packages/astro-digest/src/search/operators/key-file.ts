import { fnv1a } from '../fnv1a.ts';

/** Name of the file, in the folder of a volume, with a short key of each paper. */
export const keyFile = 'keys.txt';

/** The key of a paper by its id: by it a browser finds the papers that its reader has marked, which it knows by their ids. */
export function keyOf(paper: string): string {
  return fnv1a(paper).toString(36);
}

/** @param papers ids in the order of the volume */
export function writeKeys(papers: readonly string[]): string {
  return papers.map(keyOf).join('\n');
}

/** Reads what `writeKeys` has written: the keys in the order of the volume. */
export function readKeys(text: string): string[] {
  return text.split('\n');
}
