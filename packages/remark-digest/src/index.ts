// Reading
export { remarkDigest as default } from './plugin.ts';
export { fromDigest, type FromDigestOptions } from './from-digest.ts';
export { dialects } from './dialects/index.ts';
export type { Dialect, DigestDraft, FieldDraft, HeaderData, PaperDraft } from './dialects/dialect.ts';
export { readFrontMatterKeys, type FrontMatterKey, type FrontMatterProblem } from './front-matter-keys.ts';
export { mendText } from './inline/mend-text.ts';
export type { InlineOptions } from './inline/options.ts';
export type { Line } from './lines.ts';

// Writing
export { plainText } from './plain-text.ts';
export { toMdx } from './to-mdx.ts';
export { digestToMarkdown } from './to-markdown.ts';
export { verifyMdx } from './verify-mdx.ts';
export { canonicalText, cleanCharacters } from './canonical.ts';
export { isVisible } from './visible.ts';
export { printable } from './printable.ts';

// Naming
export { dateOfFileName, type FileNameDate } from './dates.ts';
export { linkKind } from './inline/links.ts';
export { slugify } from './identity.ts';

// The tree
export type {
  DigestData,
  DigestEntry,
  DigestField,
  DigestFieldName,
  DigestHeader,
  DigestLink,
  DigestTitle,
  ElementData,
  FrontMatter,
  InlineMath,
  LinkKind,
} from './types.ts';
