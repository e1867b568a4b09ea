export type { Issue, Paper } from '../model/entries.ts';
export { addresses } from './addresses.ts';
export {
  dateOf,
  direction,
  fullDate,
  listOf,
  monthAndYear,
  monthName,
  nameOf,
  shortDate,
  t,
  textLanguage,
} from './interface.ts';
export { getLibrary, type Library } from './library.ts';
export {
  issuePaths,
  latestIssue,
  paperPaths,
  type IssueRouteData,
  type PaperRouteData,
} from './route-data.ts';
export { excerpt } from '../model/excerpt.ts';
