import { dateOf, dayNumber } from '../../src/model/days.ts';
import type { CountedPapers } from '../../src/model/period-counts.ts';

/**
 * Papers of weeks that follow one another, the first from 6 January 2025, which is a Monday.
 *
 * @param weeks how many papers of each topic each week has, by name
 */
export function weeksOf(weeks: readonly Readonly<Record<string, number>>[]): CountedPapers {
  const days = new Map<string, string>();
  const topics = new Map<string, string[]>();
  const first = dayNumber('2025-01-06') as number;
  for (const [week, counts] of weeks.entries()) {
    for (const [name, count] of Object.entries(counts)) {
      for (let number = 0; number < count; number++) {
        const id = `${name}-${week}-${number}`;
        days.set(id, dateOf(first + 7 * week + (number % 5)));
        const papers = topics.get(name) ?? [];
        papers.push(id);
        topics.set(name, papers);
      }
    }
  }
  return {
    days,
    newest: dateOf(first + 7 * weeks.length),
    topics: [...topics].map(([name, papers]) => ({ name, slug: name.toLowerCase(), papers })),
  };
}

/** So many weeks of the same. */
export function times<Week>(count: number, week: Week): Week[] {
  return Array.from({ length: count }, () => week);
}
