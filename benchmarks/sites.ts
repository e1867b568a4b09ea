// `pnpm bench`: how long sites of made-up archives take to build, beside other ways to build them, in one run.
//   --papers 1000,10000   sizes of the archives
//   --runs 3              how often each is built; they take turns, in another order each time, and the medians count
//   --only astro-digest,hugo   only those: whole names, or parts of names that are no whole one
//   --write               writes docs/benchmarks.md and its chart
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contestants } from './sites/contestants.ts';
import { folderSize } from './sites/folder-size.ts';
import { makeSite, work } from './sites/make-site.ts';
import { formatTable, type Result } from './sites/results.ts';
import { writeReport } from './sites/report.ts';
import { runMeasured } from './sites/run-measured.ts';

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '1000,10000,50000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = values.papers.split(',').map(Number);
const runs = Number(values.runs);
const words = values.only.toLowerCase().split(',').filter(Boolean);
const names = contestants.map(({ name }) => name.toLowerCase());
const chosen = contestants.filter(({ name }) => {
  const own = name.toLowerCase();
  return (
    words.length === 0 || words.some((word) => (names.includes(word) ? own === word : own.includes(word)))
  );
});
const missing = chosen.filter((contestant) => contestant.versions() === undefined);
for (const { name } of missing) console.log(`${name}: left out, because its program is not installed.`);
const present = chosen.filter((contestant) => !missing.includes(contestant));

const here = fileURLToPath(new URL('./', import.meta.url));
const aside = join(work, 'aside');
const env = {
  PATH: [dirname(process.execPath), join(here, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
  CI: '1',
};

const results: Result[] = [];
for (const papers of sizes) {
  const sites = new Map(present.map((contestant) => [contestant, makeSite(contestant, papers)]));
  for (let run = 0; run < runs; run++) {
    for (const [contestant, cwd] of rotated([...sites], run)) {
      for (const path of contestant.leftovers) putAside(join(cwd, path));
      flush();
      const measured = await runMeasured(contestant.steps, { cwd, env });
      const { files, bytes } = folderSize(join(cwd, 'dist'));
      results.push({ name: contestant.name, papers, ...measured, files, bytes });
      console.log(
        `${papers} papers, ${contestant.name}: ${measured.wall.toFixed(1)} s, ${measured.cpu.toFixed(1)} s of processor time`,
      );
    }
  }
  for (const folder of [...sites.values(), aside]) rmSync(folder, { recursive: true, force: true });
  console.log(`\n${formatTable(results, papers)}\n`);
}
if (values.write) {
  const versions = [...new Set(present.flatMap((contestant) => contestant.versions()?.split(', ') ?? []))];
  writeReport(results, { runs, versions });
}

/** A list that begins with another item each time, so that nobody always comes after the same one. */
function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % Math.max(1, items.length);
  return [...items.slice(start), ...items.slice(0, start)];
}

/** Writes to the disk what the build before has left to be written, so that the next one doesn't pay for it. */
function flush(): void {
  try {
    execFileSync('sync');
  } catch {
    // Not every system has it.
  }
}

/**
 * Takes what a build left out of the way of the next one. It is deleted at the end: some file systems are slow to make files
 * for minutes after many were deleted.
 */
function putAside(path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(aside, { recursive: true });
  renameSync(path, join(aside, String(readdirSync(aside).length)));
}
