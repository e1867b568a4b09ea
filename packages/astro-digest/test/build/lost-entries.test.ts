import { expect, test } from 'vitest';
import { digestText, plainSite, Site } from '../site/site.ts';

/** A site in which something happens to Astro's file of entries after the digests were read. */
async function buildWith(name: string, change: string): Promise<{ status: number | null; output: string }> {
  const site = await Site.create(name, {
    ...plainSite,
    'src/content/digests/2025-03-11.txt': digestText('Mar 11', [['Old', 'It was here before.']]),
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [['Owls', 'Owls hunt at dusk.']]),
    'astro.config.mjs': `
      import { readFileSync, writeFileSync } from 'node:fs';
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      const store = new URL('./node_modules/.astro/data-store.json', import.meta.url);
      const change = ${change};
      const damage = { 'astro:build:start': () => writeFileSync(store, change(readFileSync(store, 'utf8'))) };
      export default defineConfig({
        site: 'https://example.org',
        integrations: [{ name: 'damage', hooks: damage }, digest({ title: 'Daily Papers' })],
      });
    `,
  });
  return site.astro(['build']);
}

test.each([
  [
    'cut off',
    'lost-entries-cut',
    '(text) => text.slice(0, text.length / 2)',
    'Astro has 0 issues with 0 papers',
  ],
  ['empty', 'lost-entries-empty', '() => \'[["Map"]]\'', 'Astro has 0 issues with 0 papers'],
])('a build says that Astro’s file of entries is %s', async (_, name, change, says) => {
  const { status, output } = await buildWith(name, change);
  expect(status).toBe(1);
  expect(output).toContain('Of 2 issues with 2 papers that were read');
  expect(output).toContain(says);
  expect(output).toContain('delete its cache folder');
  expect(output).not.toMatch(/^\s+at /m);
});
