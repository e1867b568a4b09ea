import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { themeEarly } from '../../src/reader/theme-early.ts';
import { useMarksSite } from './marks-site.ts';

const { folder, open } = useMarksSite('size');

test.each([
  { path: '/', script: '/reader.js', other: '/starred.js' },
  { path: '/2025-03-13/one/', script: '/reader.js', other: '/starred.js' },
  { path: '/starred/', script: '/starred.js', other: '/reader.js' },
])('all scripts that $path loads are under 3,000 bytes', async ({ path, script, other }) => {
  const page = await open(path);
  // With those that a script imports.
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((name) => name.endsWith('.js')),
  );
  expect(loaded).toContain(script);
  expect(loaded).not.toContain(other);
  const scripts = await Promise.all(loaded.map((name) => readFile(join(folder, name))));
  const sizes = [...scripts, Buffer.from(themeEarly)].map((text) => gzipSync(text).length);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(3000);
});
