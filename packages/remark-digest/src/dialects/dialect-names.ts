/** Names of all dialects, in the order in which they are asked: what an option may name, without their code. */
export const dialectNames: readonly string[] = [
  'arxiv-mailing',
  'arxiv-listing',
  'other-exports',
  'bibtex',
  'ris',
  'medline',
  'web-of-science',
  'endnote',
  'csl-json',
  'json',
  'feed',
  'google-scholar',
  'semantic-scholar',
  'records',
  'markdown',
  'hugging-face',
];
