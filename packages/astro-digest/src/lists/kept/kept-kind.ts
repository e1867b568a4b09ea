import type { KnownPaper } from '../starred.ts';

/** Takes papers that the browser has no room for, so that the page can show them as long as it is open. */
export type Hold = (id: string, known: KnownPaper) => void;

/** One kind of thing that a browser keeps of a digest, as exports have it. */
export interface KeptKind {
  /**
   * What is kept, as fields of an export; no fields where there is nothing.
   *
   * @param prefix how the names begin of what is kept of the digest: `data-marks` of its pages
   */
  take(prefix: string): Promise<Record<string, unknown>>;
  /**
   * Adds what an export has; what is kept already stays. Whatever has another shape is left out.
   *
   * @returns nothing where there was nothing to add
   */
  add(prefix: string, fields: Readonly<Record<string, unknown>>, hold: Hold): Promise<Added | undefined>;
}

/** What became of what an export has. */
export interface Added {
  /** How many stars it has. */
  stars: number;
  /** How many things could not be kept, because storage is full or forbidden. */
  lost: number;
}
