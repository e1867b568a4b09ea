import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, readlink, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { hostFilePath } from '../hosts/host.ts';
import { digestText, eventually, plainSite, Site } from '../site/site.ts';

const script = hostFilePath('plain-server/publish.sh');
const digest = 'src/content/digests/2025-03-12.txt';
let site: Site;
let place: string;

beforeAll(async () => {
  site = await Site.create('publish', {
    ...plainSite,
    [digest]: digestText('Mar 12', [['One Paper', 'Its abstract.']]),
    // What npm makes of a package's program when it installs it, and what npx does with it.
    'bin/npx': `#!/bin/sh\nprogram=$1\nshift\nexec "node_modules/.bin/$program" "$@"\n`,
    'node_modules/.bin/astro': `#!/bin/sh\nexec "${process.execPath}" node_modules/astro-digest/node_modules/astro/bin/astro.mjs "$@"\n`,
  });
  for (const program of ['bin/npx', 'node_modules/.bin/astro']) await chmod(join(site.root, program), 0o755);
  place = join(site.root, 'server');
});

const options = () => ({
  cwd: site.root,
  env: {
    PATH: [join(site.root, 'bin'), process.env['PATH']].join(delimiter),
    HOME: process.env['HOME'],
    ASTRO_TELEMETRY_DISABLED: '1',
  },
});

/** Publishes to `server` in the site's folder, and gives the exit status. */
function publish(...args: string[]): Promise<number> {
  return new Promise((resolve) => {
    execFile('sh', [script, place, ...args], options(), (error) => resolve(Number(error?.code ?? 0)));
  });
}

/** Astro's config with an integration that holds the build once its pages are there, and writes `held` when it does. */
const heldBuild = (config: string): string =>
  config.replace(
    'integrations: [',
    `integrations: [{ name: 'hold', hooks: { 'astro:build:done': async () => {
      process.getBuiltinModule('fs').writeFileSync('held', '');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    } } }, `,
  );

const releases = (): Promise<string[]> => readdir(join(place, 'releases'));
const published = (): Promise<string> => readFile(join(place, 'current/papers/index.html'), 'utf8');

test('what was built is published; a build that fails or is stopped changes nothing, and leaves nothing', async () => {
  expect(await publish()).toBe(0);
  expect(await published()).toContain('One Paper');
  const first = await readlink(join(place, 'current'));

  const config = await site.read('astro.config.mjs');
  await site.write(
    'astro.config.mjs',
    config.replace("title: 'Daily Papers'", "title: 'Daily Papers', maxFiles: 3"),
  );
  expect(await publish()).not.toBe(0);
  expect(await readlink(join(place, 'current'))).toBe(first);
  expect(await published()).toContain('One Paper');
  expect(await releases()).toHaveLength(1);
  await site.write('astro.config.mjs', heldBuild(config));

  const stopped = spawn('sh', [script, place], { ...options(), detached: true, stdio: 'ignore' });
  const end = new Promise((resolve) => stopped.on('exit', resolve));
  await eventually(() => stat(join(site.root, 'held')).catch(() => undefined), 60_000);
  process.kill(-(stopped.pid as number), 'SIGTERM');
  await end;
  await site.write('astro.config.mjs', config);
  expect(await readlink(join(place, 'current'))).toBe(first);
  expect(await releases()).toHaveLength(1);
});

test('while a site is published there is always a whole one, and the last three stay', async () => {
  for (const name of ['2020-01-01T00-00-00Z-1', '2020-01-02T00-00-00Z-1', '2020-01-03T00-00-00Z-1'])
    await mkdir(join(place, 'releases', name), { recursive: true });
  await site.write(digest, digestText('Mar 12', [['Another Paper', 'It came later.']]));
  const reading = new AbortController();
  let reads = 0;
  const reader = (async () => {
    while (!reading.signal.aborted) {
      expect(await published()).toContain('</html>');
      reads++;
    }
  })();
  const status = await publish();
  reading.abort();
  await reader;
  expect(status).toBe(0);
  expect(reads).toBeGreaterThan(100);
  expect(await published()).toContain('Another Paper');
  const kept = await releases();
  expect(kept).toHaveLength(3);
  expect(kept).toContain((await readlink(join(place, 'current'))).replace('releases/', ''));
  expect(kept).not.toContain('2020-01-01T00-00-00Z-1');
});

test('under a base, the folder that is served looks like the addresses', async () => {
  const config = await site.read('astro.config.mjs');
  await site.write('astro.config.mjs', config.replace('site:', "base: '/site', site:"));
  expect(await publish('/site')).toBe(0);
  expect(await readFile(join(place, 'current/site/papers/index.html'), 'utf8')).toContain('/site/papers/');
});
