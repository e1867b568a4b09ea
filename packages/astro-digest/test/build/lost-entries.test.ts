import { expect, test } from 'vitest';
import { digestText, plainSite, Site } from '../site/site.ts';

/** Takes from pages what loaders have told them in memory, as if they were rendered in another process. */
const elsewhere = "globalThis[Symbol.for('astro-digest.live')].clear()";

/** A site in which something happens to Astro's file of entries after the digests were read. */
async function buildWith(
  name: string,
  change: string,
  also = '',
): Promise<{ site: Site; status: number | null; output: string }> {
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
      const damage = {
        'astro:build:start': () => {
          writeFileSync(store, change(readFileSync(store, 'utf8')));
          ${also};
        },
      };
      export default defineConfig({
        site: 'https://example.org',
        integrations: [{ name: 'damage', hooks: damage }, digest({ title: 'Daily Papers' })],
      });
    `,
  });
  return { site, ...(await site.astro(['build'])) };
}

const cut = '(text) => text.slice(0, text.length / 2)';
const emptied = '() => \'[["Map"]]\'';

test.each([
  ['cut off', cut],
  ['empty', emptied],
])('pages have their papers although Astro’s file of entries is %s', async (what, change) => {
  const { site, status, output } = await buildWith(`lost-entries-${what}`.replace(' ', '-'), change);
  expect([status, output.match(/.* papers in .*/g)]).toEqual([0, [expect.stringContaining('2')]]);
  expect(await site.read('dist/papers/2025-03-12/owls/index.html')).toContain('Owls hunt at dusk.');
});

test.each([
  ['cut off', cut],
  ['empty', emptied],
])('a build whose pages need Astro’s file of entries says that it is %s', async (what, change) => {
  const name = `lost-entries-elsewhere-${what}`.replace(' ', '-');
  const { status, output } = await buildWith(name, change, elsewhere);
  expect(status).toBe(1);
  expect(output).toContain('Of 2 issues with 2 papers that were read');
  expect(output).toContain('Astro has 0 issues with 0 papers');
  expect(output).toContain('delete its cache folder');
  expect(output).not.toMatch(/^\s+at /m);
});
