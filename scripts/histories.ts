// `pnpm histories --runs 300 [--seed 1] [--kind small|volumes]`: random histories of a site, after each of which its files are compared
// with those of a site that is built from nothing, on another file system where the machine has one. Exit status 1 when they differ.
//   --site-in FOLDER    where the site with a history is. Default: /dev/shm where that is, else the folder for temporary files
//   --clean-in FOLDER   where the other one is. Default: the folder for temporary files
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runHistory } from '../packages/astro-digest/test/histories/history.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: 'small' },
    'site-in': { type: 'string', default: existsSync('/dev/shm') ? '/dev/shm' : tmpdir() },
    'clean-in': { type: 'string', default: tmpdir() },
  },
});
const kind = values.kind === 'volumes' ? 'volumes' : 'small';
const [site, clean] = [values['site-in'], values['clean-in']].map((folder) =>
  mkdtempSync(join(folder, 'histories-')),
) as [string, string];
let failed = 0;
const first = Number(values.seed);
for (let seed = first; seed < first + Number(values.runs); seed++) {
  const { did, differences } = await runHistory(seed, kind, { site, clean });
  if (differences.length === 0) continue;
  failed += 1;
  console.log(`seed ${seed}: ${did.join('; ')}\n  ${differences.join('\n  ')}`);
}
for (const folder of [site, clean]) rmSync(folder, { recursive: true, force: true });
console.log(
  `${values.runs} histories of the site “${kind}” from seed ${first}: ${failed} end otherwise than a first build`,
);
process.exitCode = failed > 0 ? 1 : 0;
