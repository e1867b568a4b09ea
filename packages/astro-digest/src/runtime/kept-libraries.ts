import type { LiveEntries } from '../model/live-entries.ts';
import type { Library } from '../model/library.ts';

const libraries = new WeakMap<LiveEntries, Library>();

/**
 * The library that was made of these entries. Its modules are made anew by the dev server when Astro has written its file of the entries, a second
 * or two after the entries themselves were told; this one has nothing of Astro's and stays.
 */
export function libraryOf(entries: LiveEntries, make: () => Library): Library {
  const library = libraries.get(entries) ?? make();
  libraries.set(entries, library);
  return library;
}
