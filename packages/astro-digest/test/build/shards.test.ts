import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { copyExample } from '../site/example.ts';
import type { Site } from '../site/site.ts';
import { workflowCommands } from '../site/workflow.ts';

const isIndex = (path: string): boolean => path.startsWith('pagefind/');
let site: Site;
let outputs: string[];

beforeAll(async () => {
  site = await copyExample('minimal', 'shards');
  const config = await site.read('astro.config.mjs');
  await site.write('astro.config.mjs', config.replace('digest({', 'digest({ shard: process.env.SHARD,'));
  const whole = await site.astro(['build', '--outDir', 'whole']);
  if (whole.status !== 0) throw new Error(whole.output);

  // What npm makes of a package's program when it installs it.
  const bin = join(site.root, 'node_modules', '.bin');
  const programs = {
    'astro-digest': 'astro-digest/dist/cli/main.js',
    astro: 'astro-digest/node_modules/astro/bin/astro.mjs',
  };
  for (const [name, path] of Object.entries(programs)) {
    await site.write(
      `node_modules/.bin/${name}`,
      `#!/bin/sh\nexec "${process.execPath}" "${join(site.root, 'node_modules', path)}" "$@"\n`,
    );
    chmodSync(join(bin, name), 0o755);
  }
  outputs = workflowCommands('shards.yml').map(({ command, env }) =>
    execFileSync('sh', ['-c', command.replace(/^npx /, '')], {
      cwd: site.root,
      encoding: 'utf8',
      env: {
        ...env,
        PATH: [bin, process.env['PATH']].join(delimiter),
        HOME: process.env['HOME'],
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    }),
  );
});

test('the workflow builds four shards and puts them together', async () => {
  expect(outputs).toHaveLength(5);
  expect(outputs.at(-1)).toContain('4 shards, 4 issues');
});

test('the site has the same pages and files as one that was built whole, byte for byte', async () => {
  const whole = (await site.list('whole')).filter((path) => !isIndex(path));
  expect((await site.list('dist')).filter((path) => !isIndex(path))).toEqual(whole);
  const differing: string[] = [];
  for (const path of whole) {
    const [one, other] = await Promise.all(
      ['whole', 'dist'].map((folder) => readFile(join(site.root, folder, path))),
    );
    if (!(one as Buffer).equals(other as Buffer)) differing.push(path);
  }
  // It names the folders of the index.
  expect(differing).toEqual(['search/index.html']);
});

test('each shard renders only its own issues', async () => {
  const shards = await Promise.all([1, 2, 3, 4].map((shard) => site.list(`dist-${shard}`)));
  const issues = shards.map((files) => files.filter((path) => /^[\d-]+\/index\.html$/.test(path)));
  expect(issues.map((paths) => paths.length)).toEqual([1, 1, 1, 1]);
  expect(new Set(issues.flat()).size).toBe(4);
});

test('each shard has an index of its own papers', async () => {
  const counts = await Promise.all(
    [1, 2, 3, 4].map(async (shard) => {
      const entry = JSON.parse(await site.read(`dist/pagefind/${shard}/pagefind-entry.json`)) as {
        languages: Record<string, { page_count: number }>;
      };
      return entry.languages['en']?.page_count;
    }),
  );
  const whole = JSON.parse(await site.read('whole/pagefind/pagefind-entry.json')) as {
    languages: Record<string, { page_count: number }>;
  };
  expect(counts.reduce((sum: number, count) => sum + (count ?? 0), 0)).toBe(
    whole.languages['en']?.page_count,
  );
});
