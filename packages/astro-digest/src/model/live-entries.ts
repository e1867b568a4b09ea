import type { Issue, Paper } from './entries.ts';

/** All entries of a digest. The same object stands for the same entries. */
export interface LiveEntries {
  readonly issues: readonly Issue[];
  readonly papers: readonly Paper[];
}

/** The two collections of a digest, each of which a loader fills. */
export type LiveCollection = keyof LiveEntries;

/** What a loader has after a look at the folder of the digests. */
export interface LoadedEntries {
  /** What the collection is called in the site. */
  collection: string;
  /** Tells which digests there were: the other loader has the same text of the same digests. */
  state: string;
  /** Entries of Astro's store; an object that stays the same stands for an entry that has not changed. */
  entries: readonly StoredEntry[];
  /** Whether the store goes on, as it does in the dev server: what a page does to an entry must not get into it. */
  goesOn: boolean;
}

interface StoredEntry {
  id: string;
  assetImports?: readonly string[];
}

/**
 * What the loaders tell the pages past Astro's file of the entries, which takes long to read, and in the dev server comes a second or two later.
 */
export interface LiveDigest {
  /** Whether pages that ask Astro for a collection get entries where its store has stand-ins; until somebody says so they don't. */
  fillsStore: boolean;
  /** Takes what a loader has. */
  tell(collection: LiveCollection, loaded: LoadedEntries): void;
  /**
   * The entries of which both loaders told last, as `getCollection` gives them; `undefined` where they have told nothing, since they may run
   * in another process, and where Astro has to put pictures into the entries.
   */
  entries(): LiveEntries | undefined;
  /** Is called when pages that have asked for the entries would get others now. */
  onChange?: (() => void) | undefined;
}

// Loaders, pages and the integration have modules of their own, and one process.
const place = Symbol.for('astro-digest.live');
const digests = ((globalThis as { [place]?: Map<string, LiveDigest> })[place] ??= new Map());

/** Names a digest in a build, where there is one site at a time, by its own name. */
export function liveKeyOfBuild(name = ''): string {
  return `build ${name}`;
}

/** Begins anew: one process may build several sites. */
export function forgetLiveDigest(key: string): void {
  digests.delete(key);
}

/**
 * The digest of that key; as many copies of this module as there are get the same one.
 *
 * @param key names the digest in the process
 */
export function liveDigest(key: string): LiveDigest {
  const digest = digests.get(key) ?? startLiveDigest();
  digests.set(key, digest);
  return digest;
}

/** Makes a digest of which nothing has been told. */
export function startLiveDigest(): LiveDigest {
  const told: Partial<Record<LiveCollection, LoadedEntries>> = {};
  let agreed: Record<LiveCollection, LoadedEntries> | undefined;
  let asked: LiveEntries | undefined;
  const asPages = copyOnce();
  const digest: LiveDigest = {
    fillsStore: false,
    tell(collection, loaded) {
      told[collection] = loaded;
      const { issues, papers } = told;
      if (!issues || !papers || issues.state !== papers.state) return;
      if (agreed && isSame(agreed.issues, issues) && isSame(agreed.papers, papers)) return;
      agreed = { issues, papers };
      const isAsked = asked !== undefined;
      asked = undefined;
      if (isAsked) digest.onChange?.();
    },
    entries() {
      if (!agreed || hasPictures(agreed.issues) || hasPictures(agreed.papers)) return undefined;
      asked ??= {
        issues: asPages(agreed.issues) as unknown as Issue[],
        papers: asPages(agreed.papers) as unknown as Paper[],
      };
      return asked;
    },
  };
  return digest;
}

function isSame(a: LoadedEntries, b: LoadedEntries): boolean {
  return (
    a.entries.length === b.entries.length && a.entries.every((entry, index) => entry === b.entries[index])
  );
}

const hasPictures = ({ entries }: LoadedEntries): boolean =>
  entries.some(({ assetImports }) => assetImports !== undefined && assetImports.length > 0);

/** Copies entries, each once. */
function copyOnce(): (loaded: LoadedEntries) => unknown[] {
  const copies = new WeakMap<StoredEntry, unknown>();
  return ({ collection, entries, goesOn }) =>
    entries.map((entry) => {
      const copy = copies.get(entry) ?? { ...(goesOn ? structuredClone(entry) : entry), collection };
      copies.set(entry, copy);
      return copy;
    });
}
