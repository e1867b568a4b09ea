declare module 'virtual:astro-digest/config' {
  const config: import('../integration/virtual-modules.ts').DigestConfig;
  export default config;
}
declare module 'virtual:astro-digest/layout' {
  export { default } from 'astro-digest/components/Document.astro';
}

declare module 'virtual:astro-digest/loaded' {
  /** How many issues and papers the loaders read; `undefined` in the dev server. */
  export function readLoaded(): import('../model/loaded.ts').LoadedCount | undefined;
}
declare module 'virtual:astro-digest/connections' {
  /** What a build has worked out of the papers beside the pages; `undefined` where the pages work it out themselves. */
  export function readConnections(): import('../model/connections.ts').KeptConnections | undefined;
}
declare module 'virtual:astro-digest/live' {
  /** Names the digest to `liveDigest`. */
  export const liveKey: string;
}
declare module 'astro:content-module-imports' {
  /** Astro's own, by the paths of the files. */
  const modules: ReadonlyMap<string, unknown>;
  export default modules;
}
declare module 'virtual:astro-digest/components/About' {
  export { default } from 'astro-digest/components/About.astro';
}
declare module 'virtual:astro-digest/components/Archive' {
  export { default } from 'astro-digest/components/Archive.astro';
}
declare module 'virtual:astro-digest/components/ArchivePeriod' {
  export { default } from 'astro-digest/components/ArchivePeriod.astro';
}
declare module 'virtual:astro-digest/components/Calendar' {
  export { default } from 'astro-digest/components/Calendar.astro';
}
declare module 'virtual:astro-digest/components/Categories' {
  export { default } from 'astro-digest/components/Categories.astro';
}
declare module 'virtual:astro-digest/components/CategoryView' {
  export { default } from 'astro-digest/components/CategoryView.astro';
}
declare module 'virtual:astro-digest/components/Citations' {
  export { default } from 'astro-digest/components/Citations.astro';
}
declare module 'virtual:astro-digest/components/Colophon' {
  export { default } from 'astro-digest/components/Colophon.astro';
}
declare module 'virtual:astro-digest/components/Heading' {
  export { default } from 'astro-digest/components/Heading.astro';
}
declare module 'virtual:astro-digest/components/IssueContents' {
  export { default } from 'astro-digest/components/IssueContents.astro';
}
declare module 'virtual:astro-digest/components/IssueDate' {
  export { default } from 'astro-digest/components/IssueDate.astro';
}
declare module 'virtual:astro-digest/components/IssueHead' {
  export { default } from 'astro-digest/components/IssueHead.astro';
}
declare module 'virtual:astro-digest/components/IssueView' {
  export { default } from 'astro-digest/components/IssueView.astro';
}
declare module 'virtual:astro-digest/components/Keys' {
  export { default } from 'astro-digest/components/Keys.astro';
}
declare module 'virtual:astro-digest/components/Linked' {
  export { default } from 'astro-digest/components/Linked.astro';
}
declare module 'virtual:astro-digest/components/Masthead' {
  export { default } from 'astro-digest/components/Masthead.astro';
}
declare module 'virtual:astro-digest/components/NotFound' {
  export { default } from 'astro-digest/components/NotFound.astro';
}
declare module 'virtual:astro-digest/components/Offline' {
  export { default } from 'astro-digest/components/Offline.astro';
}
declare module 'virtual:astro-digest/components/OfflineNotice' {
  export { default } from 'astro-digest/components/OfflineNotice.astro';
}
declare module 'virtual:astro-digest/components/Page' {
  export { default } from 'astro-digest/components/Page.astro';
}
declare module 'virtual:astro-digest/components/PaperBody' {
  export { default } from 'astro-digest/components/PaperBody.astro';
}
declare module 'virtual:astro-digest/components/PaperCard' {
  export { default } from 'astro-digest/components/PaperCard.astro';
}
declare module 'virtual:astro-digest/components/PaperContext' {
  export { default } from 'astro-digest/components/PaperContext.astro';
}
declare module 'virtual:astro-digest/components/PaperMore' {
  export { default } from 'astro-digest/components/PaperMore.astro';
}
declare module 'virtual:astro-digest/components/PaperFacts' {
  export { default } from 'astro-digest/components/PaperFacts.astro';
}
declare module 'virtual:astro-digest/components/PaperHead' {
  export { default } from 'astro-digest/components/PaperHead.astro';
}
declare module 'virtual:astro-digest/components/PaperLinks' {
  export { default } from 'astro-digest/components/PaperLinks.astro';
}
declare module 'virtual:astro-digest/components/PaperList' {
  export { default } from 'astro-digest/components/PaperList.astro';
}
declare module 'virtual:astro-digest/components/PaperSource' {
  export { default } from 'astro-digest/components/PaperSource.astro';
}
declare module 'virtual:astro-digest/components/PaperWay' {
  export { default } from 'astro-digest/components/PaperWay.astro';
}

declare module 'virtual:astro-digest/components/PaperView' {
  export { default } from 'astro-digest/components/PaperView.astro';
}
declare module 'virtual:astro-digest/components/People' {
  export { default } from 'astro-digest/components/People.astro';
}
declare module 'virtual:astro-digest/components/PersonView' {
  export { default } from 'astro-digest/components/PersonView.astro';
}
declare module 'virtual:astro-digest/components/RelatedPapers' {
  export { default } from 'astro-digest/components/RelatedPapers.astro';
}
declare module 'virtual:astro-digest/components/Search' {
  export { default } from 'astro-digest/components/Search.astro';
}
declare module 'virtual:astro-digest/components/Starred' {
  export { default } from 'astro-digest/components/Starred.astro';
}
declare module 'virtual:astro-digest/components/Subscribe' {
  export { default } from 'astro-digest/components/Subscribe.astro';
}
declare module 'virtual:astro-digest/components/TitleList' {
  export { default } from 'astro-digest/components/TitleList.astro';
}
declare module 'virtual:astro-digest/components/TopicView' {
  export { default } from 'astro-digest/components/TopicView.astro';
}
declare module 'virtual:astro-digest/components/Topics' {
  export { default } from 'astro-digest/components/Topics.astro';
}
declare module 'virtual:astro-digest/components/Turn' {
  export { default } from 'astro-digest/components/Turn.astro';
}
declare module 'virtual:astro-digest/components/Watches' {
  export { default } from 'astro-digest/components/Watches.astro';
}
declare module 'virtual:astro-digest/components/WatchView' {
  export { default } from 'astro-digest/components/WatchView.astro';
}
declare module 'virtual:astro-digest/components/PeriodView' {
  export { default } from 'astro-digest/components/PeriodView.astro';
}
declare module 'virtual:astro-digest/components/Icon' {
  export { default } from 'astro-digest/components/Icon.astro';
}
declare module 'virtual:astro-digest/components/SubjectFiles' {
  export { default } from 'astro-digest/components/SubjectFiles.astro';
}
declare module 'virtual:astro-digest/components/Document' {
  export { default } from 'astro-digest/components/Document.astro';
}
declare module 'virtual:astro-digest/components/LatestIssue' {
  export { default } from 'astro-digest/components/LatestIssue.astro';
}
declare module 'virtual:astro-digest/components/Part' {
  export { default } from 'astro-digest/components/Part.astro';
}
declare module 'virtual:astro-digest/components/SearchBox' {
  export { default } from 'astro-digest/components/SearchBox.astro';
}
declare module 'virtual:astro-digest/components/SearchDialog' {
  export { default } from 'astro-digest/components/SearchDialog.astro';
}
