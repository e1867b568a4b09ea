/// <reference lib="dom" />
// `pnpm bench:dev`: how long after a digest is saved `astro dev` has it on the screen of a browser that shows its issue.
//   --papers 10020   size of the archive
//   --saves 14       how often the newest digest is saved
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from 'puppeteer-core';
import { browserArguments, findBrowser } from '../scripts/browser.ts';
import { contestants } from './sites/contestants.ts';
import { makeSite } from './sites/make-site.ts';

const { values } = parseArgs({
  options: { papers: { type: 'string', default: '10020' }, saves: { type: 'string', default: '14' } },
});
const contestant = contestants.find(({ name }) => name.includes('full theme'));
if (!contestant) throw new Error('There is no contestant “full theme”.');
const papers = Number(values.papers);
const site = makeSite(contestant, papers);
const newest = [...contestant.files(papers)].at(-1)?.path ?? '';
const file = join(site, contestant.content, newest);
const text = readFileSync(file, 'utf8');

const bin = fileURLToPath(new URL('./node_modules/.bin', import.meta.url));
const server = spawn('astro', ['dev', '--host', '127.0.0.1', '--port', '4399'], {
  cwd: site,
  env: {
    ...process.env,
    PATH: [dirname(process.execPath), bin, process.env['PATH']].join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise<string>((resolve) => {
  server.stdout.on('data', (data: Buffer) => {
    const [found] = /http:\/\/\S+/.exec(data.toString()) ?? [];
    if (found) resolve(found);
  });
});
const browser = await launch({
  executablePath: await findBrowser(),
  headless: true,
  args: browserArguments,
});
try {
  const page = await browser.newPage();
  const issue = new URL(`/papers/${newest.replace(/\.\w+$/, '')}/`, address).href;
  await page.goto(issue, { timeout: 300_000 });
  const times: number[] = [];
  for (let save = 1; save <= Number(values.saves); save++) {
    // Between two saves somebody reads, and the server has nothing left to do.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const mark = `Saved${save}`;
    const start = performance.now();
    writeFileSync(file, text.replace(/^(\S+: .+)$/m, `$1 ${mark}`));
    while (
      !(await page.evaluate((mark) => document.body.textContent.includes(mark), mark).catch(() => false))
    )
      await new Promise((resolve) => setTimeout(resolve, 10));
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b).map((time) => (time / 1000).toFixed(2));
  console.log(
    `${papers} papers, ${sorted.length} saves: median ${sorted[sorted.length >> 1]} s, most ${sorted.at(-1)} s`,
  );
} finally {
  await browser.close();
  server.kill();
  await once(server, 'exit');
}
