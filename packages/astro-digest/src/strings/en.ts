/**
 * Every string of the interface, in English; the other tables have the same keys.
 *
 * Words in braces are filled in. A string with a count has a form for each plural category that the language has
 * (`zero`, `one`, `two`, `few`, `many`, `other`; see CLDR), of which `other` is always there.
 *
 * @see https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export const en = {
  // The frame of every page
  skip: 'Skip to the content',
  digest: 'Digest',
  latest: 'Latest',
  home: 'Home',
  archive: 'Archive',
  topics: 'Topics',
  authors: 'Authors',
  organizations: 'Organizations',
  categories: 'Categories',
  search: 'Search',
  subscribe: 'Subscribe',
  about: 'About this digest',
  starred: 'Starred papers',
  allIssues: 'All issues',
  appearance: 'Appearance',
  appearanceSystem: 'As the system',
  appearanceLight: 'Light',
  appearanceDark: 'Dark',

  // Issues
  issue: 'Issue',
  issues: { one: '{count} issue', other: '{count} issues' },
  papers: { one: '{count} paper', other: '{count} papers' },
  chosenBy: 'chosen by {people}',
  readingTime: { one: '{count} minute to read', other: '{count} minutes to read' },
  contents: 'In this issue',
  earlierIssue: 'Earlier',
  laterIssue: 'Later',
  noIssue: 'There is no issue yet.',
  orderedAsInDigest: 'in the order of the digest',
  orderedByVotes: 'by votes',
  order: 'Order',
  more: 'Read on',

  // Papers
  place: 'paper {position} of {count}',
  alsoIn: 'Also in',
  votes: { one: '{count} vote', other: '{count} votes' },
  submittedBy: 'submitted by {person}',
  updatedOn: 'updated {date}',
  crossListed: 'cross-listed',
  replacement: 'new version',
  replaces: 'replaces {paper}',
  withdrawn: 'withdrawn',
  comments: { one: '{count} comment', other: '{count} comments' },
  starsOfCode: { one: '{count} star for its code', other: '{count} stars for its code' },
  previousPaper: 'Previous',
  nextPaper: 'Next',
  papersOfIssue: 'Papers of this issue',
  code: 'Code',
  model: 'Model',
  dataset: 'Data',
  paper: 'Paper',
  video: 'Video',
  project: 'Project',
  related: 'Related papers',
  relatedBy: 'both speak of {terms}',
  cite: 'Cite',
  plainCitation: 'Plain text',
  copy: 'Copy',
  copied: 'Copied',
  source: 'Source',
  sourceLine: '{file}, line {line}',
  sourceLines: '{file}, lines {first} to {last}',
  asItStood: 'The text as it stood',
  asItStoodNote: 'What is marked was mended in the text above.',
  aboutPaper: 'Citation, related papers, source',
  noAbstract: 'The digest has no abstract of this paper.',

  // Archive
  undated: 'Without a date',
  week: 'Week {week}, {year}',
  weeks: 'Weeks',
  months: 'Months',
  years: 'Years',
  earlierPeriod: 'Earlier',
  laterPeriod: 'Later',
  periods: 'Time',

  // Topics and people
  topicsNamed: 'Chosen',
  topicsFound: 'Found in the texts',
  topicsNote: 'A topic found in the texts is a term that several papers use more than others do.',
  nobody: 'The digest names nobody.',
  noTopic: 'There is no topic yet.',
  noCategory: 'No digest sorts its papers under anything.',

  // Watched queries
  watched: 'Watched searches',
  watchedNote: 'Each of these searches has a page and feeds of the papers that have everything it asks for.',
  watchedQuery: 'What is looked for:',
  watchedNothing: 'No paper has all of it yet.',

  // Search
  searchMore: 'Show more',
  searchWithoutScript: 'Search needs JavaScript. The archive lists all issues without it.',
  searching: 'Searching …',
  searchNothing: 'No paper has these words.',
  searchBroken: 'Search does not work here: {reason}',
  searchLabel: 'Words, names of authors or an identifier',
  searchAll: 'all',
  searchFrom: 'From',
  searchTo: 'To',
  searchFilters: 'Filters',
  searchClearField: 'Clear the field',
  searchClearAll: 'Remove all filters',
  searchRemove: 'Remove: {what}',
  searchNothingHelp: 'Fewer words, another spelling or fewer filters may find more.',
  searchAgain: 'Try again',
  searchOffline: 'There is no network, and the search is not saved in this browser.',
  searchSave: 'Save this search',
  searchSaved: 'Saved searches',
  searchNew: { one: '{count} new', other: '{count} new' },
  searchTake: 'Take along',
  searchTaken: 'Saved: {papers}',
  searchTakeFailed: 'That did not work; try again.',
  searchCopyLink: 'Copy the link',
  searchTopic: 'Topic',
  searchCategory: 'Category',
  searchWithCode: 'with code',
  sortByRelevance: 'by relevance',
  sortByDate: 'the latest first',
  sortByVotes: 'most votes first',
  searchCorrected: 'Nothing has what was typed; this is what was found for: {words}.',
  searchSuggestions: 'It may also have been',
  searchSome: 'No paper has all the words. The nearest: {papers}.',
  searchSomeMore: 'Some of the words: {papers} more.',
  searchLacking: 'No paper has: {words}.',
  searchCut: 'Only the first {count} words were looked for.',
  searchWithoutQuotes: 'No paper has the words one after another; these have them apart.',
  searchUnknownOperators: 'Nothing answers to {operators}: it was left out.',
  searchOperators: 'Narrow with {operators}',
  searchWithoutWebAssembly:
    'it needs WebAssembly, which this browser or the policy of this site does not allow.',
  searchAllResults: 'All results and filters',
  searchRecent: 'Recent searches',
  searchForgetAll: 'Forget all',
  searchDialogKeys: '↑ ↓ to choose, {enter} to open, {control} {enter} for a new tab, {escape} to close',
  searchRecentKeys: '↑ ↓ to choose, {enter} to search, {remove} to forget, {escape} to close',
  foundInTitle: 'in the title: {words}',
  foundInText: 'in the abstract: {words}',
  foundInAuthors: 'among the authors: {words}',
  foundInId: 'the identifier: {words}',
  foundInOtherWords: 'in other words: {words}',
  foundWithout: 'without: {words}',

  // Subscribe
  subscribeByMail: 'By mail',
  subscribeByFeed: 'By feed',
  mailAddress: 'Your mail address',
  feedsNote:
    'A feed reader shows new papers as they come, without an account and without anybody knowing. Copy one of these addresses into it.',
  feedsOfTopics: 'Every topic and every author has feeds as well; they are named on their pages.',
  sendByMail: 'Send the latest issue to somebody',
  forPrograms: 'For programs',
  forProgramsNote: 'The whole digest as bibliographies and data; every issue and every topic has the same.',
  mailEdition: 'This issue as a mail',

  // About
  aboutCounts: 'What was read',
  aboutDialect: 'Dialect',
  aboutMessages: 'Messages',
  aboutNoMessages: 'Everything could be read as it stands.',
  aboutMessagesNote: 'What was found wrong or left out, and where.',
  aboutFile: 'File',
  papersHead: 'Papers',
  aboutMade:
    'Made with {name}, from the text of the digest; nothing is fetched from elsewhere while you read.',
  statistics: '{papers} in {issues}',

  // Not found
  notFound: 'There is no such page',
  notFoundNote: 'The address may be mistyped, or the paper may have moved.',
  notFoundSearch: 'Search for it',
  searchNeedsScript: 'Search needs JavaScript.',

  // Marks that the reader's browser keeps
  new: 'New',
  star: 'Star',
  unstar: 'Remove the star',
  read: 'Read',
  starredNone: 'No paper has a star yet: the star beside a title gives it one.',
  starredNote:
    'Stars, tags, notes and marks of what you have read are kept in this browser alone. A file takes them to another one, with your searches and settings.',
  starredWithoutScript: 'Stars need JavaScript. Everything else of this digest works without it.',
  exportMarks: 'Save as a file',
  importMarks: 'Add from a file',
  importFailed: 'This file has no marks in it: choose one that was saved here.',
  clearMarks: 'Forget all marks',
  clearMarksSure: 'Forget all stars, and what you have read?',
  imported: 'Stars added: {count}',
  left: 'Left to read: {count} of {all}',
  hideRead: 'Hide what is read',
  markAllRead: 'Mark all as read',
  undo: 'Undo',
  listSearch: 'Search in titles, tags and notes',
  listTag: 'Tag',
  listByStar: 'the latest star first',
  listByDate: 'the newest paper first',
  listByTitle: 'by title',
  listUnread: 'Only what is left to read',
  listEdit: 'Tags and note',
  listTags: 'Tags, with commas between',
  listNote: 'Note',
  listSave: 'Save',
  listLeave: 'Cancel',
  listNothing: 'No starred paper has all of that.',
  listGiven: 'This link carries a list: {papers}.',
  listKeep: 'Keep it with my stars',
  listOwn: 'Show my own',
  listUnreadable: 'The list of this link can’t be read: it may have been cut off.',
  listFull: 'This browser has no room left: {count} could not be kept.',
  listCopyLink: 'Copy a link with this list',

  // Offline
  offline: 'Offline',
  offlineIntro: 'You can read and search this digest without a network, once it is saved in this browser.',
  offlineWithoutScript: 'Saving needs JavaScript.',
  offlineMissing: 'There is no network, and the page that you asked for is not saved.',
  offlineNowhere:
    'Nothing can be saved here: the address of this site has no https, or this browser keeps nothing. Everything works online.',
  offlineShell:
    'The pages that one begins with are saved, and those that you have read. The papers and the index of the search are not.',
  offlineWhole: 'All of it is saved ({size}).',
  offlineOlder: 'All of it is saved ({size}), but there is a newer version.',
  offlineSave: 'Save for offline ({size})',
  offlinePause: 'Pause',
  offlineResume: 'Go on',
  offlineUpdate: 'Update',
  offlineRemove: 'Remove what is saved',
  offlineRemoveSure: 'Remove what is saved ({size})?',
  offlinePaused: 'Paused: {size} are left.',
  offlineProgress: '{done} of {total}',
  offlineRoom: 'This browser has room for {size} more.',
  offlineKept: 'It keeps what is saved until you remove it.',
  offlineNotKept:
    'It may remove what is saved when it runs out of room, or when you do not come for a while.',
  offlineNoNetwork:
    'The site can’t be reached: what has come stays, and you can go on when there is a network.',
  offlineChanged:
    'The site gives other files than its list names, because a new version is being put there or a file is missing: try again in a minute.',
  offlineNoSpace:
    'This browser has no room left: remove something else that sites have saved. All works online.',
  offlineForbidden: 'This browser lets nothing be saved, as in a private window. All works online.',
  offlineRead: 'Pages that you have read',
  offlineNow: 'There is no network: this is what is saved.',
  offlineUpdated: 'What is saved is up to date again.',

  // Keys
  keys: 'Keys',
  keysNext: 'next paper',
  keysPrevious: 'previous paper',
  keysSearch: 'search',
  keysStar: 'star the paper',
  keysHelp: 'this list',
  keysUse: 'Use these keys',
  close: 'Close',

  // Mail edition
  mailSubject: '{title}: {issue}',
  mailPreheader: '{papers}, from {first}',
  mailMorePapers: { one: '{count} more paper', other: '{count} more papers' },
  mailRest: 'Read the rest on the site',
  mailReadOnSite: 'Read on the site',
} satisfies Record<string, string | Plural>;

/** Forms of a string with a count, by plural category. */
export type Plural = { other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>;

/** Names of all strings. */
export type StringKey = keyof typeof en;

/** A table of all strings: where English has plural forms, every language has. */
export type Strings = { [Key in StringKey]: (typeof en)[Key] extends string ? string : Plural };
