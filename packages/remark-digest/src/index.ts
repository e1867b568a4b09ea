// Reading
export { remarkDigest as default } from './plugin.ts';
export { fromDigest, type FromDigestOptions } from './from-digest.ts';
export { dialects } from './dialects/index.ts';
export type { Dialect, DigestDraft, FieldDraft, HeaderData, PaperDraft } from './dialects/dialect.ts';
export type { Line } from './lines.ts';

// Writing
export { toMdx } from './to-mdx.ts';
export { digestToMarkdown } from './to-markdown.ts';

// Naming
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
  LinkKind,
} from './types.ts';
