/** How many entries the loaders gave to Astro. */
export interface LoadedCount {
  issues: number;
  papers: number;
}

/**
 * Says that Astro has other entries than the loaders gave to it, as where its file of them is damaged or of another time.
 *
 * @returns undefined where it has as many
 */
export function findLostEntries(loaded: LoadedCount, found: LoadedCount): string | undefined {
  if (loaded.issues === found.issues && loaded.papers === found.papers) return undefined;
  const count = ({ issues, papers }: LoadedCount): string => `${issues} issues with ${papers} papers`;
  return `Of ${count(loaded)} that were read, Astro has ${count(found)}: delete its cache folder, \`node_modules/.astro\`, and build the site again.`;
}
