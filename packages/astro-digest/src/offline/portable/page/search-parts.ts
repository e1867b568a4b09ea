import { fnv1a } from '../../../search/fnv1a.ts';

/** The number of the script, of so many, that a file of the search is in: it follows from its path, so no list of them is needed. */
export function partOf(path: string, count: number): number {
  return fnv1a(path) % count;
}
