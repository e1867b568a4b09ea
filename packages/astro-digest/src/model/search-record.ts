import type { SearchRecord } from '../content/sync-files.ts';
import type { Paper } from './entries.ts';
import { onOneLine } from './single-line.ts';

/**
 * What is searched of a paper.
 *
 * @param dialect of its issue
 */
export function toSearchRecord(
  { id, body = '', data }: Pick<Paper, 'id' | 'body' | 'data'>,
  dialect?: string,
): SearchRecord {
  const { title, issue, issueDate, authors, links, arxivId, doi, upvotes, categories } = data;
  const names = authors.map((name) => onOneLine(name.normalize('NFC'))).filter(Boolean);
  return {
    id,
    title,
    text: body,
    issue: issue.id,
    date: issueDate,
    ...(names.length > 0 ? { authors: names } : {}),
    ...(links.length > 0 ? { links } : {}),
    arxivId,
    doi,
    votes: upvotes,
    dialect,
    categories,
  };
}
