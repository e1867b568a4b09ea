import { arxivListing } from './arxiv-listing/index.ts';
import { arxivMailing } from './arxiv-mailing/index.ts';
import { bibtex } from './bibtex/index.ts';
import { cslJson } from './csl-json/index.ts';
import type { Dialect } from './dialect.ts';
import { feed } from './feed/index.ts';
import { googleScholar } from './google-scholar/index.ts';
import { huggingFace } from './hugging-face/index.ts';
import { otherExports } from './other-exports.ts';
import { json } from './json/index.ts';
import { markdown } from './markdown/index.ts';
import { records } from './records/index.ts';
import { endnote } from './tagged/endnote.ts';
import { medline } from './tagged/medline.ts';
import { ris } from './tagged/ris.ts';
import { webOfScience } from './tagged/web-of-science.ts';
import { semanticScholar } from './semantic-scholar/index.ts';

/** All dialects. The surest one reads a text; of two that are equally sure, the earlier one in this list. */
export const dialects: readonly Dialect[] = [
  arxivMailing,
  arxivListing,
  otherExports,
  bibtex,
  ris,
  medline,
  webOfScience,
  endnote,
  cslJson,
  json,
  feed,
  googleScholar,
  semanticScholar,
  records,
  markdown,
  huggingFace,
];
