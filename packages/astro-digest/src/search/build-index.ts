import { startIndexThread, type IndexReport, type IndexRequest } from './index-thread.ts';
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
  /** Waits until nothing of the work is left over. */
  end(): Promise<void>;
}

/** Starts making the index of a build, as soon as the records are there and beside whatever else is going on. */
export function startIndexBuild(request: IndexRequest): IndexBuild {
  let indexed = 0;
  const thread = startIndexThread(request, (records) => (indexed = records));
  return {
    indexed: () => indexed,
    async moveTo(folder) {
      const report = await thread.made();
      await moveFolder(request.folder, folder);
      return report;
    },
    end: () => thread.end(),
  };
}
