export * from './public.ts';
export type { LayoutProps } from '../model/layout-props.ts';
export { factsBesidePeople } from './paper-facts.ts';
export { monthAndYear, monthName, partsOfList, weekdayNames } from './interface.ts';
export {
  authorData,
  authorPaths,
  byVotesData,
  byVotesPaths,
  categoryData,
  categoryPaths,
  hasVotes,
  idWithin,
  issueData,
  issuePaths,
  latestIssue,
  organizationData,
  organizationPaths,
  paperData,
  paperPaths,
  periodData,
  periodPaths,
  slugOf,
  topicData,
  topicPaths,
  watchData,
  watchPaths,
  type CategoryRouteData,
  type IssueRouteData,
  type PaperRouteData,
  type PeriodRouteData,
  type PersonRouteData,
  type TopicRouteData,
  type WatchRouteData,
} from './route-data.ts';
export { imageOf, issueHead } from './page-head.ts';
export { frontPageLd, paperLd } from './linked-data.ts';
export { exportsOf, type VolumeExport } from './exports.ts';
export { nameOfVolume } from './interface.ts';
export { keepNot } from './library.ts';
export { headCount } from '../model/head-slot.ts';
export { searchAddress } from './addresses.ts';
export { asInUrls } from '../model/addresses.ts';
export { laterMarks } from './later-marks.ts';
export { partsOfDigest } from './parts.ts';
export { searchChoices, searchMonths, searchTopics, shownOperators } from './search-choices.ts';
