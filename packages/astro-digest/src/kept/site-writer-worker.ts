import { parentPort, workerData } from 'node:worker_threads';
import { openSiteFiles, type SitePlaces } from './site-files.ts';
import type { SiteAnswer, SiteOrder } from './site-writer.ts';

// The thread in which `startSiteWriter` writes.
const files = openSiteFiles(workerData as SitePlaces);
let order = 0;
parentPort?.on('message', (what: SiteOrder) => {
  let answer: SiteAnswer = { order };
  try {
    answer = { order, ...obey(what) };
  } catch (error) {
    answer = { order, error };
  }
  order += 1;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window and has no origin
  parentPort?.postMessage(answer);
});

function obey(what: SiteOrder): Omit<SiteAnswer, 'order'> {
  switch (what.do) {
    case 'keep':
      return { missing: files.keep(what.units) };
    case 'write':
      for (const { start, end, ...file } of what.files)
        files.write({ ...file, content: what.bytes.subarray(start, end) });
      return {};
    case 'adopt':
      files.adopt(what.unit, what.from, what.to);
      return {};
    case 'leave':
      files.leave(what.paths);
      return {};
    case 'finish':
      return { finished: files.finish() };
  }
}
