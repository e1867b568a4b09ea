import { joinPage } from '../later-parts.ts';
import { packCompression, packFile } from '../pack-table.ts';
import { findIn, partOf, type CataloguePart, type EntryPlace, type SavedVersion } from './catalogue.ts';
import { cacheNames, offlineAddress, type DigestPlace } from './place.ts';

/** What a digest has saved in this browser. */
export interface SavedSite {
  /** What is saved; `undefined` where nothing is whole. */
  current(): Promise<SavedVersion | undefined>;
  /** A version by its name: the current one, or one that a page still shows. */
  version(name: string): Promise<SavedVersion | undefined>;
  /** Reads a file of a version; `undefined` where it has none of that path. */
  read(saved: SavedVersion, path: string): Promise<Uint8Array | undefined>;
}

/** File with the version that is current. */
export const currentFile = 'saved/current.json';

/** File with a version. */
export function versionFile(version: string): string {
  return `saved/${version}/version.json`;
}

/** File with a part of the catalogue of a version. */
export function cataloguePartFile(version: string, part: number): string {
  return `saved/${version}/${part}.json`;
}

/** Opens what is saved. Nothing is read before it is asked for, and no other cache than the digest's own. */
export function openSavedSite(place: DigestPlace): SavedSite {
  const read = async (file: string): Promise<Response | undefined> => {
    // To look does not make a cache.
    const { saved } = cacheNames(place);
    if (!(await caches.has(saved))) return undefined;
    return (await caches.open(saved)).match(offlineAddress(place, file));
  };
  const entry = async ({ pack, block, bytes }: EntryPlace): Promise<Uint8Array | undefined> => {
    const found = await read(packFile(pack));
    const blob = await found?.blob();
    if (!blob) return undefined;
    const [start, size] = block;
    const stream = blob
      .slice(start, start + size)
      .stream()
      .pipeThrough(new DecompressionStream(packCompression));
    return new Uint8Array(await new Response(stream).arrayBuffer(), ...bytes);
  };
  return {
    current: async () => (await read(currentFile))?.json() as Promise<SavedVersion | undefined>,
    version: async (name) => (await read(versionFile(name)))?.json() as Promise<SavedVersion | undefined>,
    async read({ version, parts }, path) {
      const part = await read(cataloguePartFile(version, partOf(path, parts)));
      const found = part && findIn((await part.json()) as CataloguePart, path);
      if (!found) return undefined;
      const page = await entry(found.whole);
      if (!found.parts || !page) return page;
      const later = await entry(found.parts);
      return later && joinPage({ page, parts: later });
    },
  };
}
