// `pnpm bench:day`: what one digest more costs: the time of the build, and the files and bytes that differ after it.
//   --papers 10000   sizes of the archives
//   --runs 3         how often each; the medians count
//   --only full      only contestants whose names have one of these words
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { differenceOf, listFiles, type Difference } from './next-day/difference.ts';
import { contestants, type Contestant } from './sites/contestants.ts';
import { addPapers, makeSite } from './sites/make-site.ts';
import { runMeasured, type Measured } from './sites/run-measured.ts';

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: 'astro-digest,full theme,hugo' },
  },
});
const perIssue = 30;
const asked = values.only.toLowerCase().split(',');
const chosen = contestants.filter(({ name, versions }) => {
  const own = name.toLowerCase().replace('astro-digest, ', '');
  return asked.some((word) => own === word || own.startsWith(`${word},`)) && versions() !== undefined;
});
const here = fileURLToPath(new URL('./', import.meta.url));
const aside = join(here, '.work/aside');
const env = {
  PATH: [dirname(process.execPath), join(here, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
  CI: '1',
};

/** A first build and the one of the next day. */
interface Days {
  first: Measured;
  next: Measured;
  difference: Difference;
}

for (const asked of values.papers.split(',').map(Number)) {
  // The last issue is a whole one, and the next day has as many.
  const papers = Math.ceil(asked / perIssue) * perIssue;
  const days = new Map<Contestant, Days[]>(chosen.map((contestant) => [contestant, []]));
  const sites = new Map(chosen.map((contestant) => [contestant, makeSite(contestant, papers)]));
  for (let run = 0; run < Number(values.runs); run++)
    for (const [contestant, site] of sites)
      days.get(contestant)?.push(await buildTwoDays(contestant, site, papers));
  for (const folder of [...sites.values(), aside]) rmSync(folder, { recursive: true, force: true });
  for (const [{ name }, measured] of days) tell(`${papers} papers, ${name}`, measured);
}

async function buildTwoDays(contestant: Contestant, site: string, papers: number): Promise<Days> {
  const { leftovers, content, steps } = contestant;
  const known = new Set([...contestant.files(papers)].map(({ path }) => path));
  const added = [...contestant.files(papers + perIssue)].filter(({ path }) => !known.has(path));
  for (const path of leftovers) setAside(join(site, path));
  for (const { path } of added) rmSync(join(site, content, path), { force: true });
  const first = await runMeasured(steps, { cwd: site, env });
  const before = listFiles(join(site, 'dist'));
  for (const file of added) addPapers(join(site, content), file);
  const next = await runMeasured(steps, { cwd: site, env });
  return { first, next, difference: differenceOf(before, listFiles(join(site, 'dist'))) };
}

/**
 * Moves what an earlier build left out of the way: after many files were deleted, file systems such as ext4 make new ones more slowly for a
 * minute.
 */
function setAside(path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(aside, { recursive: true });
  renameSync(path, join(mkdtempSync(join(aside, 'left-')), basename(path)));
}

function tell(what: string, days: readonly Days[]): void {
  const of = (take: (days: Days) => number): number => median(days.map(take));
  const first = of((days) => days.first.wall);
  const next = of((days) => days.next.wall);
  console.log(
    `${what}: ${first.toFixed(1)} s, then ${next.toFixed(1)} s: ${(next / first).toFixed(2)}; at most ${megabytes(of((days) => days.first.memory ?? 0))} and ${megabytes(of((days) => days.next.memory ?? 0))} of memory`,
  );
  const { files, changed, bytes, kinds } = (days[0] as Days).difference;
  console.log(`  ${changed} of ${files} files differ, ${megabytes(bytes)}: ${kinds}`);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
