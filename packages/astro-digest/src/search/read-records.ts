import { readFileSync } from 'node:fs';
import { readIssueRecords } from '../content/issue-records.ts';
import type { RecordedIssue, SearchRecord } from '../content/sync-files.ts';
import { firstAppearances } from '../model/duplicates.ts';
import { fold } from '../model/fold.ts';
import { authorsOf } from '../model/people.ts';

/** A record as it is indexed. */
export interface ReadRecord extends SearchRecord {
  /** Names of the authors' pages in addresses, in the order of the authors. */
  slugs?: string[];
}

/**
 * Reads what is searched, the latest issue first, each in the order of its digest. A paper that several issues have is in it
 * once, where it appeared first.
 *
 * @param list file with the issues, as JSON
 * @param folder where their records are
 */
export function readRecords(list: string, folder: string): ReadRecord[] {
  const issues = JSON.parse(readFileSync(list, 'utf8')) as RecordedIssue[];
  const papers = issues.flatMap(({ id, contentHash }) => {
    const records = readIssueRecords(folder, contentHash);
    if (!records)
      throw new Error(
        `The records of ${id} in ${folder} were changed while the site was built: build it again.`,
      );
    return records.map(toPaper);
  });
  const first = firstAppearances(papers);
  const own = papers.filter(({ id }) => first.get(id) === id);
  const signed = own.filter(({ data }) => data.authors.length > 0);
  const slugs = new Map(authorsOf(signed).map(({ name, slug }) => [fold(name), slug]));
  return own.map(({ record }) => {
    const { authors } = record;
    return authors ? { ...record, slugs: authors.map((name) => slugs.get(fold(name)) ?? '') } : record;
  });
}

/** A record in the form in which papers are compared. */
function toPaper(record: SearchRecord, position: number) {
  const { id, title, text, issue, date, authors = [], arxivId, doi } = record;
  return {
    id,
    record,
    body: text,
    data: {
      title,
      arxivId,
      doi,
      authors,
      organizations: [],
      issue: { collection: 'issues', id: issue },
      issueDate: date,
      position,
    },
  };
}

/** A record in the form in which connections of papers are looked for. */
export function toConnectedPaper({ id, title, text, issue, date }: SearchRecord, position: number) {
  return {
    id,
    body: text,
    data: { title, issue: { collection: 'issues', id: issue }, issueDate: date, position },
  };
}
