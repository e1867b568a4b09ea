import type { SiteWriter } from '../kept/site-writer.ts';
import {
  startIndexThread,
  type IndexPieceKey,
  type IndexReport,
  type IndexRequest,
  type IndexThread,
  type PiecesAsked,
} from './index-thread.ts';
import { moveFolder } from './move-folder.ts';
import { volumeListName } from './volume-list.ts';

/** A search index that is being made. */
export interface IndexBuild {
  /** How many records are indexed by now. */
  indexed(): number;
  /**
   * Waits until the index is made and puts its files into a folder of the site.
   *
   * @param site folder of the site
   * @param path path of the index in it, its parts joined by slashes
   * @throws Error when Pagefind could not make it
   */
  moveTo(site: string, path: string): Promise<IndexReport>;
}

/**
 * Starts making the index of a build, as soon as the records are there and beside whatever else is going on.
 *
 * @param writer gives what writes the site and keeps pieces from build to build; `undefined` where nothing does
 * @param connected what is waited for before, where the request has a file of connections
 */
export function startIndexBuild(
  request: IndexRequest,
  writer: () => SiteWriter | undefined,
  connected?: Promise<unknown>,
): IndexBuild {
  let indexed = 0;
  async function ask(planned: readonly IndexPieceKey[]): Promise<PiecesAsked> {
    const own = writer();
    if (!own) return { kept: [], isPlaced: true };
    const missing = await own.keep(planned);
    return { kept: planned.map(({ unit }) => unit).filter((unit) => !missing.has(unit)), isPlaced: false };
  }
  const start = (): IndexThread =>
    startIndexThread(request, { onIndexed: (records) => (indexed = records), ask });
  const thread = connected ? connected.then(start) : Promise.resolve(start());
  // Who waits for the index is told why there is none.
  thread.catch(() => {});
  return {
    indexed: () => indexed,
    async moveTo(site, path) {
      const { pieces, list, records, time } = await (await thread).made();
      const own = writer();
      if (own) {
        for (const { unit, key, from, to } of pieces)
          await own.adopt({ unit, key }, from, to === '' ? path : `${path}/${to}`);
        const file = `${path}/${volumeListName}`;
        own.write({ unit: file, key: '', path: file, content: new TextEncoder().encode(list) });
      } else await moveFolder(request.folder, `${site}/${path}`);
      return { records, time };
    },
  };
}
