import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { componentNames } from '../../src/integration/virtual-modules.ts';

const folder = new URL('../../components/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.astro'));

test('every component can be overridden by its name', () => {
  expect([...componentNames].sort()).toEqual(files.map((file) => file.replace('.astro', '')).sort());
});

test('components use one another by name, so that an overridden one stands everywhere', () => {
  const direct = files.filter((file) =>
    /from '\.\/\w+\.astro|components\/\w+\.astro/.test(readFileSync(new URL(file, folder), 'utf8')),
  );
  expect(direct).toEqual([]);
});
