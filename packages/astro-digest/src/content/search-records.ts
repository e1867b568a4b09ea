import type { LoaderContext } from 'astro/loaders';
import { firstAppearances } from '../model/duplicates.ts';
import type { Paper } from '../model/entries.ts';
import { fold } from '../model/fold.ts';
import { latestFirst } from '../model/order.ts';
import { authorsOf } from '../model/people.ts';
import type { SearchRecord } from './sync-files.ts';

/**
 * Writes what is searched: one line of JSON a paper, the latest issue first, each in the order of its digest.
 *
 * @param dialects names of the dialects of the issues, by their ids
 */
export function toRecords(
  entries: ReturnType<LoaderContext['store']['values']>,
  dialects: ReadonlyMap<string, string | undefined>,
): string {
  const all = entries as unknown as Paper[];
  const first = firstAppearances(all);
  const isHome = ({ id }: Paper): boolean => first.get(id) === id;
  const signed = all.filter((paper) => paper.data.authors.length > 0 && isHome(paper));
  const slugs = new Map(authorsOf(signed).map(({ name, slug }) => [fold(name), slug]));
  const issues = new Map<string, Paper[]>();
  for (const paper of all) {
    const { id } = paper.data.issue;
    const papers = issues.get(id);
    if (papers) papers.push(paper);
    else issues.set(id, [paper]);
  }
  const dated = [...issues].map(([id, papers]) => ({ id, data: { date: papers[0]?.data.issueDate } }));
  let lines = '';
  for (const { id } of latestFirst(dated)) {
    const papers = (issues.get(id) ?? []).sort((a, b) => a.data.position - b.data.position);
    for (const paper of papers) {
      const record = toRecord(paper, slugs, dialects.get(id));
      lines += `${JSON.stringify(isHome(paper) ? record : { ...record, repeats: true })}\n`;
    }
  }
  return lines;
}

function toRecord(
  { id, body = '', data }: Paper,
  slugs: ReadonlyMap<string, string>,
  dialect: string | undefined,
): SearchRecord {
  const { title, issue, issueDate, authors, links, arxivId, doi, upvotes, categories } = data;
  const names = authors.map((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim()).filter(Boolean);
  return {
    id,
    title,
    text: body,
    issue: issue.id,
    date: issueDate,
    ...(names.length > 0 ? { authors: names, slugs: names.map((name) => slugs.get(fold(name)) ?? '') } : {}),
    ...(links.length > 0 ? { links } : {}),
    arxivId,
    doi,
    votes: upvotes,
    dialect,
    categories,
  };
}
