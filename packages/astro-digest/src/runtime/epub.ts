import config from 'virtual:astro-digest/config';
import { toCitation } from '../model/keyed-citation.ts';
import type { Issue, Paper } from '../model/entries.ts';
import { epubFormat } from '../model/file-formats.ts';
import type { Library } from '../model/library.ts';
import type { EpubBook, EpubIssue, EpubPaper } from '../outputs/epub/book.ts';
import { toEpub } from '../outputs/epub/to-epub.ts';
import { noDay } from '../outputs/feed.ts';
import { toPlainCitation } from '../outputs/plain-citation.ts';
import { directionOf } from '../strings/index.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import { toCitedPaper } from './cited-papers.ts';
import { binaryFile } from './files.ts';
import { dateOf, direction, listOf, nameOf, nameOfPeriod, t } from './interface.ts';
import { factsOf, linksOf } from './paper-facts.ts';
import type { IssueRouteData, PeriodRouteData } from './route-data.ts';

/** Answers with the EPUB of an issue. */
export function issueEpub({ library, issue, papers }: IssueRouteData): Response {
  const { date } = issue.data;
  return epubFile({
    ...partsOfBook(addresses.identity(issue.id), nameOf(issue), [issue]),
    url: absolute(addresses.issue(issue.id)),
    facts: factsOfIssue(issue, papers),
    ...(date === undefined ? {} : { date }),
    chapters: papers.map((paper) => epubPaper(library, paper)),
  });
}

/** Answers with the EPUB of a month or a year, the earliest issue first. */
export function periodEpub({ library, period }: PeriodRouteData): Response {
  const { id, issues, papers } = period;
  const counts = { papers: t('papers', { count: papers }), issues: t('issues', { count: issues.length }) };
  return epubFile({
    ...partsOfBook(addresses.identity(`archive/${id}`), nameOfPeriod(id), issues),
    url: absolute(addresses.period(id)),
    facts: [t('statistics', counts)],
    date: id,
    chapters: issues.toReversed().map((issue) => epubIssue(library, issue)),
  });
}

function epubFile(book: EpubBook): Response {
  return binaryFile(toEpub(book), epubFormat.type);
}

/** What a book says of itself, whatever its span. */
function partsOfBook(address: string, span: string, issues: readonly Issue[]) {
  const days = issues.flatMap(({ data }) => data.date ?? []).sort();
  return {
    id: absolute(address),
    title: t('mailSubject', { title: config.title, issue: span }),
    digest: config.title,
    span,
    people: [...new Set(issues.flatMap(({ data }) => data.curator ?? []))].sort(),
    modified: days.at(-1) ?? noDay,
    language: { tag: config.lang, direction },
    textLanguage: { tag: config.textLang, direction: directionOf(config.textLang) },
    words: {
      papers: t('papersHead'),
      readOnSite: t('mailReadOnSite'),
      cite: t('cite'),
      noAbstract: t('noAbstract'),
    },
  };
}

function epubIssue(library: Library, issue: Issue): EpubIssue {
  const papers = library.papersOf(issue);
  return {
    title: nameOf(issue),
    facts: factsOfIssue(issue, papers),
    url: absolute(addresses.issue(issue.id)),
    papers: papers.map((paper) => epubPaper(library, paper)),
  };
}

/** Day, description and so on, as the head of the issue's page tells them. */
function factsOfIssue(issue: Issue, papers: readonly Paper[]): string[] {
  const { title, description, curator, community } = issue.data;
  const people = [curator, community].filter((name) => name !== undefined);
  return [
    description ?? '',
    title === undefined ? '' : dateOf(issue),
    [
      t('papers', { count: papers.length }),
      people.length > 0 ? t('chosenBy', { people: listOf(people) }) : '',
    ]
      .filter(Boolean)
      .join(' · '),
  ].filter(Boolean);
}

/** A paper as its own digest tells it. What later issues would change is left out: topics, related papers, where else it is. */
function epubPaper(library: Library, paper: Paper): EpubPaper {
  const home = library.homeOf(paper);
  return {
    title: paper.data.title,
    facts: factsOf(paper),
    html: paper.rendered?.html,
    text: paper.body ?? '',
    links: linksOf(paper),
    url: absolute(addresses.paper(home.id)),
    citation: toPlainCitation(toCitation(toCitedPaper(home))),
  };
}
