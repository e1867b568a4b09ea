import type { IssuesReport, PapersReport } from '../content/sync-files.ts';
import type { SiteChanges } from '../kept/changes.ts';
import type { RouteKind } from '../model/route-kinds.ts';
import type { IndexReport } from '../search/index-thread.ts';
import type { BuiltFile } from './built-files.ts';
import type { ConnectionsReport } from './connections-thread.ts';
import type { SocialImagesReport } from './social-images.ts';

/** What a build came to. */
export interface BuildReport {
  issues: IssuesReport;
  papers: PapersReport;
  /** All files of the site. */
  files: readonly BuiltFile[];
  /** Milliseconds of the rendering, that of the site's other pages included. */
  renderTime: number;
  /** Milliseconds of the whole build. */
  time: number;
  /** Absent where the pages worked out themselves what connects the papers. */
  connections?: ConnectionsReport;
  /** Absent where there is no search. */
  index?: IndexReport;
  /** What differs from the site before it; absent where there was none. */
  changes?: SiteChanges | undefined;
  /** Absent where no pictures are drawn. */
  images?: Pick<SocialImagesReport, 'drawn' | 'time'>;
}

/** Columns of the table, besides the note. */
interface Row {
  stage: string;
  time?: number;
  count: number;
  size?: number;
  note?: string;
}

/** How wide the table is at most, in columns of a terminal. */
const width = 80;

/** Kinds whose files are pages, by the names that the report has for them; the rest of the pages are “others”. */
const pageNames: Partial<Record<RouteKind, string>> = {
  issue: 'issues',
  byVotes: 'by votes',
  paper: 'papers',
  archive: 'archive',
  topics: 'topics',
  authors: 'authors',
  organizations: 'organizations',
  categories: 'categories',
  watch: 'watched',
  reviews: 'reviews',
};

/** Kinds of files beside the pages, by the names that the report has for them. */
const fileNames: Partial<Record<RouteKind, string>> = {
  feeds: 'feeds',
  bibliographies: 'bibliographies',
  epub: 'e-books',
  mail: 'mails',
  sitemap: 'sitemap',
  llms: 'llms.txt',
};

/**
 * Writes the report as a table: stage, time, how many files (of what was read: papers), their size, and what there is to say.
 * It is 80 columns wide, and has no colours.
 */
export function formatReport(report: BuildReport): string {
  const { issues, papers, files, renderTime, time, connections, index, images, changes } = report;
  const ofIndex = files.filter(({ kind, path }) => kind === 'search' && !path.endsWith('.html'));
  const ofImages = files.filter(({ kind }) => kind === 'images');
  const beside = files.filter(({ kind }) => kind && fileNames[kind]);
  const others = files.filter(({ kind }) => !kind);
  const apart = new Set([...ofIndex, ...ofImages, ...beside, ...others]);
  const pages = files.filter((file) => !apart.has(file));
  return table([
    {
      stage: 'read',
      // The two loaders run beside each other.
      time: Math.max(issues.time, papers.time),
      count: papers.papers,
      note: [
        `papers in ${counted(issues.issues, 'issue')}`,
        `${number(papers.read)} read anew`,
        ...(issues.messages > 0 ? [`${counted(issues.messages, 'message')} above`] : []),
      ].join(', '),
    },
    ...(connections
      ? [
          {
            stage: 'topics',
            time: connections.time,
            count: connections.topics,
            note: relatedNote(connections),
          },
        ]
      : []),
    { stage: 'pages', time: renderTime, ...sum(pages), note: kinds(pages, pageNames) },
    ...(beside.length > 0 ? [{ stage: 'files', ...sum(beside), note: kinds(beside, fileNames) }] : []),
    ...(index
      ? [{ stage: 'index', time: index.time, ...sum(ofIndex), note: `of ${counted(index.records, 'paper')}` }]
      : []),
    ...(images
      ? [{ stage: 'images', time: images.time, ...sum(ofImages), note: `${number(images.drawn)} drawn anew` }]
      : []),
    ...(others.length > 0 ? [{ stage: 'other', ...sum(others) }] : []),
    { stage: 'total', time, ...sum(files) },
    ...(changes
      ? [
          {
            stage: 'differ',
            count: changes.written.length + changes.gone.length,
            size: changes.bytes,
            note: `from the last build: ${number(changes.written.length)} new or changed, ${number(changes.gone.length)} gone`,
          },
        ]
      : []),
  ]);
}

function table(rows: readonly Row[]): string {
  const cells = [
    ['stage', 'time', 'count', 'size', ''],
    ...rows.map(({ stage, time, count, size, note = '' }) => [
      stage,
      time === undefined ? '' : seconds(time),
      number(count),
      size === undefined ? '' : bytes(size),
      note,
    ]),
  ] as [string, string, string, string, string][];
  const widthOf = (column: number): number => Math.max(...cells.map((row) => row[column]?.length ?? 0));
  const [stageWidth, timeWidth, countWidth, sizeWidth] = [0, 1, 2, 3].map(widthOf) as [
    number,
    number,
    number,
    number,
  ];
  return cells
    .flatMap(([stage, time, count, size, note]) => {
      const start = `  ${stage.padEnd(stageWidth)}  ${time.padStart(timeWidth)}  ${count.padStart(countWidth)}  ${size.padStart(sizeWidth)}  `;
      return wrapped(note, width - start.length).map(
        (line, index) => `${index === 0 ? start : ' '.repeat(start.length)}${line}`,
      );
    })
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Lines of a note, broken after commas; at least one. */
function wrapped(note: string, columns: number): string[] {
  const lines = [''];
  for (const part of note.split(/(?<=, )/)) {
    const line = lines.at(-1) as string;
    if (line !== '' && (line + part).trimEnd().length > columns) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines;
}

/** Counts by kind, in the order of the names. */
function kinds(files: readonly BuiltFile[], names: Partial<Record<RouteKind, string>>): string {
  const counts = new Map<string, number>(Object.values(names).map((name) => [name, 0]));
  for (const { kind } of files) {
    const name = (kind && names[kind]) ?? 'others';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${number(count)}`)
    .join(', ');
}

function relatedNote({ related }: ConnectionsReport): string {
  return related > 0 ? `related papers of ${number(related)}` : '';
}

function sum(files: readonly BuiltFile[]): { count: number; size: number } {
  return { count: files.length, size: files.reduce((sum, { size }) => sum + size, 0) };
}

function counted(count: number, name: string): string {
  return `${number(count)} ${name}${count === 1 ? '' : 's'}`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function bytes(size: number): string {
  return size < 1_000_000 ? `${(size / 1000).toFixed(0)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}
