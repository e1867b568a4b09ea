import type { Issue } from './entries.ts';
import { dayNumber, isoWeek } from './days.ts';
import { latestFirst } from './order.ts';

/** What the archive needs to know of an issue. */
export interface ArchivedIssue {
  id: string;
  data: Pick<Issue['data'], 'date'> & { papers: readonly unknown[] };
}

/** A year, a month or a week that has issues. */
export interface Period<Kind extends ArchivedIssue = ArchivedIssue> {
  /** Its name in addresses: `2025`, `2025-03` or `2025-W11`. */
  id: string;
  /** Its issues, the latest first. */
  issues: Kind[];
  /** How many papers they have. */
  papers: number;
  /** Name of the last such period before it that has issues. */
  previous?: string;
  /** Name of the first such period after it that has issues. */
  next?: string;
}

/** Issues by when they came out; each list of periods has the latest first. */
export interface Archive<Kind extends ArchivedIssue = ArchivedIssue> {
  /** Years that have issues. */
  years: Period<Kind>[];
  /** Months that have issues. */
  months: Period<Kind>[];
  /** Weeks of ISO 8601: from Monday, each in the year of its Thursday. */
  weeks: Period<Kind>[];
  /** Issues without a day, or with one that no calendar has, in the order of `latestFirst`. */
  undated: Kind[];
}

/** A year, a month or a week, and the shorter periods that it has. */
export interface PlacedPeriod<Kind extends ArchivedIssue = ArchivedIssue> {
  kind: 'year' | 'month' | 'week';
  period: Period<Kind>;
  /** Its months, the latest first; none of a month or a week. */
  months: string[];
  /** The weeks that have issues of it, the latest first; none of a week. */
  weeks: string[];
}

/** Finds a year, a month or a week by its id. */
export function periodOf<Kind extends ArchivedIssue>(
  { years, months, weeks }: Archive<Kind>,
  id: string,
): PlacedPeriod<Kind> | undefined {
  const found = (
    [
      ['year', years],
      ['month', months],
      ['week', weeks],
    ] as const
  ).flatMap(([kind, periods]) =>
    periods.filter((period) => period.id === id).map((period) => ({ kind, period })),
  );
  const [first] = found;
  if (!first) return undefined;
  const { kind, period } = first;
  const within = new Set(period.issues);
  return {
    kind,
    period,
    months: kind === 'year' ? months.filter((month) => month.id.startsWith(id)).map(({ id }) => id) : [],
    weeks:
      kind === 'week'
        ? []
        : weeks.filter(({ issues }) => issues.some((issue) => within.has(issue))).map(({ id }) => id),
  };
}

/** Puts issues into years, months and weeks. */
export function archiveOf<Kind extends ArchivedIssue>(issues: readonly Kind[]): Archive<Kind> {
  const sorted = latestFirst(issues);
  const dated = sorted.filter((issue) => dayOf(issue) !== undefined);
  return {
    years: periods(dated, (date) => date.slice(0, 4)),
    months: periods(dated, (date) => date.slice(0, 7)),
    weeks: periods(dated, (date) => isoWeek(date) as string),
    undated: sorted.filter((issue) => dayOf(issue) === undefined),
  };
}

/** The day of an issue, where the calendar has it. */
export function dayOf({ data }: ArchivedIssue): string | undefined {
  return data.date !== undefined && dayNumber(data.date) !== undefined ? data.date : undefined;
}

/** Groups issues, which come latest first, by the period that their day is in. */
function periods<Kind extends ArchivedIssue>(
  issues: readonly Kind[],
  periodOf: (date: string) => string,
): Period<Kind>[] {
  const groups = new Map<string, Kind[]>();
  for (const issue of issues) {
    const id = periodOf(issue.data.date as string);
    const group = groups.get(id);
    if (group) group.push(issue);
    else groups.set(id, [issue]);
  }
  const ids = [...groups.keys()];
  return [...groups].map(([id, group], index) => {
    const period: Period<Kind> = {
      id,
      issues: group,
      papers: group.reduce((sum, { data }) => sum + data.papers.length, 0),
    };
    const next = ids[index - 1];
    const previous = ids[index + 1];
    if (previous !== undefined) period.previous = previous;
    if (next !== undefined) period.next = next;
    return period;
  });
}
