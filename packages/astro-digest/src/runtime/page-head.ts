import config from 'virtual:astro-digest/config';
import type { Issue } from '../model/entries.ts';
import { addresses } from './addresses.ts';
import { nameOf } from './interface.ts';
import { issueLd } from './linked-data.ts';
import type { IssueRouteData } from './route-data.ts';

/** What the head of an issue's page says, as properties of the component `Page`. */
export function issueHead({ library, issue, papers }: IssueRouteData) {
  const first = papers.slice(0, 3).map((paper) => paper.data.title);
  return {
    title: nameOf(issue),
    description: issue.data.description ?? (first.join('; ') || undefined),
    type: 'article' as const,
    image: imageOf(issue),
    jsonLd: issueLd(library, issue, papers),
    latest: issue.data.date,
  };
}

/** Path of the picture that stands for an issue where its page is shared; nothing where none is drawn. */
export function imageOf(issue: Issue): string | undefined {
  return config.routes.images ? addresses.file(`images/${issue.id}.png`) : undefined;
}
