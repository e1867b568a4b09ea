// `pnpm fuzz --runs 1000000 [--seed 1] [--threads 2]`: hostile texts through `fromDigest` and `toMdx`, read and run in
// both compilers of MDX. Exit status 1 when one of them comes out wrong. The same seed gives the same inputs.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { fuzz, type FuzzReport } from '../packages/remark-digest/test/hostile/fuzz.ts';

interface Share {
  seed: number;
  first: number;
  last: number;
}

if (isMainThread) await main();
else {
  const { seed, first, last } = workerData as Share;
  // A port of Node's has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(await fuzz(seed, first, last));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { runs: { type: 'string' }, seed: { type: 'string' }, threads: { type: 'string' } },
  });
  const runs = Number(values.runs ?? 100_000);
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const threads = Number(values.threads ?? Math.min(availableParallelism(), 8));
  if (![runs, seed, threads].every((number) => Number.isSafeInteger(number) && number >= 0)) {
    console.error('Use whole numbers: pnpm fuzz --runs 100000 --seed 1 --threads 2');
    process.exitCode = 2;
    return;
  }
  console.log(`seed ${seed}, ${runs} inputs, ${threads} threads`);
  const began = Date.now();
  const total: FuzzReport = { inputs: 0, documents: 0, executed: 0, failures: [] };
  // Small shares, so that no thread waits long for another and the progress can be seen.
  const size = 10_000;
  let next = 0;
  const work = async () => {
    while (next < runs) {
      const share: Share = { seed, first: next, last: Math.min(runs, next + size) };
      next = share.last;
      const report = await inThread(share);
      total.inputs += report.inputs;
      total.documents += report.documents;
      total.executed += report.executed;
      total.failures.push(...report.failures);
      for (const { number, input, problem } of report.failures) {
        console.log(`\ninput ${number} of seed ${seed}: ${problem}\n  ${input}`);
      }
      const seconds = (Date.now() - began) / 1000;
      console.log(
        `${total.inputs} inputs, ${total.documents} documents, ${total.executed} run, ` +
          `${total.failures.length} wrong, ${seconds.toFixed(0)} s, ${(total.inputs / seconds).toFixed(0)} a second`,
      );
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, threads) }, work));
  if (total.failures.length > 0) process.exitCode = 1;
}

function inThread(share: Share): Promise<FuzzReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
