import { liveKey } from 'virtual:astro-digest/live';
import type { Paper } from '../model/entries.ts';
import { liveDigest, type LiveEntries } from '../model/live-entries.ts';
import { hasContentModules } from '../seams/content-modules.ts';

/** The entries that the loaders of this process have; `undefined` where there are none, and where pages have to wait for Astro's own store. */
export async function readLiveEntries(): Promise<LiveEntries | undefined> {
  const entries = liveDigest(liveKey).entries();
  return entries && (await hasContentModules(modulesOf(entries.papers))) ? entries : undefined;
}

/** Paths of the files that Astro renders as modules. */
function modulesOf(papers: readonly Paper[]): string[] {
  return papers.filter(({ data }) => data.live).map(({ data }) => data.source.file);
}
