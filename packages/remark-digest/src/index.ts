// Without the parser
export * from './light.ts';

// Reading
export { remarkDigest as default } from './plugin.ts';
export { fromDigest, type FromDigestOptions } from './from-digest.ts';
export { dialects } from './dialects/index.ts';
export { issueNames, splitIssues } from './split-issues.ts';
export { readFrontMatterKeys, type FrontMatterKey, type FrontMatterProblem } from './front-matter-keys.ts';
export { mendText } from './inline/mend-text.ts';
export type { InlineOptions } from './inline/options.ts';

// Dialects of one's own
export type {
  Detection,
  Dialect,
  DigestDraft,
  FactDrafts,
  FieldDraft,
  HeaderData,
  IssueDraft,
  LinkDraft,
  PaperDraft,
} from './dialects/dialect.ts';
export { cut, lineText, type DigestText } from './text/digest-text.ts';
export {
  foldText,
  joinTexts,
  locate,
  replaceInText,
  sliceText,
  splitText,
  standFor,
  trimText,
  type Extent,
  type LocatedText,
  type Piece,
} from './text/located-text.ts';
export type { Line } from './lines.ts';

// Writing
export { abstractOf, plainText } from './plain-text.ts';
export { toMdx } from './to-mdx.ts';
export { digestToMarkdown } from './to-markdown.ts';
export { verifyMdx } from './verify-mdx.ts';

// Naming
export { dateOfFileName, type FileNameDate } from './dates.ts';
export { linkKind } from './inline/links.ts';

// The tree
export type {
  DigestAside,
  DigestData,
  DigestEntry,
  DigestField,
  DigestFieldName,
  DigestHeader,
  DigestIssue,
  DigestLink,
  DigestTitle,
  ElementData,
  FrontMatter,
  InlineMath,
  LinkKind,
} from './types.ts';
