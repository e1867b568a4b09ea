import { getCollection } from 'astro:content';
import config from 'virtual:astro-digest/config';
import { readConnections } from 'virtual:astro-digest/connections';
import { readLoaded } from 'virtual:astro-digest/loaded';
import { citationKeys, toCitation } from '../model/keyed-citation.ts';
import { connectionsOf, keptConnections } from '../model/connections.ts';
import type { Issue, Paper } from '../model/entries.ts';
import { memoryOf } from '../model/learnt-memory.ts';
import type { Library } from '../model/library.ts';
import { makeLibrary } from '../model/make-library.ts';
import type { LiveEntries } from '../model/live-entries.ts';
import { findLostEntries } from '../model/loaded.ts';
import { noteUnanswerable, pageReads } from '../model/page-reads.ts';
import { watchPapers } from '../search/watched-papers.ts';
import { toCitedPaper } from './cited-papers.ts';
import { libraryOf } from './kept-libraries.ts';
import { readLiveEntries } from './live-entries.ts';

let kept: { state: string; library: Promise<Library> } | undefined;

/** Reads both collections; what follows from them is worked out once, and in the dev server again after a digest has changed. */
export async function getLibrary(): Promise<Library> {
  if (kept && !import.meta.env.DEV) return kept.library;
  const live = await readLiveEntries();
  if (live) {
    const library = libraryOf(live, () => libraryFrom(live));
    kept = { state: '', library: Promise.resolve(library) };
    return library;
  }
  const issues = (await entriesOf(config.collections.issues)) as (Issue & Stored)[];
  // An issue's hash rests on all its files, those of its papers included.
  const state = import.meta.env.DEV ? issues.map(({ id, digest }) => `${id} ${digest}`).join('\n') : '';
  if (kept?.state !== state) kept = { state, library: readLibrary(issues) };
  return kept.library;
}

/** Has the page that is being rendered made anew by each build. */
export function keepNot(): void {
  noteUnanswerable(pageReads(config.base));
}

interface Stored {
  digest?: string;
}

// A site's own types know its collections; this package is compiled without them.
const entriesOf = getCollection as unknown as (collection: string) => Promise<unknown[]>;

async function readLibrary(issues: Issue[]): Promise<Library> {
  const papers = (await entriesOf(config.collections.papers)) as Paper[];
  const found = { issues: issues.length, papers: papers.length };
  const loaded = readLoaded();
  const problem = loaded && findLostEntries(loaded, found);
  // Where it was found says nothing to whoever has to mend it.
  if (problem !== undefined) throw Object.assign(new Error(problem), { stack: '' });
  return libraryFrom({ issues, papers });
}

function libraryFrom({ issues, papers }: LiveEntries): Library {
  return makeLibrary(issues, papers, {
    routes: config.routes,
    connect(papers) {
      // A build has worked them out already, while the pages were bundled.
      const known = readConnections();
      return known
        ? keptConnections(known)
        : connectionsOf(papers, config.connections, memoryOf(config.base));
    },
    watch: (papers, topicsOf) => watchPapers(config.watch, papers, topicsOf),
    keys: (papers) => citationKeys(papers.map(toCitedPaper)),
    cite: (paper, key) => toCitation(toCitedPaper(paper), key),
    reads: pageReads(config.base),
  });
}
