import config from 'virtual:astro-digest/config';
import type { Issue, Paper } from '../model/entries.ts';
import {
  breadcrumbsJsonLd,
  frontPageJsonLd,
  issueJsonLd,
  paperJsonLd,
  toJsonLdText,
  type NamedPage,
} from '../outputs/json-ld.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import { toCitedPaper } from './cited-papers.ts';
import { nameOf } from './interface.ts';
import type { Library } from '../model/library.ts';

const digest = (): NamedPage => ({ name: config.title, url: absolute(addresses.home()) });
const pageOf = (issue: Issue): NamedPage => ({
  name: nameOf(issue),
  url: absolute(addresses.issue(issue.id)),
});

/** Linked data of the front page. */
export function frontPageLd(): string {
  const { description } = config;
  const search = absolute(addresses.search());
  return toJsonLdText(frontPageJsonLd({ ...digest(), ...(description ? { description } : {}), search }));
}

/** Linked data of the page of an issue. */
export function issueLd(library: Library, issue: Issue, papers: readonly Paper[]): string {
  const { date, description, curator } = issue.data;
  const page = issueJsonLd({
    ...pageOf(issue),
    ...(date ? { date } : {}),
    ...(description ? { description } : {}),
    ...(curator ? { curator } : {}),
    papers: papers.map((paper) => ({
      name: paper.data.title,
      url: absolute(addresses.paper(library.homeOf(paper).id)),
    })),
    digest: digest(),
  });
  return toJsonLdText([page, breadcrumbsJsonLd([digest(), pageOf(issue)])]);
}

/** Linked data of the page of a paper. */
export function paperLd(library: Library, paper: Paper, issue: Issue): string {
  const page = { name: paper.data.title, url: absolute(addresses.paper(paper.id)) };
  return toJsonLdText([
    paperJsonLd(toCitedPaper(paper), pageOf(issue), library.citationOf(paper)),
    breadcrumbsJsonLd([digest(), pageOf(issue), page]),
  ]);
}
