import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  jobs: { publish: { permissions: Record<string, string>; steps: { name?: string; run?: string }[] } };
}

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const names = ['remark-digest', 'astro-digest'];

/** Stands for npm: has some versions, changes manifests as npm does, and keeps what is published. */
const npm = `#!/usr/bin/env node
const { appendFileSync, readFileSync } = require('node:fs');
const { execFileSync, spawnSync } = require('node:child_process');
const args = process.argv.slice(2);
if (args[0] === 'view') {
  if (!process.env.PUBLISHED.split(' ').includes(args[1])) process.exit(1);
  console.log('0.0.0');
} else if (args[0] === 'publish') {
  const manifest = execFileSync('tar', ['-xOzf', args[1], 'package/package.json'], { encoding: 'utf8' });
  appendFileSync(process.env.LOG, JSON.stringify({ args: args.slice(2), manifest: JSON.parse(manifest) }) + '\\n');
} else {
  process.exit(spawnSync(process.env.NPM, args, { stdio: 'inherit' }).status);
}
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-'));
  for (const name of names) {
    const target = join(folder, 'packages', name);
    await mkdir(target, { recursive: true });
    for (const file of ['package.json', 'README.md', 'LICENSE'])
      await cp(join(root, 'packages', name, file), join(target, file));
  }
  await writeFile(join(folder, 'pnpm-workspace.yaml'), 'packages: [packages/*]\n');
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const modules = join(folder, 'packages/astro-digest/node_modules');
  await mkdir(modules);
  await symlink('../../remark-digest', join(modules, 'remark-digest'));
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/npm'), npm);
  await chmod(join(folder, 'bin/npm'), 0o755);
});

afterEach(() => rm(folder, { recursive: true }));

/** Runs the workflow's step that publishes; gives what npm got. */
async function publish(published: string) {
  const workflow = parse(await readFile(join(root, '.github/workflows/release.yml'), 'utf8')) as Workflow;
  const { permissions, steps } = workflow.jobs.publish;
  const script = steps.find(({ name }) => name === 'Publish')?.run as string;
  const log = join(folder, 'published.jsonl');
  const { stdout } = await run('sh', ['-c', 'command -v npm']);
  await run('bash', ['-ec', script.replaceAll('npx -y pnpm@12', 'pnpm')], {
    cwd: folder,
    env: {
      PATH: [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
      HOME: process.env['HOME'],
      GITHUB_REPOSITORY: 'somebody/digests',
      NPM: stdout.trim(),
      PUBLISHED: published,
      LOG: log,
    },
  });
  const text = await readFile(log, 'utf8').catch(() => '');
  const got = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { args: string[]; manifest: Record<string, unknown> });
  return { permissions, got };
}

test('both packages are published with the proof of where they were built', async () => {
  const { permissions, got } = await publish('');
  expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  expect(got.map(({ manifest }) => manifest['name'])).toEqual(names);
  for (const { args, manifest } of got) {
    expect(args).toEqual(['--provenance', '--access', 'public']);
    expect(manifest['repository']).toEqual({
      type: 'git',
      url: 'git+https://github.com/somebody/digests.git',
      directory: `packages/${manifest['name']}`,
    });
    expect(JSON.stringify(manifest['dependencies'])).not.toContain('workspace:');
  }
  expect(got[1]?.manifest).toHaveProperty('dependencies.remark-digest', `^${got[0]?.manifest['version']}`);
});

test('a version that npm has already is left alone', async () => {
  const { version } = JSON.parse(await readFile(join(root, 'packages/remark-digest/package.json'), 'utf8'));
  const { got } = await publish(`remark-digest@${version}`);
  expect(got.map(({ manifest }) => manifest['name'])).toEqual(['astro-digest']);
});

test('nothing is published while there are changes without a version', async () => {
  await mkdir(join(folder, '.changeset'));
  await writeFile(
    join(folder, '.changeset/some-change.md'),
    "---\n'astro-digest': patch\n---\n\nA change.\n",
  );
  expect((await publish('')).got).toEqual([]);
});

test('the versions of the two packages are kept together', async () => {
  const config = JSON.parse(await readFile(join(root, '.changeset/config.json'), 'utf8'));
  expect(config).toMatchObject({ fixed: [names], access: 'public' });
  const versions = await Promise.all(
    names.map(async (name) => {
      const manifest = await readFile(join(root, 'packages', name, 'package.json'), 'utf8');
      return (JSON.parse(manifest) as { version: string }).version;
    }),
  );
  expect(new Set(versions).size).toBe(1);
});
