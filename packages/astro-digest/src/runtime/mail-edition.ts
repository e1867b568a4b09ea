import config from 'virtual:astro-digest/config';
import { mailEml } from '../outputs/mail-eml.ts';
import { mailHtml } from '../outputs/mail-html.ts';
import { mailText } from '../outputs/mail-text.ts';
import type { MailIssue, MailPaper, MailWords } from '../outputs/mail.ts';
import { textWithPlainFormulas } from '../outputs/plain-formulas.ts';
import type { Paper } from '../model/entries.ts';
import { once } from '../model/once.ts';
import { absolute } from './absolute.ts';
import { addresses } from './addresses.ts';
import { fileNameOf, textFile } from './files.ts';
import { dateOf, direction, listOf, nameOf, t } from './interface.ts';
import { mailFormats } from '../model/file-formats.ts';
import type { Library } from '../model/library.ts';
import { factsOf, linksOf } from './paper-facts.ts';
import type { IssueRouteData } from './route-data.ts';

type MailFile = (typeof mailFormats)[number]['file'];

/** What the mail of an issue says, as text and as HTML, each written once. */
interface Edition {
  library: Library;
  /** Its identity. */
  id: string;
  text(): string;
  html(): string;
}

const writers: Record<MailFile, (edition: Edition, issue: MailIssue, words: MailWords) => string> = {
  'mail.html': ({ html }) => html(),
  'mail.txt': ({ text }) => text(),
  'mail.eml': ({ text, html }, issue, words) =>
    mailEml(issue, words, undefined, { text: text(), html: html() }),
};

/** The last one: the message of an issue has what its two other files have, and a build makes the three one after another. */
let last: Edition | undefined;

/**
 * Answers with the mail edition of an issue in the format that the route's last part names.
 *
 * @param routePattern such as `/papers/[issue]/mail.html`
 */
export function mailFile(data: IssueRouteData, routePattern: string): Response {
  return mailAnswer(data.library, mailIssue(data), mailWords(data), routePattern);
}

/**
 * Answers with a mail edition in the format that the route's last part names.
 *
 * @param issue what the mail is of. Each of its files asks the library for what it shows, although it may be written already: see `PageReads`
 */
export function mailAnswer(
  library: Library,
  issue: MailIssue,
  words: MailWords,
  routePattern: string,
): Response {
  const name = fileNameOf(routePattern) as MailFile;
  const { type } = mailFormats.find(({ file }) => file === name) as (typeof mailFormats)[number];
  return textFile(writers[name](editionOf(library, issue, words), issue, words), type);
}

function editionOf(library: Library, issue: MailIssue, words: MailWords): Edition {
  if (last?.library !== library || last.id !== issue.id)
    last = {
      library,
      id: issue.id,
      text: once(() => mailText(issue, words)),
      html: once(() => mailHtml(issue, words)),
    };
  return last;
}

function mailIssue({ library, issue, papers }: IssueRouteData): MailIssue {
  const { date } = issue.data;
  return {
    id: absolute(addresses.identity(issue.id)),
    url: absolute(addresses.issue(issue.id)),
    home: absolute(addresses.root()),
    archive: absolute(addresses.archive()),
    ...(date === undefined ? {} : { date }),
    language: config.lang,
    direction,
    papers: papers.map((paper) => mailPaper(library, paper)),
  };
}

/** A paper as mails have it. */
export function mailPaper(library: Library, paper: Paper): MailPaper {
  return {
    url: absolute(addresses.paper(library.homeOf(paper).id)),
    title: paper.data.title,
    abstract: textWithPlainFormulas(paper.body ?? '', paper.rendered?.html),
    facts: factsOf(paper),
    links: linksOf(paper),
  };
}

function mailWords({ issue, papers }: IssueRouteData): MailWords {
  const { curator, community } = issue.data;
  const people = [curator, community].filter((name) => name !== undefined);
  const count = t('papers', { count: papers.length });
  const [first] = papers;
  return {
    subject: t('mailSubject', { title: config.title, issue: nameOf(issue) }),
    preheader: first ? t('mailPreheader', { papers: count, first: first.data.title }) : '',
    digest: config.title,
    dateline: [
      dateOf(issue),
      count,
      ...(people.length > 0 ? [t('chosenBy', { people: listOf(people) })] : []),
    ].join(' · '),
    readOnSite: t('mailReadOnSite'),
    readTheRest: t('mailRest'),
    morePapers: (count) => t('mailMorePapers', { count }),
    archive: t('allIssues'),
    // The service that sends the mail puts in its own link to leave the list.
    unsubscribe: '',
  };
}
