// What needs no parser: a module here, or one that it imports, may import `any-ascii` and no other package.

// Texts
export { canonicalText, cleanCharacters } from './canonical.ts';
export { isVisible } from './visible.ts';
export { printable } from './printable.ts';

// Naming
export { slugify } from './identity.ts';
export { digestExtensions, isDigestFile } from './digest-files.ts';
export { dialectNames } from './dialects/dialect-names.ts';
export {
  factNames,
  paperFacts,
  type Announcement,
  type FactKind,
  type FactName,
  type PaperFacts,
} from './facts/table.ts';
