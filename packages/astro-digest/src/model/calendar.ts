import { dayOf, type ArchivedIssue } from './archive.ts';
import { dateOf, dayNumber, weekday } from './days.ts';

/** A day of a calendar. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Day of the month, from 1. */
  day: number;
  /** Ids of the issues of that day, in the order in which they were given. */
  issues: string[];
  /** How many papers these have. */
  papers: number;
  /** How much there is: 0 without an issue, 4 from three quarters of the year's fullest day on. */
  level: 0 | 1 | 2 | 3 | 4;
}

/** A month of a calendar. */
export interface CalendarMonth {
  /** Such as `2025-03`. */
  id: string;
  /** Rows of seven days; `undefined` where a day is in another month. */
  weeks: (CalendarDay | undefined)[][];
}

/**
 * The twelve months of a year, with what came out on each day.
 *
 * @param issues issues of any year
 * @param year from 1 to 9999
 * @param firstDay the day that weeks begin with, numbered as in ISO 8601 and in `Intl.Locale`: 1 is Monday, 7 is Sunday
 */
export function calendarOf(issues: readonly ArchivedIssue[], year: number, firstDay = 1): CalendarMonth[] {
  const days = daysOf(issues, year);
  const fullest = Math.max(1, ...[...days.values()].map(({ papers }) => papers));
  return Array.from({ length: 12 }, (_, month) => {
    const id = `${yearId(year)}-${String(month + 1).padStart(2, '0')}`;
    const first = dayNumber(`${id}-01`) as number;
    const before = (weekday(first) - firstDay + 7) % 7;
    const cells: (CalendarDay | undefined)[] = Array.from({ length: before }, () => undefined);
    for (let number = first; dateOf(number).startsWith(id); number++) {
      const date = dateOf(number);
      const found = days.get(date) ?? { issues: [], papers: 0 };
      cells.push({ date, day: number - first + 1, ...found, level: levelOf(found, fullest) });
    }
    while (cells.length % 7 !== 0) cells.push(undefined);
    return {
      id,
      weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
    };
  });
}

type Found = Pick<CalendarDay, 'issues' | 'papers'>;

/** What came out on each day of a year. */
function daysOf(issues: readonly ArchivedIssue[], year: number): Map<string, Found> {
  const days = new Map<string, Found>();
  for (const issue of issues) {
    const date = dayOf(issue);
    if (!date?.startsWith(yearId(year))) continue;
    const day = days.get(date) ?? { issues: [], papers: 0 };
    day.issues.push(issue.id);
    day.papers += issue.data.papers.length;
    days.set(date, day);
  }
  return days;
}

function levelOf({ issues, papers }: Found, fullest: number): CalendarDay['level'] {
  if (issues.length === 0) return 0;
  return Math.min(4, 1 + Math.floor((papers / fullest) * 4)) as CalendarDay['level'];
}

function yearId(year: number): string {
  return String(year).padStart(4, '0');
}
