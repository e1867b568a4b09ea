import type { Paper } from './entries.ts';
import type { PlacedPaper } from './paper-order.ts';
import { hasNames, sharedNames, type SharedName } from './shared-names.ts';

/** A paper with those who made it. */
export interface SignedPaper extends PlacedPaper {
  data: PlacedPaper['data'] & Pick<Paper['data'], 'authors' | 'organizations'>;
}

const authors = ({ data }: SignedPaper): readonly string[] => data.authors;
const organizations = ({ data }: SignedPaper): readonly string[] => data.organizations;

/** Authors of papers, sorted by name. Names that differ in white space, letter case or accents only are one person. */
export function authorsOf(papers: readonly SignedPaper[]): SharedName[] {
  return sharedNames(papers, 'author', authors);
}

/** Whether papers have any author; those of all papers need not be gathered to tell. */
export function haveAuthors(papers: readonly SignedPaper[]): boolean {
  return hasNames(papers, authors);
}

/** Organizations that the authors of papers work for, sorted by name; names are told apart as those of authors. */
export function organizationsOf(papers: readonly SignedPaper[]): SharedName[] {
  return sharedNames(papers, 'organization', organizations);
}

/** Whether papers have any organization. */
export function haveOrganizations(papers: readonly SignedPaper[]): boolean {
  return hasNames(papers, organizations);
}
