import { dateOf, dayNumber } from './days.ts';
import { latestFirst } from './order.ts';

/** What volumes need to know of an issue. */
export interface VolumeIssue {
  id: string;
  /** Its day, `YYYY-MM-DD`; absent when no year is known. */
  date?: string | undefined;
  /** How many papers it has. */
  papers: number;
}

/** A run of consecutive issues: all those of a span of the calendar. */
export interface Volume {
  /** Its span: `2016-2023`, `2025`, `2025-h1`, `2025-q1`, `2025-03`, `2025-03-w2`, `2025-03-12`; `undated-1` without days. */
  id: string;
  /** Ids of its issues, the latest first. */
  issues: string[];
  /** How many papers they have. */
  papers: number;
  /** Whether the newest issue is later, so that what is added day by day no longer changes it. */
  isClosed: boolean;
}

/** How large volumes may be, in papers. */
export interface VolumeSizes {
  /** A closed volume with more is parted, down to a day. */
  closed: number;
  /** The open volume with more is parted, down to a day. */
  open: number;
}

/**
 * The sizes of a site's volumes. What is made of a whole volume is made again each day for the open one, so that is small; a reader asks all
 * volumes, so closed ones are large.
 */
export const volumeSizes: VolumeSizes = { closed: 6000, open: 1000 };

/**
 * Spans of the calendar, each parted by the next: the name of the one that a day is in. They are fixed, so an issue that is added, edited
 * or removed changes no volume but its own.
 */
const spans: readonly ((date: string) => string)[] = [
  ...[16, 8, 4, 2].map((years) => (date: string) => {
    const first = Math.floor(Number(date.slice(0, 4)) / years) * years;
    return [first, first + years - 1].map((year) => String(year).padStart(4, '0')).join('-');
  }),
  (date) => date.slice(0, 4),
  (date) => `${date.slice(0, 4)}-h${Math.ceil(Number(date.slice(5, 7)) / 6)}`,
  (date) => `${date.slice(0, 4)}-q${Math.ceil(Number(date.slice(5, 7)) / 3)}`,
  (date) => date.slice(0, 7),
  // The fourth week has the days after the 28th, too.
  (date) => `${date.slice(0, 7)}-w${Math.min(4, Math.ceil(Number(date.slice(8, 10)) / 7))}`,
  (date) => date,
];

/**
 * Parts the issues of a digest into volumes by their days. The same issues are in the same volumes, however they came there.
 *
 * @returns the latest first, in the order of `latestFirst`; those of issues without a day come last
 */
export function volumesOf(issues: readonly VolumeIssue[], sizes: VolumeSizes = volumeSizes): Volume[] {
  const sorted = latestFirst(issues.map((issue) => ({ ...issue, data: { date: dayOf(issue) } })));
  const dated = sorted.filter(({ data }) => data.date !== undefined);
  const undated = sorted.filter(({ data }) => data.date === undefined);
  return [...part(dated, 0, sizes, dated[0]?.data.date), ...partUndated(undated, sizes)];
}

interface PlacedIssue extends VolumeIssue {
  data: { date: string | undefined };
}

/** The day of an issue, where the calendar has it. */
function dayOf({ date }: VolumeIssue): string | undefined {
  const number = date === undefined ? undefined : dayNumber(date);
  return number === undefined ? undefined : dateOf(number);
}

/**
 * Makes a volume of each span that is small enough, and parts the others.
 *
 * @param level number of the spans in `spans`
 * @param newest day of the newest issue of all
 */
function part(
  issues: readonly PlacedIssue[],
  level: number,
  sizes: VolumeSizes,
  newest: string | undefined,
): Volume[] {
  const span = spans[level] as (date: string) => string;
  const groups = Map.groupBy(issues, ({ data }) => span(data.date as string));
  return [...groups].flatMap(([id, group]) => {
    const isClosed = newest === undefined || span(newest) !== id;
    const volume = toVolume(id, group, isClosed);
    const isSmall = volume.papers <= (isClosed ? sizes.closed : sizes.open);
    return isSmall || level + 1 === spans.length ? [volume] : part(group, level + 1, sizes, newest);
  });
}

/** Issues without days have no span: they are parted by their order. */
function partUndated(issues: readonly PlacedIssue[], { closed }: VolumeSizes): Volume[] {
  const groups: PlacedIssue[][] = [];
  let papers = 0;
  // The earliest first, so that a later one moves none of those before it.
  for (const issue of issues.toReversed()) {
    if (groups.length === 0 || papers + issue.papers > closed) {
      groups.push([]);
      papers = 0;
    }
    groups.at(-1)?.unshift(issue);
    papers += issue.papers;
  }
  return groups
    .map((group, index) => toVolume(`undated-${index + 1}`, group, index + 1 < groups.length))
    .toReversed();
}

function toVolume(id: string, issues: readonly PlacedIssue[], isClosed: boolean): Volume {
  return {
    id,
    issues: issues.map((issue) => issue.id),
    papers: issues.reduce((sum, { papers }) => sum + papers, 0),
    isClosed,
  };
}
