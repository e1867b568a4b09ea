import config from 'virtual:astro-digest/config';
import type { Paper } from '../model/entries.ts';
import { excerpt } from '../model/excerpt.ts';
import type { LlmsTxt, LlmsTxtLink } from '../outputs/llms-txt.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import { exportsOf } from './exports.ts';
import { nameOf, nameOfPeriod, nameOfVolume, t } from './interface.ts';
import { bibliographyFormats, exportListName, feedFormats } from '../model/file-formats.ts';
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
        title: t('reviews'),
        links: library.reviews.flatMap((id) => {
          const url = absolute(addresses.review(id));
          return url === undefined ? [] : { title: nameOfPeriod(id), url };
        }),
      },
      {
        title: t('forPrograms'),
        links: [
          ...(config.routes.bibliographies ? bibliographyLinks(library) : []),
          ...(config.routes.feeds ? feedFormats.map(({ file, name }) => fileLink(name, file)) : []),
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

/** All bibliographies where there is one of each format; the list of them, and the files with one paper a line, where there are more. */
function bibliographyLinks(library: Library): LlmsTxtLink[] {
  const exports = exportsOf(library);
  const [only] = exports.length === 1 ? exports : [];
  if (only)
    return bibliographyFormats.toReversed().map(({ file, name }) => fileLink(name, `${only.stem}.${file}`));
  return [
    fileLink('JSON', exportListName),
    ...exports.map(({ volume, stem }) => fileLink(`JSON Lines, ${nameOfVolume(volume)}`, `${stem}.jsonl`)),
  ];
}

function fileLink(title: string, path: string): LlmsTxtLink {
  return { title, url: absolute(addresses.file(path)) };
}
