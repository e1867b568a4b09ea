/** What is to be done to one file of the site, by its path from the site's root. */
export type Change =
  | { kind: 'present'; path: string }
  | {
      kind: 'write';
      path: string;
      /** Its text; undefined when the file is new. */
      before: string | undefined;
      after: string;
      /** What the change is for, as a part of a sentence. */
      why: string;
    }
  | {
      kind: 'refused';
      path: string;
      /** What is in the way, as a sentence that says what to do. */
      message: string;
      /** The lines to write by hand. */
      lines: string[];
    }
  | {
      /** What the site may have besides, and can't be given safely: nothing waits for it. */
      kind: 'advice';
      path: string;
      /** As a sentence that says what to do. */
      message: string;
      /** The lines to write by hand, where there are any. */
      lines: string[];
    };

/** A file that is to be written. */
export type Write = Change & { kind: 'write' };

/** Why nothing can be done at all, in one sentence that says how to mend it. */
export class SiteProblem extends Error {}
