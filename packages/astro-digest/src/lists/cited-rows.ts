import type { CitablePaper, CitedFacts } from '../model/citation.ts';
import type { StarredRow } from './starred-rows.ts';

/** How many files are loaded at once. */
const atOnce = 6;

/** A line of a site's file of an issue in JSON Lines (`outputs/json-lines.ts`). */
type Line = CitedFacts & { id: string; abstract: string; url?: string };

/**
 * Gathers what citations of starred papers need. A browser keeps no more than their titles, so the rest is loaded from the bibliographies of
 * their issues; where there are none, or no network, a paper has its title and its address.
 *
 * @param files address of such a file, with `*` for the issue; absent where the site has none
 */
export async function citedRows(
  rows: readonly StarredRow[],
  files: string | undefined,
): Promise<CitablePaper[]> {
  const issues = files === undefined ? [] : [...new Set(rows.map(({ id }) => issueOf(id)))];
  const lines = new Map<string, Line>();
  for (let start = 0; start < issues.length; start += atOnce) {
    const texts = issues.slice(start, start + atOnce).map((issue) => textOf(files!.replace('*', issue)));
    for (const text of await Promise.all(texts)) {
      for (const line of text.split('\n').filter(Boolean)) {
        const parsed = JSON.parse(line) as Line;
        lines.set(parsed.id, parsed);
      }
    }
  }
  return rows.map((row) => {
    const line = lines.get(row.id);
    const url = new URL(row.url, location.href).href;
    return line
      ? { id: row.id, data: line, abstract: line.abstract, url: line.url ?? url }
      : {
          id: row.id,
          data: { title: row.title, authors: [], organizations: [], links: [] },
          abstract: '',
          url,
        };
  });
}

const issueOf = (id: string): string => id.slice(0, id.lastIndexOf('/'));

async function textOf(address: string): Promise<string> {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.text() : '';
  } catch {
    return '';
  }
}
