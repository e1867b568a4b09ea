export type { Issue, Paper } from '../model/entries.ts';
export type { LayoutProps } from '../model/layout-props.ts';
export { addresses } from './addresses.ts';
export {
  dateOf,
  direction,
  fullDate,
  listOf,
  mediumDate,
  monthAndYear,
  monthName,
  nameOf,
  nameOfPeriod,
  partsOfList,
  shortDate,
  t,
  textLanguage,
  weekdayNames,
} from './interface.ts';
export { findIssue, findPaper } from './find-in-library.ts';
export { getLibrary, type Library, type RelatedPaper } from './library.ts';
export {
  authorPaths,
  byVotesPaths,
  hasVotes,
  idWithin,
  issuePaths,
  latestIssue,
  organizationPaths,
  paperPaths,
  periodPaths,
  slugOf,
  topicPaths,
  type IssueRouteData,
  type PaperRouteData,
  type PeriodRouteData,
  type PersonRouteData,
  type TopicRouteData,
} from './route-data.ts';
export { calendarOf } from '../model/calendar.ts';
export { excerpt } from '../model/excerpt.ts';
export { readingMinutes } from '../model/reading-time.ts';
export { imageOf, issueHead } from './page-head.ts';
export { frontPageLd, paperLd } from './linked-data.ts';
export { linksOf } from './paper-facts.ts';
export { searchChoices } from './search-choices.ts';
