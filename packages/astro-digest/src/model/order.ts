/** What the order of issues rests on. */
export interface Dated {
  id: string;
  data: { date?: string | undefined };
}

const byName = new Intl.Collator('en', { numeric: true });

/** Sorts issues, the latest first: by date, then by name; those without a date come after all that have one. */
export function latestFirst<Issue extends Dated>(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => {
    const dateA = a.data.date ?? '';
    const dateB = b.data.date ?? '';
    if (dateA !== dateB) return dateA < dateB ? 1 : -1;
    return byName.compare(b.id, a.id) || (a.id < b.id ? 1 : -1);
  });
}
