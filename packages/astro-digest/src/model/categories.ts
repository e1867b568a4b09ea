import type { Paper } from './entries.ts';
import { hasNames, sharedNames, type SharedName } from './shared-names.ts';

const categories = ({ data }: Paper): readonly string[] => data.categories ?? [];

/** What digests sort papers under, such as `cs.LG`, sorted by name. */
export function categoriesOf(papers: readonly Paper[]): SharedName[] {
  return sharedNames(papers, 'category', categories);
}

/** Whether papers have any category. */
export function haveCategories(papers: readonly Paper[]): boolean {
  return hasNames(papers, categories);
}
