import { makeIndex, type IndexOptions } from './indexer.ts';
import { moveFolder } from './move-folder.ts';

/** What the index of a build came to. */
export interface IndexReport {
  records: number;
  /** Milliseconds, from the first record to the last file. */
  time: number;
}

/** A search index that is being made. */
export interface IndexBuild {
  /**
   * Waits until the index is made and puts its files into a folder.
   *
   * @throws Error when Pagefind could not make it
   */
  moveTo(folder: string): Promise<IndexReport>;
}

/**
 * Starts making the index of a build, beside whatever else is going on.
 *
 * @param recordsFile one `SearchRecord` as JSON a line
 * @param workFolder where the files wait until the build is done
 */
export function startIndexBuild(recordsFile: string, workFolder: string, options: IndexOptions): IndexBuild {
  const start = performance.now();
  const made = makeIndex(recordsFile, workFolder, options).then((records) => ({
    records,
    time: performance.now() - start,
  }));
  // Until `moveTo` is called nobody listens, and a failure would end the process with a stack trace.
  made.catch(() => {});
  return {
    async moveTo(folder) {
      const report = await made;
      await moveFolder(workFolder, folder);
      return report;
    },
  };
}
