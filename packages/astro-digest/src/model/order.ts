import { once } from './once.ts';

/** What the order of issues rests on. */
export interface Dated {
  id: string;
  data: { date?: string | undefined };
}

/** Made when it is needed, since browsers take their time for it. */
const collator = once(() => new Intl.Collator('en', { numeric: true }));

/** Compares names, numbers in them by their value: `week-9` comes before `week-10`. Only equal names compare as equal. */
export function byNumberedName(a: string, b: string): number {
  return collator().compare(a, b) || (a < b ? -1 : Number(a > b));
}

/** Sorts issues, the latest first: by date, then by name; those without a date come after all that have one. */
export function latestFirst<Issue extends Dated>(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => {
    const dateA = a.data.date ?? '';
    const dateB = b.data.date ?? '';
    if (dateA !== dateB) return dateA < dateB ? 1 : -1;
    return byNumberedName(b.id, a.id);
  });
}
