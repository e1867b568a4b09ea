// `pnpm histories --runs 300 [--seed 1] [--kind small|volumes]`: random histories of a site, after each of which its files are compared
// with those of a site that is built from nothing, on another file system where the machine has one. Exit status 1 when they differ.
//   --only SEED         runs the history of one seed
//   --keep              keeps the folders of histories with differences, and tells where they are
//   --site-in FOLDER    where the site with a history is. Default: /dev/shm where that is, else the folder for temporary files
//   --clean-in FOLDER   where the other one is. Default: the folder for temporary files
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { CleanSites } from '../packages/astro-digest/test/histories/clean-sites.ts';
import { runHistory, type HistoryResult } from '../packages/astro-digest/test/histories/history.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    kind: { type: 'string', default: 'small' },
    keep: { type: 'boolean', default: false },
    'site-in': { type: 'string', default: existsSync('/dev/shm') ? '/dev/shm' : tmpdir() },
    'clean-in': { type: 'string', default: tmpdir() },
  },
});
const kind = values.kind === 'volumes' ? 'volumes' : 'small';
const [siteFolder, cleanFolder] = [values['site-in'], values['clean-in']].map((folder) =>
  mkdtempSync(join(folder, 'histories-')),
) as [string, string];
const places = { site: siteFolder, clean: new CleanSites(cleanFolder) };
const first = Number(values.only ?? values.seed);
const runs = values.only === undefined ? Number(values.runs) : 1;
let failed = 0;
for (let run = 1; run <= runs; run++) {
  const seed = first + run - 1;
  const result = await runHistory(seed, kind, places);
  const { did, differences } = result;
  if (values.only !== undefined || differences.length > 0) console.log(`seed ${seed}: ${did.join('; ')}`);
  if (differences.length > 0) {
    failed += 1;
    console.log(`  ${differences.join('\n  ')}`);
    if (values.keep) keep(seed, result);
  }
  if (run % 10 === 0) console.log(`${run} of ${runs} histories, ${failed} with differences`);
}
for (const folder of [siteFolder, cleanFolder]) {
  for (const name of ['site', 'clean']) rmSync(join(folder, name), { recursive: true, force: true });
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
console.log(
  `${runs} histories of the site “${kind}” from seed ${first}: ${failed} end otherwise than a first build`,
);
process.exitCode = failed > 0 ? 1 : 0;

/** Keeps the site of a history, and beside it the files that it should have. */
function keep(seed: number, { site, expected }: HistoryResult): void {
  const [kept, other] = [join(siteFolder, `seed-${seed}`), join(cleanFolder, `seed-${seed}-clean`)];
  site.moveTo(kept);
  for (const [path, bytes] of expected ?? []) {
    mkdirSync(dirname(join(other, path)), { recursive: true });
    writeFileSync(join(other, path), bytes);
  }
  console.log(`  kept: ${kept}${expected ? ` and ${other}` : ''}`);
}
