import { existsSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearStaging, publishSite, stagedSite } from '../../src/kept/publish.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish '));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const kept = (): string => join(folder, 'cache/astro-digest');

/** Publishes a site of one page. */
function publish(outDir: string, text: string): void {
  const staged = stagedSite(outDir, kept());
  clearStaging(staged);
  writeFileSync(join(staged.staging, 'index.html'), text);
  publishSite(staged);
}

test('a site takes the place of the last one, and nothing of that is left', () => {
  const dist = join(folder, 'dist');
  publish(dist, 'one');
  writeFileSync(join(dist, 'old.html'), '');
  publish(dist, 'two');
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('two');
  expect(existsSync(join(dist, 'old.html'))).toBe(false);
  expect(existsSync(join(kept(), 'last-site'))).toBe(false);
});

test('a repository in the folder of the site stays', () => {
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, '.git'), { recursive: true });
  writeFileSync(join(dist, '.git/HEAD'), 'ref');
  publish(dist, 'one');
  expect(readFileSync(join(dist, '.git/HEAD'), 'utf8')).toBe('ref');
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('one');
});

test('a link to the folder of the site stays a link', () => {
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'dist'));
  publish(join(folder, 'dist'), 'one');
  expect(readlinkSync(join(folder, 'dist'))).toBe(join(folder, 'elsewhere'));
  expect(readFileSync(join(folder, 'elsewhere/index.html'), 'utf8')).toBe('one');
});

test('a build that was killed while it published gives the last site back', () => {
  const dist = join(folder, 'dist');
  const staged = stagedSite(dist, kept());
  mkdirSync(staged.replaced, { recursive: true });
  writeFileSync(join(staged.replaced, 'index.html'), 'last');
  clearStaging(staged);
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('last');
});
