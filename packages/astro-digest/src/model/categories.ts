import type { Paper } from './entries.ts';
import { sharedNames, type SharedName } from './shared-names.ts';

/** What digests sort papers under, such as `cs.LG`, sorted by name. */
export function categoriesOf(papers: readonly Paper[]): SharedName[] {
  return sharedNames(papers, 'category', ({ data }) => data.categories ?? []);
}
