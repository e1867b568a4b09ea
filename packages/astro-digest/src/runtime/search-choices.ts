import { addresses } from './addresses.ts';
import { monthAndYear, t } from './interface.ts';
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
  const months = distinct(papers.map(({ data }) => data.issueDate?.slice(0, 7))).toReversed();
  const dialects = distinct(papers.map(({ data }) => issueOf.get(data.issue.id)?.dialect));
  const withCode = papers.filter(({ data }) => data.links.some(({ kind }) => kind === 'code')).length;
  const hasVotes = papers.some(({ data }) => data.upvotes !== undefined);
  const topicNames = topics.map(({ name }) => name);
  const categories = distinct(papers.flatMap(({ data }) => data.categories ?? []));
  const filters = [
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
    ...(months.length > 1 ? rangeOf(months) : []),
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

/** Operators as readers are shown them, each with a value of its kind. */
export function shownOperators(): string {
  return [
    '"large language models"',
    '-survey',
    'author:lee',
    'topic:diffusion',
    'in:2025-03',
    'before:2025',
    'after:2024-06',
    'has:code',
    ...(addresses.starred() === undefined ? [] : ['is:starred']),
    'is:unread',
  ].join(' · ');
}

/** How many papers there are of each month, such as `2025-03`, the first month first. */
export function searchMonths({ papers }: Library): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { data } of papers.toReversed()) {
    const month = data.issueDate?.slice(0, 7);
    if (month !== undefined) counts[month] = (counts[month] ?? 0) + 1;
  }
  return counts;
}

/** Topics that the search page suggests: those of most papers. */
export function searchTopics({ topics }: Library): string[] {
  return [...topics]
    .sort((a, b) => b.papers.length - a.papers.length)
    .slice(0, mostSuggested)
    .map(({ name }) => name);
}

/** How many topics the search page suggests. */
const mostSuggested = 12;

/** Choices of the first and the last month. */
function rangeOf(months: readonly string[]): SearchChoice[] {
  const values = [
    { value: '', text: t('searchAll') },
    ...months.map((month) => ({ value: month, text: monthAndYear(`${month}-01`) })),
  ];
  return [
    { name: 'from', label: t('searchFrom'), values },
    { name: 'to', label: t('searchTo'), values },
  ];
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values)].filter((value) => value !== undefined).sort();
}
