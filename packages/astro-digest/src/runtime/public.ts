// What components and pages of a site may import, as `astro-digest/runtime`; the reference is made of it.
export { addresses } from './addresses.ts';
export {
  dateOf,
  direction,
  fullDate,
  listOf,
  mediumDate,
  nameOf,
  nameOfPeriod,
  shortDate,
  t,
  textLanguage,
} from './interface.ts';
export { getLibrary } from './library.ts';
export { findIssue, findPaper } from './find-in-library.ts';
export { factsOf, linksOf } from './paper-facts.ts';
export { waysTo } from './paper-ways.ts';
export { excerpt } from '../model/excerpt.ts';
export { readingMinutes } from '../model/reading-time.ts';
export type { Issue, Paper } from '../model/entries.ts';
export type { Addresses } from '../model/addresses.ts';
export type { Beside, Library, RelatedPaper, Subject, SubjectKind } from '../model/library.ts';
export type { SharedName } from '../model/shared-names.ts';
export type { Topic } from '../model/topics.ts';
export type { Watch } from '../model/watches.ts';
