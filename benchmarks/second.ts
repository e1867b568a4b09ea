// `pnpm bench:second`: how long digests take to be read and synced by a first build, and by a second one after one digest more.
//   --papers 10000   size of the archive
//   --runs 3         how often; the medians count
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contestants, type Contestant } from './sites/contestants.ts';
import { addPapers, makeSite } from './sites/make-site.ts';
import { digestFiles } from './sites/papers.ts';

const { values } = parseArgs({
  options: { papers: { type: 'string', default: '10000' }, runs: { type: 'string', default: '3' } },
});
const papers = Number(values.papers);
const perIssue = 30;
const contestant = contestants[0] as Contestant;
const site = makeSite(contestant, papers);
const content = join(site, contestant.content);
// The first issue after those of the archive.
const issues = Math.ceil(papers / perIssue);
const [next] = [...digestFiles((issues + 1) * perIssue)].slice(issues);
if (!next) throw new Error('The archive has no next issue.');
const astro = fileURLToPath(new URL('./node_modules/astro/bin/astro.mjs', import.meta.url));

/** What a build took to read its digests, in milliseconds. */
interface Synced {
  /** Of our loaders, what they wait for included. */
  ours: number;
  /** Of Astro's whole sync, the loaders included, without loading its store before. */
  whole: number;
}

/** Builds the site and takes the times. */
async function build(): Promise<Synced> {
  const times: number[] = [];
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: site,
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      CI: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (/Sync(?:ing|ed) content/.test(text)) times.push(performance.now());
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  const [start, end] = times;
  if (status !== 0 || start === undefined || end === undefined)
    throw new Error(`The build of ${site} failed.`);
  const timeOf = (name: string): number => {
    const file = join(site, 'node_modules/.astro/astro-digest/build', `${name}.json`);
    return (JSON.parse(readFileSync(file, 'utf8')) as { time: number }).time;
  };
  return { ours: Math.max(timeOf('issues'), timeOf('papers')), whole: end - start };
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number;
const say = (what: string, first: number[], second: number[]): void => {
  const [a, b] = [median(first), median(second)];
  console.log(`${what}: ${a.toFixed(0)} ms, then ${b.toFixed(0)} ms: ${((100 * b) / a).toFixed(1)} %`);
};

const first: Synced[] = [];
const second: Synced[] = [];
for (let run = 0; run < Number(values.runs); run++) {
  for (const path of contestant.leftovers) rmSync(join(site, path), { recursive: true, force: true });
  rmSync(join(content, next.path), { force: true });
  first.push(await build());
  addPapers(content, next);
  second.push(await build());
}
rmSync(site, { recursive: true, force: true });
const of = (key: keyof Synced, builds: Synced[]): number[] => builds.map((build) => build[key]);
const astros = (builds: Synced[]): number[] => builds.map(({ ours, whole }) => whole - ours);
console.log(`${papers} papers, then ${perIssue} more:`);
say('read by the loaders', of('ours', first), of('ours', second));
say('the rest of the sync, which is Astro’s', astros(first), astros(second));
say('the whole sync', of('whole', first), of('whole', second));
