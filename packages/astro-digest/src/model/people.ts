import type { Paper } from './entries.ts';
import type { PlacedPaper } from './paper-order.ts';
import { sharedNames, type SharedName } from './shared-names.ts';

/** A paper with those who made it. */
export interface SignedPaper extends PlacedPaper {
  data: PlacedPaper['data'] & Pick<Paper['data'], 'authors' | 'organizations'>;
}

/** Authors of papers, sorted by name. Names that differ in white space, letter case or accents only are one person. */
export function authorsOf(papers: readonly SignedPaper[]): SharedName[] {
  return sharedNames(papers, 'author', ({ data }) => data.authors);
}

/** Organizations that the authors of papers work for, sorted by name; names are told apart as those of authors. */
export function organizationsOf(papers: readonly SignedPaper[]): SharedName[] {
  return sharedNames(papers, 'organization', ({ data }) => data.organizations);
}
