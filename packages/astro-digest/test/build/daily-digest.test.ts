import { execFile } from 'node:child_process';
import { chmod, readdir, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from '../docs/pages.ts';
import { fetchedTitles, startServices, type Services } from '../docs/services.ts';
import { hostFilePath } from '../hosts/host.ts';
import { docsBlock } from '../site/docs-block.ts';
import { plainSite, Site } from '../site/site.ts';

const page = 'how-to/daily-digest.md';
const program = join(repository, 'packages/remark-digest/dist/cli/main.js');

/** The script of the page, with another line in the place of its loop, as the page says it for arXiv. */
const dailyDigest = docsBlock(page, '# daily-digest.sh');
const scriptFor = (line: string): string =>
  dailyDigest.replace(/^for [^]*?^done$/m, `npx remark-digest fetch ${line} --out waiting || status=1`);

/** The moment at which the job runs. */
const now = Date.parse('2025-03-13T06:00:00Z');

let site: Site;
let services: Services;

/** Runs a script in the folder of the site, and gives its status and what it printed. */
function sh(script: string): Promise<{ status: number; printed: string }> {
  const env = {
    PATH: [join(site.root, 'bin'), process.env['PATH']].join(delimiter),
    HOME: site.root,
    GIT_CONFIG_NOSYSTEM: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    ...services.env,
  };
  return new Promise((resolve) => {
    execFile('sh', ['-ec', script], { cwd: site.root, env }, (error, out, err) =>
      resolve({ status: Number(error?.code ?? 0), printed: out + err }),
    );
  });
}

const digests = async (): Promise<string[]> =>
  (await readdir(join(site.root, 'src/content/digests'))).filter((name) => !name.startsWith('.')).sort();

/** Makes a site with the scripts of the page, and the programs that they run. */
async function makeSite(): Promise<void> {
  site = await Site.create('daily-digest', {
    ...plainSite,
    'src/content/digests/.keep': '',
    'daily-digest.sh': dailyDigest,
    'take-digests.sh': docsBlock(page, '# take-digests.sh'),
    '.gitignore': 'node_modules\n.astro\ndist\nserver\norigin\nbin\ncache\n',
    // What npm makes of a package's program when it installs it, and what npx does with it.
    'bin/npx': `#!/bin/sh\nprogram=$1\nshift\nexec "node_modules/.bin/$program" "$@"\n`,
    'node_modules/.bin/astro': `#!/bin/sh\nexec "${process.execPath}" node_modules/astro-digest/node_modules/astro/bin/astro.mjs "$@"\n`,
    'node_modules/.bin/remark-digest': `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
    // The script asks it for the days that are over.
    'bin/node': `#!/bin/sh\nexec "${process.execPath}" --import "data:text/javascript,Date.now=()=>${now}" "$@"\n`,
    // The workflow that this starts is one of the host; here the site is built and swapped as on a server.
    'bin/gh': `#!/bin/sh\n[ "$*" = 'workflow run publish.yml' ] && exec sh "${hostFilePath('plain-server/publish.sh')}" server\n`,
  });
  for (const path of [
    'bin/npx',
    'bin/gh',
    'bin/node',
    'node_modules/.bin/astro',
    'node_modules/.bin/remark-digest',
  ])
    await chmod(join(site.root, path), 0o755);
}

beforeEach(async () => {
  await makeSite();
  services?.stop();
  services = await startServices(join(site.root, 'cache'));
});

afterAll(() => services.stop());

describe('the daily job', () => {
  /** The steps of the workflow that run something, without that which installs. */
  const { jobs } = parse(docsBlock(page, '# .github/workflows/daily-digest.yml')) as {
    jobs: Record<string, { steps: { run?: string; if?: string }[] }>;
  };
  const steps = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ run }) => run !== undefined && run !== 'npm ci');

  /** Runs the job: after a step that failed, those alone that run whatever happens. */
  async function job(): Promise<{ status: number; printed: string }> {
    const all = { status: 0, printed: '' };
    for (const step of steps) {
      if (all.status !== 0 && step.if !== '${{ !cancelled() }}') continue;
      const { status, printed } = await sh(step.run as string);
      all.status ||= status;
      all.printed += printed;
    }
    return all;
  }

  const commits = async (): Promise<string[]> =>
    (await sh('git --git-dir origin log --format=%s')).printed.trim().split('\n');

  beforeEach(async () => {
    const as = '-c user.name=mia -c user.email=mia@example.org';
    const begin = `git init -q --bare -b main origin; git init -q -b main; git add -A; git ${as} commit -qm Begin; git remote add origin ./origin; git push -qu origin main`;
    const { status, printed } = await sh(begin);
    if (status !== 0) throw new Error(printed);
  });

  test('goes from the fetch to the published folder, and rests when there is nothing new', async () => {
    await site.write('daily-digest.sh', scriptFor(`${services.origin}/digest-of-the-day`));
    const { status, printed } = await job();
    expect(status, printed).toBe(0);
    expect(await digests()).toEqual(['2025-03-12.txt']);
    const published = join(site.root, 'server/current/papers/2025-03-12/index.html');
    const html = await readFile(published, 'utf8');
    for (const title of fetchedTitles) expect(html).toContain(title);
    expect(await commits()).toEqual(['Add the digest of the day', 'Begin']);

    const again = await job();
    expect(again.status, again.printed).toBe(0);
    expect(await commits()).toEqual(['Add the digest of the day', 'Begin']);
    expect(await readdir(join(site.root, 'server/releases'))).toHaveLength(1);
  });

  test('publishes what is right when something else is not', async () => {
    await site.write('daily-digest.sh', scriptFor(`${services.origin}/digest-of-the-day`));
    await site.write('waiting/2025-03-11.txt', '');
    const { status, printed } = await job();
    expect(status, printed).toBe(1);
    expect(printed).toContain('waiting/2025-03-11.txt');
    expect(await digests()).toEqual(['2025-03-12.txt']);
    expect(await commits()).toEqual(['Add the digest of the day', 'Begin']);
    await readFile(join(site.root, 'server/current/papers/2025-03-12/index.html'), 'utf8');
  });
});

describe('the script that fetches Daily Papers', () => {
  beforeEach(async () => {
    // Whether its dialect can be read is another question than whether the script takes what `check` likes.
    await site.write(
      'node_modules/.bin/remark-digest',
      `#!/bin/sh\n[ "$1" = check ] && exit 0\nexec "${process.execPath}" "${program}" "$@"\n`,
    );
  });

  test('fetches the days that are over and not there yet, the oldest first', async () => {
    expect((await sh('sh daily-digest.sh')).status).toBe(0);
    expect(services.days).toEqual(['2025-03-10', '2025-03-11', '2025-03-12']);
    expect(await digests()).toEqual(['2025-03-10.json', '2025-03-11.json', '2025-03-12.json']);
    expect(JSON.parse(await site.read('src/content/digests/2025-03-10.json'))).toHaveLength(
      fetchedTitles.length,
    );
    expect((await sh('rm src/content/digests/2025-03-11.json; sh daily-digest.sh')).status).toBe(0);
    expect(services.days.slice(3)).toEqual(['2025-03-11']);
    expect(await digests()).toContain('2025-03-11.json');
  });

  test('lives with days without papers, and with a server that fails', async () => {
    services.empty.add('2025-03-10');
    services.failing.add('2025-03-11');
    const { status, printed } = await sh('sh daily-digest.sh');
    expect(status).toBe(1);
    expect(printed).toContain('Hugging Face has no papers of 2025-03-10: nothing is written');
    expect(printed).toContain('The server refuses (500 an error of its own)');
    expect(await digests()).toEqual(['2025-03-12.json']);

    services.failing.clear();
    expect((await sh('sh daily-digest.sh')).status).toBe(0);
    expect(await digests()).toEqual(['2025-03-11.json', '2025-03-12.json']);
  });

  test('for arXiv takes the announcement once, however often it is run', async () => {
    await site.write('daily-digest.sh', scriptFor('arxiv q-bio.PE'));
    expect((await sh('sh daily-digest.sh')).status).toBe(0);
    expect(await digests()).toEqual(['2025-03-12-q-bio-pe.xml']);
    expect((await sh('sh daily-digest.sh')).status).toBe(0);
    expect(await digests()).toEqual(['2025-03-12-q-bio-pe.xml']);
    expect(await readdir(join(site.root, 'waiting'))).toEqual([]);
  });
});
