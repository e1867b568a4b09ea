import type { Line } from '../lines.ts';
import type { Report } from '../messages.ts';
import type { DigestData, DigestFieldName } from '../types.ts';

/** What the header of a digest says. */
export type HeaderData = Pick<
  DigestData,
  'badge' | 'callToSubscribe' | 'subscribeLabel' | 'curator' | 'community' | 'dateText'
>;

/** A line of the header and what it tells. */
export interface FieldDraft {
  name: DigestFieldName;
  line: Line;
}

/** The lines of one paper. */
export interface PaperDraft {
  /** The lines of the title, at least one. */
  title: Line[];
  /** The paragraphs of the abstract, each at least one line. */
  paragraphs: Line[][];
}

/** What a dialect finds in the lines of a digest; every line that is not blank is in one of these. */
export interface DigestDraft {
  header: HeaderData;
  fields: FieldDraft[];
  papers: PaperDraft[];
}

/** One grammar in which digests are written. */
export interface Dialect {
  /** Name for options and messages. */
  name: string;
  /** Whether the lines, front matter left aside, are written in this dialect. */
  detect(lines: readonly Line[]): boolean;
  /** Sorts the lines into header and papers. */
  parse(lines: readonly Line[], report: Report): DigestDraft;
}
