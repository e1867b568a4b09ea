import type { PlacedRecord } from '../placed-records.ts';
import type { PaperFacets } from './facet-file.ts';

/** What a paper can be narrowed by. */
export function facetsOf({ record, topics }: PlacedRecord): PaperFacets {
  const { date, dialect, categories = [], links = [] } = record;
  return {
    date,
    topic: topics,
    category: categories,
    dialect: dialect === undefined ? [] : [dialect],
    code: links.some(({ kind }) => kind === 'code') ? ['yes'] : [],
  };
}
