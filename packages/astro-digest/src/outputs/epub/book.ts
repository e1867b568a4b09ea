import type { ExternalLink } from '../external-link.ts';

/** What an EPUB says: an issue, or the issues of a month or a year. All texts but `html` are plain and may be anything. */
export interface EpubBook {
  /** Absolute address that stays for as long as this is the same book: reading systems know by it what they have. */
  id: string;
  /** Title among other books, such as `Daily Papers: March 2025`. */
  title: string;
  /** Name of the digest. */
  digest: string;
  /** What of the digest it is, such as `March 2025`. */
  span: string;
  /** What is told of it on its title page, one line each. */
  facts: readonly string[];
  /** Who chose its papers; the digest itself where nobody is named. */
  people: readonly string[];
  /** `YYYY-MM-DD`, or as much of it as the book is of; absent when no year is known. */
  date?: string;
  /** Day of its latest issue, `YYYY-MM-DD`, never the clock, so that the same issues give the same book. */
  modified: string;
  /** Absolute address of its page, where it has one. */
  url?: string | undefined;
  /** Language of the interface. */
  language: EpubLanguage;
  /** Language of the papers. */
  textLanguage: EpubLanguage;
  words: EpubWords;
  /** Papers, or issues with their papers, in the order in which they are read. */
  chapters: readonly (EpubPaper | EpubIssue)[];
}

/** A language, and how it is written. */
export interface EpubLanguage {
  /** BCP 47 tag, such as `en`. */
  tag: string;
  direction: 'ltr' | 'rtl';
}

/** Words of the interface that an EPUB has. */
export interface EpubWords {
  /** Stands above the list of papers. */
  papers: string;
  /** What a link to the site is called. */
  readOnSite: string;
  /** Stands before a paper's citation. */
  cite: string;
  /** Stands in place of an abstract that the digest has not. */
  noAbstract: string;
}

/** An issue in a book of several. */
export interface EpubIssue {
  title: string;
  /** What is told of it below its title, one line each. */
  facts: readonly string[];
  /** Absolute address of its page, where it has one. */
  url?: string | undefined;
  papers: readonly EpubPaper[];
}

/** A paper, which is a chapter. */
export interface EpubPaper {
  title: string;
  /** What is known of it, each as a reader reads it, such as `Jane Doe, John Roe` and `18 votes`. */
  facts: readonly string[];
  /** The abstract as HTML that the loader rendered; absent for a live paper, which becomes HTML on its page only. */
  html?: string | undefined;
  /** The abstract as plain text: stands in for the HTML where there is none. */
  text: string;
  /** Where its code, its data and so on are. */
  links: readonly ExternalLink[];
  /** Absolute address of its page, where it has one. */
  url?: string | undefined;
  /** Its citation as plain text. */
  citation: string;
}
