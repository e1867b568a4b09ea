import './require-versions.ts';

export {
  digestCollections,
  issuesLoader,
  papersLoader,
  type DigestCollectionsOptions,
} from './collections.ts';
export { issueSchema, paperSchema, type IssueData, type IssueMessage, type PaperData } from './schemas.ts';
