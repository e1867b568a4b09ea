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

/** A run of consecutive issues. */
export interface Volume {
  /** Names the span of the calendar with which it begins: `2025`, `2025-h1`, `2025-q1`, `2025-03`, `2025-03-w2`, `2025-03-12`. */
  id: string;
  /** Ids of its issues, the latest first. */
  issues: string[];
  /** Days of the first and the last of them; absent where they have none. */
  first?: string | undefined;
  last?: string | undefined;
  /** How many papers they have. */
  papers: number;
  /** Whether the newest issue is later, so that what is added day by day no longer changes it. */
  isClosed: boolean;
}

/** How large volumes may be, in papers. */
export interface VolumeSizes {
  /** A closed span of the calendar with more is parted, down to a day. */
  closed: number;
  /** Older closed ones that follow one another are one volume up to this size. */
  joined: number;
  /** The same of the span with the newest issue, which is a volume by itself. */
  open: number;
  /**
   * Closed volumes are not joined in the smallest span around the newest issue that has more papers than this, because what changes places is
   * uploaded again.
   */
  recent: number;
}

/**
 * The sizes of a site's volumes. What is made of a whole volume is made again each day for the open one, so that is small. A reader asks all
 * volumes, so there are few closed ones, each as large as memory allows: Pagefind takes 150 kB for each paper of an index.
 */
export const volumeSizes: VolumeSizes = { closed: 6000, joined: 6000, open: 1000, recent: 2000 };

/**
 * The sizes of the volumes of which bibliographies of a whole digest are made. Somebody loads those for one archive of a thousand papers, and
 * a day makes those of the open volume again, in each format.
 */
const bibliographySizes: VolumeSizes = { closed: 300, joined: 1000, open: 300, recent: 2000 };

/** The volumes of which bibliographies of a whole digest are made: one, as long as that is small. */
export function bibliographyVolumes(issues: readonly VolumeIssue[]): Volume[] {
  const papers = issues.reduce((sum, issue) => sum + issue.papers, 0);
  const { joined } = bibliographySizes;
  return volumesOf(issues, papers > joined ? bibliographySizes : { ...bibliographySizes, open: joined });
}

/**
 * The sizes of the volumes that are packed for reading offline. A reader loads the pack of the open volume each day, and those of all volumes
 * once, so closed ones are a megabyte.
 */
const packSizes: VolumeSizes = { closed: 400, joined: 400, open: 100, recent: 1000 };

/** The volumes that are packed for reading offline. */
export function packVolumes(issues: readonly VolumeIssue[]): Volume[] {
  return volumesOf(issues, packSizes);
}

/**
 * Spans of the calendar, each parted by the next: the name of the one that a day is in. They are fixed, so an issue that is added, edited
 * or removed changes no volume but its own.
 */
const spans: readonly ((date: string) => string)[] = [
  () => 'all',
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
  const parts = part(dated, 0, sizes, dated[0]?.data.date);
  const recent = recentIssues(dated, sizes);
  return [...joinClosed(parts, recent, sizes), ...joinClosed(partUndated(undated), new Set(), sizes)];
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

/** The issues that stay in volumes of their own although these are closed; see `VolumeSizes`. */
function recentIssues(issues: readonly PlacedIssue[], { recent }: VolumeSizes): ReadonlySet<string> {
  const newest = issues[0]?.data.date;
  if (newest === undefined) return new Set();
  for (const span of spans.slice(1).toReversed()) {
    const group = issues.filter(({ data }) => span(data.date as string) === span(newest));
    if (toVolume('', group, false).papers > recent) return new Set(group.map(({ id }) => id));
  }
  return new Set();
}

/** Issues without days are in no span: each is a volume, the last one is open. */
function partUndated(issues: readonly PlacedIssue[]): Volume[] {
  return issues.map((issue, index) => toVolume(`undated-${issue.id}`, [issue], index > 0));
}

/** Makes one volume of closed ones that follow one another, as long as it is small enough; the earliest come first. */
function joinClosed(volumes: readonly Volume[], recent: ReadonlySet<string>, sizes: VolumeSizes): Volume[] {
  const joined: Volume[] = [];
  for (const volume of volumes.toReversed()) {
    const last = joined.at(-1);
    const isOld = volume.isClosed && !volume.issues.some((id) => recent.has(id));
    if (last && isOld && last.papers + volume.papers <= sizes.joined) {
      last.issues.unshift(...volume.issues);
      last.papers += volume.papers;
      last.last = volume.last;
    } else joined.push(volume);
  }
  return joined.toReversed();
}

function toVolume(id: string, issues: readonly PlacedIssue[], isClosed: boolean): Volume {
  return {
    id,
    issues: issues.map((issue) => issue.id),
    first: issues.at(-1)?.data.date,
    last: issues[0]?.data.date,
    papers: issues.reduce((sum, { papers }) => sum + papers, 0),
    isClosed,
  };
}
