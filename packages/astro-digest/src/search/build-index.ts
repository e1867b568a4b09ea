import { startIndexThread, type IndexReport, type IndexRequest, type IndexThread } from './index-thread.ts';
import { moveFolder } from './move-folder.ts';

/** A search index that is being made. */
export interface IndexBuild {
  /** How many records are indexed by now. */
  indexed(): number;
  /**
   * Waits until the index is made and puts its files into a folder.
   *
   * @throws Error when Pagefind could not make it
   */
  moveTo(folder: string): Promise<IndexReport>;
}

/**
 * Starts making the index of a build, as soon as the records are there and beside whatever else is going on.
 *
 * @param connected what is waited for before, where the request has a file of connections
 */
export function startIndexBuild(request: IndexRequest, connected?: Promise<unknown>): IndexBuild {
  let indexed = 0;
  const start = (): IndexThread => startIndexThread(request, (records) => (indexed = records));
  const thread = connected ? connected.then(start) : Promise.resolve(start());
  // Who waits for the index is told why there is none.
  thread.catch(() => {});
  return {
    indexed: () => indexed,
    async moveTo(folder) {
      const report = await (await thread).made();
      await moveFolder(request.folder, folder);
      return report;
    },
  };
}
