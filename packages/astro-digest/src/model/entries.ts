import type { IssueData, PaperData } from '../content/schemas.ts';

/** An entry of the collection `issues`. */
export interface Issue {
  /** Name in addresses: `[a-z0-9-]`, unique. */
  id: string;
  data: IssueData;
}

/** An entry of the collection `papers`. */
export interface Paper {
  /** The id of its issue, a slash, its slug. */
  id: string;
  /** Plain text of the abstract; a formula in it is the text as it stood. */
  body?: string | undefined;
  /** The abstract as HTML; absent for a live paper, which Astro renders. */
  rendered?: { html: string } | undefined;
  data: PaperData;
}
