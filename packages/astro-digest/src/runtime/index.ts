export { addresses } from './addresses.ts';
export type { Issue, Paper } from '../model/entries.ts';
export { getLibrary, type Library } from './library.ts';
export {
  issuePaths,
  latestIssue,
  paperPaths,
  type IssueRouteData,
  type PaperRouteData,
} from './route-data.ts';
export { excerpt } from '../model/excerpt.ts';
export { fullDate, monthAndYear, shortDate } from '../model/dates.ts';
