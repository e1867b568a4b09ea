import type { SiteWriter } from '../kept/site-writer.ts';
import {
  startIndexThread,
  type IndexPieceKey,
  type IndexReport,
  type IndexRequest,
  type IndexThread,
  type MadePiece,
  type PiecesAsked,
} from './index-thread.ts';
import { moveFolder } from './move-folder.ts';
import { volumeListName } from './volume-list.ts';

/** A search index that is being made. */
export interface IndexBuild {
  /** How many records are indexed by now. */
  indexed(): number;
  /**
   * Waits until the index is made and all its files are in the site.
   *
   * @param site folder of the site
   * @throws Error when Pagefind could not make it
   */
  moveTo(site: string): Promise<IndexReport>;
}

/**
 * Starts making the index of a build, as soon as the records are there and beside whatever else is going on.
 *
 * @param path path of the index in the site, its parts joined by slashes
 * @param writer gives what writes the site and keeps pieces from build to build; `undefined` where nothing does
 * @param connected what is waited for before, where the request has a file of connections
 */
export function startIndexBuild(
  request: IndexRequest,
  path: string,
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
  // Pieces go into the site while others are made: that takes as long as to write all their files.
  const adopted: Promise<void>[] = [];
  function adopt({ unit, key, from, to }: MadePiece): void {
    const done = writer()?.adopt({ unit, key }, from, to === '' ? path : `${path}/${to}`);
    // Whoever waits for the index is told what failed.
    done?.catch(() => {});
    if (done) adopted.push(done);
  }
  const start = (): IndexThread =>
    startIndexThread(request, { onIndexed: (records) => (indexed = records), onPiece: adopt, ask });
  const thread = connected ? connected.then(start) : Promise.resolve(start());
  // Who waits for the index is told why there is none.
  thread.catch(() => {});
  return {
    indexed: () => indexed,
    async moveTo(site) {
      const { list, records, time } = await (await thread).made();
      const own = writer();
      if (own) {
        await Promise.all(adopted);
        const file = `${path}/${volumeListName}`;
        own.write({ unit: file, key: '', path: file, content: new TextEncoder().encode(list) });
      } else await moveFolder(request.folder, `${site}/${path}`);
      return { records, time };
    },
  };
}
