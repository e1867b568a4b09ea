import config from 'virtual:astro-digest/config';
import type { Paper } from '../model/entries.ts';
import { excerpt } from '../model/excerpt.ts';
import type { LlmsTxt, LlmsTxtLink } from '../outputs/llms-txt.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import { nameOf, t } from './interface.ts';
import type { Library } from '../model/library.ts';

/** How many characters of an abstract say what a paper is about. */
const note = 160;

/** What the digest tells language models about itself. */
export function llms(library: Library): LlmsTxt {
  const { issues, papers } = library;
  const [latest] = issues;
  return {
    title: config.title,
    summary:
      config.description ??
      t('statistics', {
        papers: t('papers', { count: papers.length }),
        issues: t('issues', { count: issues.length }),
      }),
    details: config.routes.bibliographies && config.routes.topics ? [t('forProgramsNote')] : [],
    sections: [
      {
        title: latest ? `${t('latest')}: ${nameOf(latest)}` : t('latest'),
        links: latest ? library.papersOf(latest).flatMap((paper) => paperLink(library, paper)) : [],
      },
      {
        title: t('allIssues'),
        links: issues.flatMap((issue) => {
          const url = absolute(addresses.issue(issue.id));
          const note = issue.data.description ?? t('papers', { count: issue.data.papers.length });
          return url === undefined ? [] : { title: nameOf(issue), url, note };
        }),
      },
      {
        title: t('forPrograms'),
        links: [
          ...(config.routes.bibliographies
            ? [
                fileLink('JSON Lines', 'papers.jsonl'),
                fileLink('CSL-JSON', 'papers.json'),
                fileLink('BibTeX', 'papers.bib'),
                fileLink('RIS', 'papers.ris'),
              ]
            : []),
          ...(config.routes.feeds
            ? [fileLink('RSS', 'rss.xml'), fileLink('Atom', 'atom.xml'), fileLink('JSON Feed', 'feed.json')]
            : []),
        ],
      },
    ],
  };
}

function paperLink(library: Library, paper: Paper): LlmsTxtLink[] {
  const url = absolute(addresses.paper(library.homeOf(paper).id));
  if (url === undefined) return [];
  const text = excerpt(paper.body ?? '', note);
  return [{ title: paper.data.title, url, ...(text === '' ? {} : { note: text }) }];
}

function fileLink(title: string, path: string): LlmsTxtLink {
  return { title, url: absolute(addresses.file(path)) };
}
