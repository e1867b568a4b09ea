import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { configFile } from '../../src/content/config-file.ts';

/** Calls a function from a file of the site, as a stack tells it. */
function callFrom(filename: string, call: () => string): string {
  return (runInThisContext('(call) => call()', { filename }) as (call: () => string) => string)(call);
}

const astroConfig = () => configFile('astro.config', 'astro.config');
const contentConfig = () => configFile('content.config', 'src/content.config.ts');

test.each([
  ['file:///sites/papers/astro.config.mjs?t=1752', 'astro.config.mjs'],
  ['file:///sites/a%20b/astro.config.ts', 'astro.config.ts'],
  ['C:\\sites\\papers\\astro.config.js', 'astro.config.js'],
  ['/sites/papers/other.mjs', 'astro.config'],
  ['/sites/astro.config.d/other.mjs', 'astro.config'],
])('a call from %s is in %s', (file, name) => expect(callFrom(file, astroConfig)).toBe(name));

test.each([
  ['/sites/papers/src/content.config.ts', 'src/content.config.ts'],
  ['/sites/papers/source/content.config.mjs', 'source/content.config.mjs'],
  ['C:\\sites\\papers\\src\\content.config.js', 'src/content.config.js'],
  ['/sites/papers/src/collections.ts', 'src/content.config.ts'],
])('a call from %s is in %s', (file, name) => expect(callFrom(file, contentConfig)).toBe(name));
