import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'devalue';
import { readKeptIssue, type StoreEntry } from '../content/kept-issues.ts';
import { keptPlaceOf } from '../content/stand-ins.ts';
import { runFiles } from '../content/sync-files.ts';

/** Entries of a collection, by their ids. */
type Collection = ReadonlyMap<string, unknown>;

/**
 * Reads Astro's file of all entries, and puts the entries of papers where stand-ins are in their place.
 *
 * @param file Astro's `data-store.json`, as its version of `devalue` writes it
 * @param cacheFolder Astro's `cacheDir`
 * @returns the collections by their names, which Astro takes as they are
 */
export function filledStore(file: string, cacheFolder: string): Map<string, Collection> {
  const collections = parse(readFileSync(file, 'utf8')) as Map<string, Collection>;
  return new Map([...collections].map(([name, entries]) => [name, fillCollection(entries, cacheFolder)]));
}

/** Puts the entries of papers where stand-ins are in their place. */
export function fillCollection(entries: Collection, cacheFolder: string): Collection {
  const filled = new Map<string, unknown>();
  const places = new Map<string, { run: string; contentHash: string }>();
  for (const [id, entry] of entries) {
    const place = keptPlaceOf(entry);
    if (place) places.set(`${place.run} ${place.contentHash}`, place);
    else filled.set(id, entry);
  }
  if (places.size === 0) return entries;
  for (const { run, contentHash } of places.values()) {
    const folder = runFiles(cacheFolder, run).keptIssues;
    for (const paper of readKeptIssue(folder, contentHash)?.papers ?? lost(join(folder, contentHash)))
      if (!filled.has(paper.id)) filled.set(paper.id, paper);
  }
  // In the order in which Astro has them.
  return new Map([...filled].sort(([a], [b]) => a.localeCompare(b)));
}

function lost(file: string): StoreEntry[] {
  // Astro takes a store that can't be read for an empty one, so that nobody would be told.
  console.error(
    `${file} was lost or damaged after the digests were read, and its papers are left out: run Astro again.`,
  );
  return [];
}
