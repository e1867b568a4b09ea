import type { LoaderContext } from 'astro/loaders';
import { sealEntries } from './entry-seal.ts';
import type { StoreEntry } from './kept-issues.ts';
import { standInOf } from './stand-ins.ts';

type Store = LoaderContext['store'];

/** What is put into Astro's store. */
export type NewEntry = Parameters<Store['set']>[0];

/** Astro's store of the papers. */
export interface PaperStore {
  /** Has Astro make an entry. */
  make(entry: NewEntry): StoreEntry;
  /** Sees that the papers of an issue are in the store. */
  put(contentHash: string, papers: readonly StoreEntry[]): void;
  /** Takes away what was not put there. */
  removeOthers(): void;
}

/**
 * Astro writes all of its store into one file again when an entry has changed, and reads all of it in each build and whenever a digest is saved. So
 * where pages get entries all the same, stand-ins are in their place: 2 MB of 10,000 papers instead of 40 MB.
 *
 * @param run as `runName` names it
 * @param isFilled whether pages get entries where the store has stand-ins; otherwise it has the entries themselves
 */
export function openPaperStore(
  { store }: LoaderContext,
  { run, isFilled }: { run: string; isFilled: boolean },
): PaperStore {
  const put = new Set<string>();
  return {
    make(entry) {
      replaceEntry(store, entry);
      return store.get(entry.id) as StoreEntry;
    },
    put(contentHash, papers) {
      for (const paper of papers) {
        put.add(paper.id);
        // Astro looks for the pictures of an entry in its store.
        const isStandIn = isFilled && paper.assetImports === undefined;
        const entry = isStandIn ? standInOf(paper, { run, contentHash }) : paper;
        const there = store.get(paper.id);
        const isThere = isStandIn ? isSameStandIn(there, entry) : isSameEntry(there, entry);
        if (!isThere) replaceEntry(store, entry);
        // Astro 6 knows the modules only of the entries that were set in this build.
        else if (paper.deferredRender && paper.filePath !== undefined) store.addModuleImport(paper.filePath);
      }
    },
    removeOthers() {
      for (const id of store.keys()) if (!put.has(id)) store.delete(id);
    },
  };
}

/** Puts an entry into the store also where that has one of the same digest, which may be damaged. */
export function replaceEntry(store: Store, entry: NewEntry): void {
  store.delete(entry.id);
  store.set(entry);
}

function isSameStandIn(there: StoreEntry | undefined, entry: StoreEntry): boolean {
  return (
    there?.digest === entry.digest &&
    there?.id === entry.id &&
    there.filePath === entry.filePath &&
    there.deferredRender === entry.deferredRender
  );
}

/** Entries of the store that have been compared, each with the entry that it is the same as. */
const compared = new WeakMap<StoreEntry, StoreEntry>();

function isSameEntry(there: StoreEntry | undefined, entry: StoreEntry): boolean {
  if (there === undefined) return false;
  if (compared.get(there) === entry) return true;
  if (sealEntries([there]) !== sealEntries([entry])) return false;
  compared.set(there, entry);
  return true;
}
