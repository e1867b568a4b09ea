import type { StoreEntry } from './kept-issues.ts';

/** Where the issue of an entry is kept. */
export interface KeptPlace {
  /** Name of the run, as {@link runName} gives it. */
  run: string;
  /** Hash of what the issue was read from. */
  contentHash: string;
}

/** The data of all stand-ins: one object is written once. */
const noData = {};

/** What the digest of a stand-in begins with. */
const mark = 'astro-digest';

/**
 * What stands for an entry in Astro's store: all that Astro asks of it before pages ask for the collection, which are given the entry itself.
 *
 * @param entry as Astro's store gives it
 */
export function standInOf(
  { id, filePath, deferredRender }: StoreEntry,
  { run, contentHash }: KeptPlace,
): StoreEntry {
  return {
    id,
    data: noData,
    digest: [mark, run, contentHash].join(' '),
    ...(filePath === undefined ? {} : { filePath }),
    ...(deferredRender ? { deferredRender } : {}),
  };
}

/** Where the issue of a stand-in is kept; `undefined` of any other value of Astro's store. */
export function keptPlaceOf(value: unknown): KeptPlace | undefined {
  const digest = (value as Partial<StoreEntry> | null)?.digest;
  const [first, run, contentHash] = typeof digest === 'string' ? digest.split(' ') : [];
  return first === mark && run !== undefined && contentHash !== undefined ? { run, contentHash } : undefined;
}
