import { expect, test } from 'vitest';
import { digestText, plainSite, Site } from '../site/site.ts';

/** A site with a page of its own that asks Astro for the papers. */
const files = {
  ...plainSite,
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
    ['Small Rivers', 'Rivers move, and shores with them.'],
    ['Owls', 'Owls hunt at dusk.'],
  ]),
  'src/pages/own.astro': `---
import { getCollection, getEntry, render } from 'astro:content';
const papers = await getCollection('papers');
const owls = await getEntry('papers', '2025-03-12/owls');
const { Content } = await render(owls);
---
<html lang="en"><head><title>Own</title></head><body>
  <ol>{papers.map(({ id, data, body }) => <li>{id}: {data.title}: {body}</li>)}</ol>
  <div><Content /></div>
</body></html>
`,
};
const store = 'node_modules/.astro/data-store.json';
const shown = [
  '<li>2025-03-12/owls: Owls: Owls hunt at dusk.</li>',
  '<li>2025-03-12/small-rivers: Small Rivers: Rivers move, and shores with them.</li>',
];

async function build(site: Site): Promise<void> {
  const { status, output } = await site.astro(['build']);
  expect(output, 'of a build').not.toContain('ERROR');
  expect(status).toBe(0);
}

async function expectShown(site: Site): Promise<void> {
  const page = await site.read('dist/own/index.html');
  expect(page.match(/<li>.*?<\/li>/g)).toEqual(shown);
  expect(page).toMatch(/<div>\s*<p>Owls hunt at dusk.<\/p>\s*<\/div>/);
}

test("pages of the site's own have the papers, of which Astro's file of entries has no text", async () => {
  const site = await Site.create('own-pages', files);
  await build(site);
  await expectShown(site);
  expect(await site.read(store)).not.toContain('Owls hunt at dusk.');
  await build(site);
  await expectShown(site);
  await site.astro(['sync']);
  await build(site);
  await expectShown(site);
});

test('a paper that was lost while the site was built is named', async () => {
  const site = await Site.create('own-pages-lost', {
    ...files,
    'src/pages/own.astro': `---
import { getCollection } from 'astro:content';
const papers = await getCollection('papers');
---
<p>{papers.length}</p>
`,
    'astro.config.mjs': `
      import { rmSync } from 'node:fs';
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      const lose = () => rmSync(new URL('./node_modules/.astro/astro-digest/build/issues', import.meta.url), { recursive: true });
      export default defineConfig({
        site: 'https://example.org',
        integrations: [{ name: 'lose', hooks: { 'astro:build:start': lose } }, digest({ title: 'Daily Papers' })],
      });
    `,
  });
  const { output } = await site.astro(['build']);
  expect(output).toMatch(/astro-digest.build.issues.* was lost or damaged after the digests were read/);
  // The digest's own pages have it all the same.
  expect(await site.read('dist/papers/2025-03-12/owls/index.html')).toContain('Owls hunt at dusk.');
});

test('without the integration the collections are whole, also where it was there before', async () => {
  const site = await Site.create('own-pages-alone', files);
  await build(site);
  await site.write('astro.config.mjs', "export default { site: 'https://example.org' };\n");
  await build(site);
  await expectShown(site);
  expect(await site.read(store)).toContain('Owls hunt at dusk.');
  await site.write('astro.config.mjs', plainSite['astro.config.mjs'] as string);
  await build(site);
  await expectShown(site);
  expect(await site.read(store)).not.toContain('Owls hunt at dusk.');
});
