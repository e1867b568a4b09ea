import { arxivListing } from './arxiv-listing/index.ts';
import { arxivMailing } from './arxiv-mailing/index.ts';
import type { Dialect } from './dialect.ts';
import { googleScholar } from './google-scholar/index.ts';
import { huggingFace } from './hugging-face.ts';
import { semanticScholar } from './semantic-scholar/index.ts';

/** All dialects. The surest one reads a text; of two that are equally sure, the earlier one in this list. */
export const dialects: readonly Dialect[] = [
  arxivMailing,
  arxivListing,
  googleScholar,
  semanticScholar,
  huggingFace,
];
