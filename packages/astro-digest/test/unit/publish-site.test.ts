import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findChanges } from '../../src/kept/changes.ts';
import { listFiles } from '../../src/kept/list-files.ts';
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
  const changes = findChanges(staged.staging, filesOf(staged.staging), outDir, new Map());
  publishSite(staged, changes, new Map());
}

const filesOf = (site: string) =>
  (listFiles(site) ?? []).map((path) => ({ path, size: statSync(join(site, path)).size }));

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

test('what differs is moved into the last site, and folders that are empty then are removed', () => {
  const dist = join(folder, 'dist');
  publish(dist, 'one');
  mkdirSync(join(dist, 'old/deep'), { recursive: true });
  writeFileSync(join(dist, 'old/deep/index.html'), '');
  writeFileSync(join(dist, 'same.html'), 'same');
  const staged = stagedSite(dist, kept());
  clearStaging(staged);
  mkdirSync(join(staged.staging, 'new'));
  writeFileSync(join(staged.staging, 'new/index.html'), 'new');
  const same = new Map([['same.html', 4]]);
  const files = [...filesOf(staged.staging), { path: 'same.html', size: 4 }];
  const changes = findChanges(staged.staging, files, dist, same);
  expect(changes).toEqual({
    written: ['new/index.html'],
    bytes: 3,
    gone: ['index.html', 'old/deep/index.html'],
  });
  publishSite(staged, changes, same);
  expect(readdirSync(dist).sort()).toEqual(['new', 'same.html']);
  expect(readdirSync(kept())).toEqual([]);
});

test('where much differs, the whole folder is replaced, with what is the same', () => {
  const dist = join(folder, 'dist');
  publish(dist, 'one');
  writeFileSync(join(dist, 'same.html'), 'same');
  const staged = stagedSite(dist, kept());
  clearStaging(staged);
  for (let page = 0; page < 2100; page++) writeFileSync(join(staged.staging, `${page}.html`), '');
  const same = new Map([['same.html', 4]]);
  const files = [...filesOf(staged.staging), { path: 'same.html', size: 4 }];
  publishSite(staged, findChanges(staged.staging, files, dist, same), same);
  expect(readdirSync(dist)).toHaveLength(2101);
  expect(readFileSync(join(dist, 'same.html'), 'utf8')).toBe('same');
});

test('a build that was killed while it moved files is ended by the next one', () => {
  const dist = join(folder, 'dist');
  publish(dist, 'one');
  writeFileSync(join(dist, 'old.html'), '');
  const staged = stagedSite(dist, kept());
  clearStaging(staged);
  writeFileSync(join(staged.staging, 'index.html'), 'two');
  // It has moved the first file, and removed none.
  writeFileSync(join(dist, 'first.html'), 'first');
  writeFileSync(
    staged.journal,
    JSON.stringify({ written: ['first.html', 'index.html'], gone: ['old.html'] }),
  );
  clearStaging(stagedSite(dist, kept()));
  expect(readdirSync(dist).sort()).toEqual(['first.html', 'index.html']);
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('two');
});
