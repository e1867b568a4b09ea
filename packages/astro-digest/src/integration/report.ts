import type { IssuesReport, PapersReport } from '../content/sync-files.ts';
import type { IndexReport } from '../search/build-index.ts';
import type { SocialImagesReport } from './social-images.ts';

/** What a build came to. */
export interface BuildReport {
  issues: IssuesReport;
  papers: PapersReport;
  pages: {
    /** How many pages of the digest were built. */
    count: number;
    /** Milliseconds, the rendering of the site's other pages included. */
    time: number;
  };
  /** Absent where there is no search. */
  index?: IndexReport;
  /** Absent where no pictures are drawn. */
  images?: SocialImagesReport;
}

/** Writes the report as a table: stage, count, time. */
export function formatReport({ issues, papers, pages, index, images }: BuildReport): string {
  const rows = [
    ['issues', String(issues.issues), seconds(issues.time), problems(issues.messages)],
    ['papers', String(papers.papers), seconds(papers.time), `${papers.read} read anew`],
    ['pages', String(pages.count), seconds(pages.time), ''],
    ...(index ? [['search', String(index.records), seconds(index.time), size(index.size)]] : []),
    ...(images
      ? [['images', String(images.images), seconds(images.time), `${images.drawn} drawn anew`]]
      : []),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  return rows
    .map(([stage = '', count = '', time = '', note = '']) =>
      `  ${stage.padEnd(widths[0] as number)}  ${count.padStart(widths[1] as number)}  ${time.padStart(widths[2] as number)}  ${note}`.trimEnd(),
    )
    .join('\n');
}

function problems(count: number): string {
  return count === 0 ? '' : `${count} ${count === 1 ? 'message' : 'messages'}, see above`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
