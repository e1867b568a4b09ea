import type { ExternalLink } from './external-link.ts';

/** One issue, as its mail edition needs it. */
export interface MailIssue {
  /** Absolute address of the issue's page or of where it would be: it names the message, and stays. */
  id: string;
  /** Absolute address of the issue's page, where it has one. */
  url?: string | undefined;
  /** Absolute address of the digest: it names the list, and stays. */
  home: string;
  /** Absolute address of the list of all issues. */
  archive?: string | undefined;
  /** Address at which a reader leaves the list, `https:` or `mailto:`, where the sending service does not put in its own. */
  unsubscribe?: string;
  /** Its day, `YYYY-MM-DD`; absent when no year is known. */
  date?: string;
  /** Language of the words, BCP 47. */
  language: string;
  /** Direction of that language. */
  direction: 'ltr' | 'rtl';
  /** In the order of the issue. */
  papers: readonly MailPaper[];
}

/** One paper in a mail. All texts are plain. */
export interface MailPaper {
  /** Absolute address of the paper, where it has one. */
  url?: string | undefined;
  title: string;
  /** Formulas as they stood; blank lines part its paragraphs. */
  abstract: string;
  /** What is known of the paper, each as a reader reads it, such as `Jane Doe, John Roe` and `18 votes`. */
  facts: readonly string[];
  /** Where its code, its data and so on are. */
  links: readonly ExternalLink[];
}

/** What a reader of the mail reads besides the papers, in the language of the site. All are plain text. */
export interface MailWords {
  /** Subject of the message and title of the document, such as `Daily Papers: Wednesday, March 12, 2025`. */
  subject: string;
  /** What mail programs show beside the subject before the mail is opened, such as the first titles; may be empty. */
  preheader: string;
  /** Headline: the name of the digest, and the sender's name. */
  digest: string;
  /** Line under the headline: the issue's date in full, and what else is to be said of it. */
  dateline?: string;
  /** Further lines before the papers, such as what rose in a week. Default: none. */
  notes?: readonly string[];
  /** Text of the link to the issue, such as `Read this issue on the site`. */
  readOnSite: string;
  /** Text of the link to the issue where something was left out, such as `Read the rest on the site`. */
  readTheRest: string;
  /** Says how many papers are left out, such as `12 more papers`. */
  morePapers: (count: number) => string;
  /** Text of the link to all issues, such as `All issues`. */
  archive: string;
  /** Text of the link that leaves the list, such as `Unsubscribe`. */
  unsubscribe: string;
}

/** A link under the papers. */
export interface FootLink {
  url: string;
  text: string;
}

/** The links that stand under the papers of every mail. */
export function footLinks(issue: MailIssue, words: MailWords, cut: boolean): FootLink[] {
  return [
    ...(issue.url === undefined
      ? []
      : [{ url: issue.url, text: cut ? words.readTheRest : words.readOnSite }]),
    ...(issue.archive === undefined ? [] : [{ url: issue.archive, text: words.archive }]),
    ...(issue.unsubscribe === undefined ? [] : [{ url: issue.unsubscribe, text: words.unsubscribe }]),
  ];
}
