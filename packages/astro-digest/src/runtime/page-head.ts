import config from 'virtual:astro-digest/config';
import type { Issue, Paper } from '../model/entries.ts';
import { addresses } from './addresses.ts';
import { nameOf } from './interface.ts';
import { issueLd } from './linked-data.ts';

/** What the head of an issue's page says, as properties of the component `Page`. */
export function issueHead(issue: Issue, papers: readonly Paper[]) {
  const first = papers.slice(0, 3).map((paper) => paper.data.title);
  return {
    title: nameOf(issue),
    description: issue.data.description ?? (first.join('; ') || undefined),
    type: 'article' as const,
    image: imageOf(issue),
    jsonLd: issueLd(issue, papers),
  };
}

/** Path of the picture that stands for an issue where its page is shared; nothing where none is drawn. */
export function imageOf(issue: Issue): string | undefined {
  return config.socialImages ? addresses.file(`images/${issue.id}.png`) : undefined;
}
