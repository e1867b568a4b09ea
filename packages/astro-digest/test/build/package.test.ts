import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const packed = fileURLToPath(new URL('../../.artifacts/packed/', import.meta.url));
const require = createRequire(import.meta.url);
const attw = join(require.resolve('@arethetypeswrong/cli/package.json'), '..', 'dist', 'index.js');

describe.each(['remark-digest', 'astro-digest'])('the packed %s', (name) => {
  const folder = fileURLToPath(new URL(`../../../${name}/`, import.meta.url));
  let tarball: string;

  beforeAll(async () => {
    const target = join(packed, name);
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    await run('pnpm', ['pack', '--pack-destination', target], { cwd: folder });
    tarball = join(target, (await readdir(target)).find((file) => file.endsWith('.tgz')) as string);
  });

  test('is what publint wants', async () => {
    const { messages } = await publint({
      strict: true,
      pack: { tarball: (await readFile(tarball)).buffer as ArrayBuffer },
    });
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  test('has types that every resolution of an ES module finds', async () => {
    // Astro's own files have no types to find.
    const entries = ['--exclude-entrypoints', 'routes', 'components', 'styles', 'package.json'];
    const check = run(process.execPath, [attw, tarball, '--profile', 'esm-only', '--no-color', ...entries]);
    await expect(check.catch((error: { stdout: string }) => error.stdout)).resolves.toHaveProperty(
      'stderr',
      '',
    );
  });

  test('says whom it is for and what may be done with it', async () => {
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ license: 'MIT', type: 'module', engines: { node: '>=22.12.0' } });
    // The one by which `astro add` knows an integration.
    expect(manifest.keywords.includes('astro-integration')).toBe(name === 'astro-digest');
  });

  test('holds what runs and nothing of the workshop', async () => {
    const { stdout } = await run('tar', ['-tzf', tarball]);
    const files = stdout
      .trim()
      .split('\n')
      .map((file) => file.replace(/^package\//, ''));
    expect(files).toContain('LICENSE');
    expect(files).toContain('README.md');
    expect(files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))).toEqual([]);
    expect(files.filter((file) => /(?:^|\/)(?:test|tsconfig|\.artifacts)/.test(file))).toEqual([]);
  });
});
