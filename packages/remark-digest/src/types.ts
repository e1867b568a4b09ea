import type { ElementContent } from 'hast';
import type { BlockContent, Literal, Parent, PhrasingContent } from 'mdast';
import type { Data } from 'unist';
import type { VFileMessage } from 'vfile-message';
import type { PaperFacts } from './facts/table.ts';

/** What a link leads to, told from its address alone. */
export type LinkKind = 'code' | 'model' | 'dataset' | 'paper' | 'video' | 'project';

/** One address of a paper. */
export interface DigestLink {
  /** The address; its scheme is `http:` or `https:`. */
  url: string;
  /** What it leads to. */
  kind: LinkKind;
}

/** What the digest says of itself, on the root as `data.digest`. */
export interface DigestData {
  /** Name of the dialect the text was read with; absent when none knows it. */
  dialect?: string;
  /** Title of the issue, where the front matter or the text gives one. */
  title?: string;
  /** One sentence about the issue, from the front matter or the text. */
  description?: string;
  /** Date of the issue, `YYYY-MM-DD`; absent when no year is known. */
  date?: string;
  /** The date as the text has it, such as `Mar 12`. */
  dateText?: string;
  /** The badge above the digest, such as `new`. */
  badge?: string;
  /** The sentence that asks to subscribe. */
  callToSubscribe?: string;
  /** What the button under that sentence says. */
  subscribeLabel?: string;
  /** Who chose the papers. */
  curator?: string;
  /** Who helped, such as `the research community`. */
  community?: string;
  /** What was found wrong or left out, in the order of the text. */
  messages: VFileMessage[];
}

/** Names of the lines that a header can have. */
export type DigestFieldName = 'badge' | 'callToSubscribe' | 'subscribeLabel' | 'curator' | 'date' | 'unknown';

/** One line of the header, as it stands. */
export interface DigestField extends Parent {
  type: 'digestField';
  /** What the line tells. */
  name: DigestFieldName;
  children: PhrasingContent[];
  data?: ElementData;
}

/** The lines above the first paper. */
export interface DigestHeader extends Parent {
  type: 'digestHeader';
  children: DigestField[];
  data?: ElementData;
}

/** The title of a paper, as it stands in the text. */
export interface DigestTitle extends Parent {
  type: 'digestTitle';
  children: PhrasingContent[];
  data?: ElementData;
}

/**
 * Lines that are understood and say nothing to a reader: navigation, rules, a second copy of a paper. It has no children, so that
 * nobody shows it.
 */
export interface DigestAside extends Parent {
  type: 'digestAside';
  children: [];
  data?: ElementData;
}

/** One issue of a text that holds several. A text with one issue has its header and papers directly under its root. */
export interface DigestIssue extends Parent {
  type: 'digestIssue';
  children: (DigestHeader | DigestEntry | DigestAside)[];
  data: ElementData & {
    /** What the text says of this issue. */
    digest: DigestData;
  };
}

/** One paper: its title, then its abstract, and what else the digest tells, as fields. */
export interface DigestEntry extends Parent, PaperFacts {
  type: 'digestEntry';
  /** The title as plain text, white space folded. */
  title: string;
  /** Name for addresses and files: `[a-z0-9-]`, at most 80 bytes, unique in the issue. */
  slug: string;
  /** Its place in the digest, from 1. */
  order?: number;
  /** Addresses of the paper, each once: those that the digest gives it, then those in its text. */
  links: DigestLink[];
  /** Authors in the order of the digest; empty when it names none. */
  authors: string[];
  /** A `digestTitle`, then the abstract. */
  children: [DigestTitle, ...BlockContent[]];
  data?: ElementData;
}

/** A formula in a line of text. */
export interface InlineMath extends Literal {
  type: 'inlineMath';
  /** The formula as TeX. */
  value: string;
  data: ElementData & {
    /** The text as it stood. */
    source: string;
    /** Content of the `math` element, in MathML. */
    hChildren: ElementContent[];
  };
}

/** The fields that make `mdast-util-to-hast` write an element for a node of ours. */
export interface ElementData extends Data {
  hName?: string;
  hProperties?: Record<string, string>;
}

/** Front matter as it stands, between its fences. */
export interface FrontMatter extends Literal {
  type: 'yaml';
}

declare module 'mdast' {
  interface RootContentMap {
    digestIssue: DigestIssue;
    digestAside: DigestAside;
    digestHeader: DigestHeader;
    digestField: DigestField;
    digestEntry: DigestEntry;
    digestTitle: DigestTitle;
    inlineMath: InlineMath;
  }
  interface RootData {
    digest?: DigestData;
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface InlineCodeData {
    /** The text as it stood. */
    source?: string;
  }
  interface LinkData {
    /** The text as it stood, where the link was written as something else than its text. */
    source?: string;
    /** What the link leads to. */
    kind?: LinkKind;
  }
  interface TextData {
    /** The text as it stood, where it was mended. */
    source?: string;
  }
  interface EmphasisData {
    /** The text as it stood. */
    source?: string;
  }
  interface StrongData {
    /** The text as it stood. */
    source?: string;
  }
  interface ListData {
    /** The text as it stood. */
    source?: string;
  }
}
