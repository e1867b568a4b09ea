/** One page of each kind in the minimal example, by name: its path. */
export const pagesOfExample: Readonly<Record<string, string>> = {
  latest: '/',
  issue: '/2025-03-10/',
  'by-votes': '/2025-03-13/by-votes/',
  paper: '/2025-03-10/attention-is-all-you-need/',
  archive: '/archive/',
  year: '/archive/2025/',
  month: '/archive/2025-03/',
  week: '/archive/2025-W11/',
  topics: '/topics/',
  topic: '/topics/few-shot-learning/',
  authors: '/authors/',
  author: '/authors/oriol-vinyals/',
  organizations: '/organizations/',
  organization: '/organizations/google/',
  watches: '/watch/',
  watch: '/watch/few-examples/',
  search: '/search/?q=attention',
  subscribe: '/subscribe/',
  about: '/about/',
  starred: '/starred/',
  mail: '/2025-03-10/mail.html',
  'not-found': '/404.html',
};

/** Those of the example that are other pages where papers stand on the pages of their issues. */
export const pagesOfIssues: Readonly<Record<string, string>> = {
  latest: '/',
  issue: '/2025-03-10/',
  'by-votes': '/2025-03-13/by-votes/',
  topic: '/topics/few-shot-learning/',
  watch: '/watch/few-examples/',
  starred: '/starred/',
};

/** Those that only a digest of some weeks has, in `makeLongDigest`. */
export const pagesOfLongDigest: Readonly<Record<string, string>> = {
  latest: '/',
  trends: '/trends/',
  topic: '/topics/graph-search/',
  reviews: '/reviews/',
  'week in review': '/reviews/2025-W08/',
  'month in review': '/reviews/2025-01/',
  mail: '/reviews/2025-W08/mail.html',
  week: '/archive/2025-W08/',
  archive: '/archive/',
  subscribe: '/subscribe/',
};

/** The same for a site whose one issue is the real digest, under its base. */
export const pagesOfRealDigest: Readonly<Record<string, string>> = {
  issue: '/papers/2025-03-12/',
  'paper with maths':
    '/papers/2025-03-12/how-to-capture-higher-order-correlations-generalizing-matrix-softmax-attention/',
  archive: '/papers/archive/',
  month: '/papers/archive/2025-03/',
  topics: '/papers/topics/',
  about: '/papers/about/',
  mail: '/papers/2025-03-12/mail.html',
};
