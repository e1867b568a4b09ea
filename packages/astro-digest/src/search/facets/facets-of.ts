import type { PlacedRecord } from '../placed-records.ts';
import type { PaperFacets } from './facet-file.ts';

/** What a paper has by a link of a kind. */
const hasOf: Readonly<Record<string, string>> = {
  code: 'code',
  model: 'model',
  dataset: 'data',
  video: 'video',
  project: 'project',
};

/** What a paper can be narrowed by. */
export function facetsOf({ record, topics }: Pick<PlacedRecord, 'record' | 'topics'>): PaperFacets {
  const { date, dialect, categories = [], links = [] } = record;
  return {
    date,
    topic: topics,
    category: categories,
    dialect: dialect === undefined ? [] : [dialect],
    has: links.flatMap(({ kind }) => hasOf[kind] ?? []),
  };
}
