import { offlineAddress, cacheNames, type DigestPlace } from '../saved/place.ts';
import {
  fromPart,
  toParts,
  type Catalogue,
  type CataloguePart,
  type SavedVersion,
} from '../saved/catalogue.ts';
import { cataloguePartFile, currentFile, versionFile } from '../saved/saved-site.ts';
import { packFile } from '../pack-table.ts';
import { SavingError } from './load-file.ts';

/** Where a page puts what is saved. */
export interface SavedStore {
  /** Names of the packs and tables that are there, whole ones all. */
  stored(): Promise<Set<string>>;
  /** Reads a pack or a table. */
  read(name: string): Promise<Blob | undefined>;
  /** Keeps a pack or a table. */
  keep(name: string, content: Blob): Promise<void>;
  current(): Promise<SavedVersion | undefined>;
  /** The catalogue of a version; an empty one where a part of it is lost. */
  catalogue(saved: SavedVersion): Promise<Catalogue>;
  /** Makes a version the current one, in one step: whoever is stopped before has the old one. */
  publish(saved: SavedVersion, catalogue: Catalogue): Promise<void>;
  /**
   * Takes away what is of no use any more.
   *
   * @param versions the current version, and the one before it, which a page may still show
   * @param names packs and tables that stay in any case
   */
  tidy(versions: readonly (SavedVersion | undefined)[], names: ReadonlySet<string>): Promise<void>;
  /** Takes away all that was saved and read. */
  remove(): Promise<void>;
}

/** Opens it. No other cache of the origin is touched. */
export function openSavedStore(place: DigestPlace): SavedStore {
  const { saved, read: readCache } = cacheNames(place);
  const at = (file: string): string => offlineAddress(place, file);
  const open = (): Promise<Cache> =>
    caches.open(saved).catch((error: unknown) => {
      throw new SavingError('forbidden', error);
    });
  const put = async (file: string, response: Response): Promise<void> => {
    const cache = await open();
    await cache.put(at(file), response).catch((error: unknown) => {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      throw new SavingError(isFull ? 'space' : 'forbidden', error);
    });
  };
  const match = async (file: string): Promise<Response | undefined> => (await open()).match(at(file));
  const filesIn = async (): Promise<[file: string, key: Request][]> => {
    const keys = await (await open()).keys();
    const prefix = new URL(at(''), location.origin).href;
    return keys.map((key) => [key.url.slice(prefix.length), key]);
  };
  const readCurrent = async (): Promise<SavedVersion | undefined> =>
    (await match(currentFile))?.json() as Promise<SavedVersion | undefined>;
  return {
    async stored() {
      const files = (await filesIn()).map(([file]) => file);
      return new Set(files.flatMap((file) => /^(\w+)\.pack$/.exec(file)?.[1] ?? []));
    },
    read: async (name) => (await match(packFile(name)))?.blob(),
    keep: (name, content) => put(packFile(name), new Response(content)),
    current: readCurrent,
    async catalogue({ version, parts }) {
      const catalogue: Catalogue = new Map();
      for (let part = 0; part < parts; part++) {
        const kept = await match(cataloguePartFile(version, part));
        if (!kept) return new Map();
        for (const [path, file] of fromPart((await kept.json()) as CataloguePart)) catalogue.set(path, file);
      }
      return catalogue;
    },
    async publish(version, catalogue) {
      for (const [number, part] of toParts(catalogue).entries())
        await put(cataloguePartFile(version.version, number), Response.json(part));
      await put(versionFile(version.version), Response.json(version));
      await put(currentFile, Response.json(version));
    },
    async tidy(versions, stay) {
      const kept = versions.filter((version) => version !== undefined);
      const packs = new Set([...kept.flatMap(({ packs }) => packs), ...stay]);
      const names = new Set(kept.map(({ version }) => version));
      const cache = await open();
      for (const [file, key] of await filesIn()) {
        const pack = /^(\w+)\.pack$/.exec(file)?.[1];
        const version = /^saved\/(\w+)\//.exec(file)?.[1];
        const isOld =
          (pack !== undefined && !packs.has(pack)) || (version !== undefined && !names.has(version));
        if (isOld) await cache.delete(key);
      }
    },
    async remove() {
      await caches.delete(saved);
      await caches.delete(readCache);
    },
  };
}
