import type { FactName } from '../facts/table.ts';
import type { Report } from '../messages.ts';
import type { DigestText } from '../text/digest-text.ts';
import type { Extent, LocatedText } from '../text/located-text.ts';
import type { DigestData, DigestFieldName, LinkKind } from '../types.ts';

/** What the header of an issue says. */
export type HeaderData = Pick<
  DigestData,
  'title' | 'description' | 'badge' | 'callToSubscribe' | 'subscribeLabel' | 'curator' | 'community'
>;

/** A line of the header and what it tells. */
export interface FieldDraft {
  name: DigestFieldName;
  text: LocatedText;
}

/** An address of a paper. */
export interface LinkDraft {
  /** The address; `http:` or `https:`, others are left out. */
  url: LocatedText;
  /** What it leads to; told from the address where it is not given. */
  kind?: LinkKind | undefined;
}

/**
 * What the digest tells of a paper, each fact as it stands: votes as `3.29k`, a date as `Jan 7`. Facts that are lists have one text
 * for each value.
 */
export type FactDrafts = { [Name in FactName]?: LocatedText | readonly LocatedText[] };

/** One paper as a dialect finds it. */
export interface PaperDraft {
  /** Its title; a paper with an empty one is named in a message and left out. */
  title: LocatedText;
  /** The paragraphs of the abstract; empty where there is none. */
  paragraphs: readonly LocatedText[];
  facts?: FactDrafts;
  links?: readonly LinkDraft[];
  /**
   * The whole record, where one thing of it has its place by a key or a tag. All of it counts as read then, so a dialect that gives an
   * extent reports itself what it does not read.
   */
  extent?: Extent;
}

/** One issue as a dialect finds it. */
export interface IssueDraft {
  header?: HeaderData;
  /** Lines of the header, to be kept as they stand. */
  fields?: readonly FieldDraft[];
  /** The date as it stands, such as `Mar 12`. */
  date?: LocatedText | undefined;
  /** Year of a date that has none, where the text tells it elsewhere. */
  year?: number | undefined;
  /** A date that counts where neither {@link date} nor what stands around the text tells one, such as the last day of what was received. */
  dateOtherwise?: LocatedText | undefined;
  papers: readonly PaperDraft[];
  /**
   * Stretches that are understood and tell nothing of a paper: navigation, rules, labels, brackets. Whatever is in no paper, in no
   * field and in none of these is reported to the reader as not read.
   */
  furniture?: readonly Extent[];
}

/** What a dialect finds in a text: one issue, or several, in their order. */
export interface DigestDraft {
  issues: readonly IssueDraft[];
}

/** How sure a dialect is that a text is written in it. */
export interface Detection {
  /** From 0 (not at all) to 1 (all of it); what has less than 0.5 is not read. */
  score: number;
  /** Why, in words that fit behind the dialect's name: `43 of 44 blocks are records`. */
  reason: string;
  /** Index in the text of the first line that does not fit; absent where all do. */
  failedAt?: number | undefined;
  /**
   * Index in the text of the first record that can be of no other dialect, where there is one. If another dialect reads the text and
   * takes this for words of a paper, the text is refused as mixed.
   */
  firstRecord?: number | undefined;
}

/** One grammar in which digests are written. */
export interface Dialect {
  /** Name for options, front matter and messages. */
  name: string;
  /**
   * Tells how sure it is. It is asked of every text, so it is quick, and takes time in proportion to the text at most.
   *
   * @param earlier what the dialects before it in the list have said of the text; one that knows a text by its form alone needs not look
   * where another one is sure by its records
   */
  detect(text: DigestText, earlier: readonly Detection[]): Detection;
  /** Sorts the text into issues and papers. */
  read(text: DigestText, report: Report): DigestDraft;
}
