import { t } from './interface.ts';
import type { Library } from '../model/library.ts';

/** Something to choose on the search page. */
export interface SearchChoice {
  /** Name in addresses. */
  name: string;
  label: string;
  /** The first is chosen at first. */
  values: { value: string; text: string }[];
}

/** What papers can be filtered by in the search, as far as they differ in it, and how they can be sorted. */
export function searchChoices({ issues, papers, topics }: Library): SearchChoice[] {
  const issueOf = new Map(issues.map((issue) => [issue.id, issue.data]));
  const years = distinct(papers.map(({ data }) => data.issueDate?.slice(0, 4))).toReversed();
  const dialects = distinct(papers.map(({ data }) => issueOf.get(data.issue.id)?.dialect));
  const withCode = papers.filter(({ data }) => data.links.some(({ kind }) => kind === 'code')).length;
  const hasVotes = papers.some(({ data }) => data.upvotes !== undefined);
  const topicNames = topics.map(({ name }) => name);
  const categories = distinct(papers.flatMap(({ data }) => data.categories ?? []));
  const filters = [
    { name: 'year', label: t('searchYear'), values: years.length > 1 ? years : [] },
    { name: 'topic', label: t('searchTopic'), values: topicNames },
    { name: 'category', label: t('searchCategory'), values: categories },
    { name: 'dialect', label: t('aboutDialect'), values: dialects.length > 1 ? dialects : [] },
  ];
  const all = { value: '', text: t('searchAll') };
  return [
    ...filters
      .filter(({ values }) => values.length > 0)
      .map(({ name, label, values }) => ({
        name,
        label,
        values: [all, ...values.map((value) => ({ value, text: value }))],
      })),
    ...(withCode > 0
      ? [{ name: 'code', label: t('code'), values: [all, { value: 'yes', text: t('searchWithCode') }] }]
      : []),
    {
      name: 'sort',
      label: t('order'),
      values: [
        { value: 'relevance', text: t('sortByRelevance') },
        { value: 'newest', text: t('sortByDate') },
        ...(hasVotes ? [{ value: 'votes', text: t('sortByVotes') }] : []),
      ],
    },
  ];
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values)].filter((value) => value !== undefined).sort();
}
