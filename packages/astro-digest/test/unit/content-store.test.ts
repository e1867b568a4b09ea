import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { expect, test } from 'vitest';
import { contentStoreOf } from '../../src/seams/content-store.ts';

const cacheDir = new URL('file:///site/node_modules/.astro/');
const config = (changes: object) =>
  ({ root: new URL('file:///site/'), cacheDir, experimental: {}, ...changes }) as unknown as AstroConfig;

test('a build that renders all its pages reads the entries from the file that Astro keeps them in', () => {
  expect(contentStoreOf(config({}), 'static', 'build')?.file).toBe(
    fileURLToPath('file:///site/node_modules/.astro/data-store.json'),
  );
});

test('the dev server has another file', () => {
  expect(contentStoreOf(config({}), 'static', 'dev')?.file).toBe(
    fileURLToPath('file:///site/.astro/data-store.json'),
  );
});

test.each([
  ['a server has them in its bundle', {}, 'server'],
  ['so has what an adapter makes', { adapter: { name: 'any' } }, 'static'],
  ['an incremental build looks whether they changed', { experimental: { incrementalBuild: true } }, 'static'],
  ['they may be kept otherwise', { experimental: { collectionStorage: 'chunked' } }, 'static'],
] as const)('%s', (_, changes, output) => {
  expect(contentStoreOf(config(changes), output, 'build')).toBeUndefined();
});
