import { afterEach, expect, test } from 'vitest';
import { openPage, type OpenPage } from '../site/open-page.ts';
import { digestText, eventually, plainSite, Site, type Server } from '../site/site.ts';

let server: Server;
let page: OpenPage | undefined;
afterEach(async () => {
  page?.close();
  page = undefined;
  await server.stop();
});

const digestPath = 'src/content/digests/2025-03-12.txt';
const issue = '/papers/2025-03-12/';
const one = digestText('Mar 12', [['One Paper', 'Its abstract.']]);
const saved = (abstract: string): string => digestText('Mar 12', [['One Paper', abstract]]);
const has = (text: string) => (body: string) => body.includes(text);
const files = { ...plainSite, [digestPath]: one };

async function get(path: string): Promise<{ status: number; body: string }> {
  const response = await fetch(`${server.address}${path}`);
  return { status: response.status, body: await response.text() };
}

test('a page that is open loads itself again and shows what was saved', async () => {
  const site = await Site.create('saved', files);
  server = await site.serve('dev');
  page = await openPage(server, issue);
  for (const abstract of ['It was saved.', 'It was saved again.', 'And a third time.']) {
    await site.write(digestPath, saved(abstract));
    await page.shows(has(abstract));
  }
  expect((await get('/papers/2025-03-12/one-paper/')).body).toContain('And a third time.');
});

test('of saves that come fast after one another the last one is shown', async () => {
  const site = await Site.create('saved-fast', files);
  server = await site.serve('dev');
  page = await openPage(server, issue);
  for (let save = 1; save <= 12; save++) await site.write(digestPath, saved(`It was saved ${save} times.`));
  await page.shows(has('It was saved 12 times.'));
  await site.write(digestPath, saved('Then it was left alone.'));
  await page.shows(has('Then it was left alone.'));
  expect((await get(issue)).body).not.toContain('It was saved');
});

test('a digest that is new has a page, one that is renamed another page, and one that is gone none', async () => {
  const site = await Site.create('saved-names', files);
  server = await site.serve('dev');
  page = await openPage(server, '/papers/2025-03-13/');
  await site.write('src/content/digests/2025-03-13.txt', digestText('Mar 13', [['Next Day', 'Later.']]));
  await page.shows((body, status) => status === 200 && body.includes('Next Day'));

  await site.write('src/content/digests/2025-03-14.txt', digestText('Mar 14', [['Next Day', 'Later.']]));
  await site.remove('src/content/digests/2025-03-13.txt');
  await page.shows((_, status) => status === 404);
  expect((await get('/papers/2025-03-14/')).status).toBe(200);

  await site.remove('src/content/digests/2025-03-14.txt');
  await eventually(async () => ((await get('/papers/2025-03-14/')).status === 404 ? true : undefined));
  expect((await get('/papers/')).body).not.toContain('Next Day');
});

test("pages of the site's own, which ask for the collection, show it too", async () => {
  const site = await Site.create('saved-own-page', {
    ...files,
    'src/pages/own.astro': `---
import { getCollection } from 'astro:content';
const papers = await getCollection('papers');
---
<html lang="en"><head><title>Own</title></head><body>{papers.map(({ data, body }) => <p>{data.title}: {body}</p>)}</body></html>
`,
  });
  server = await site.serve('dev');
  page = await openPage(server, '/own/');
  await get(issue);
  await site.write(digestPath, saved('It was saved.'));
  await page.shows(has('One Paper: It was saved.'));
  expect((await get(issue)).body).toContain('It was saved.');
});

test("a paper's own file is shown when it is new, when it is edited and when it gets code", async () => {
  const paperPath = 'src/content/digests/2025-03-12/one-paper.mdx';
  const paper = (text: string): string => `---\ntitle: One Paper\n---\n\n${text}\n`;
  const site = await Site.create('saved-paper', files);
  server = await site.serve('dev');
  page = await openPage(server, '/papers/2025-03-12/one-paper/');
  await site.write(paperPath, paper('Text of its own.'));
  await page.shows(has('Text of its own.'));
  await site.write(paperPath, paper('Text of *its* own.'));
  await page.shows(has('Text of <em>its</em> own.'));
  await site.write(paperPath, paper('One and one are {1 + 1}.'));
  await page.shows(has('One and one are 2.'));
  await site.write(paperPath, paper('Two and two are {2 + 2}.'));
  await page.shows(has('Two and two are 4.'));
  // Something else is saved while Astro renders a paper.
  await site.write('src/content/digests/2025-03-13.txt', digestText('Mar 13', [['Next Day', 'Later.']]));
  await eventually(async () => ((await get('/papers/')).body.includes('Next Day') ? true : undefined));
  expect((await get('/papers/2025-03-12/one-paper/')).body).toContain('Two and two are 4.');
  await site.remove(paperPath);
  await page.shows(has('Its abstract.'));
});

test('a digest that can not be read leaves the pages as they are, until it can', async () => {
  const site = await Site.create('saved-broken', files);
  server = await site.serve('dev');
  page = await openPage(server, issue);
  const paperPath = 'src/content/digests/2025-03-12/one-paper.mdx';
  await site.write(paperPath, 'A brace { that is never closed.\n');
  await eventually(async () => (server.output().includes('one-paper.mdx') ? true : undefined));
  expect(await get(issue)).toMatchObject({ status: 200, body: expect.stringContaining('Its abstract.') });
  await site.remove(paperPath);
  await site.write(digestPath, saved('It was mended.'));
  await page.shows(has('It was mended.'));
});

test('of two digests in one site each shows its own', async () => {
  const visionPath = 'src/content/vision/2025-03-12.txt';
  const site = await Site.create('saved-two', {
    ...files,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({
        site: 'https://example.org',
        integrations: [digest({ title: 'Daily' }), digest({ title: 'Vision', name: 'vision', base: '/vision' })],
      });
    `,
    'src/content.config.ts': `
      import { digestCollections } from 'astro-digest/content';
      export const collections = {
        ...digestCollections(),
        ...digestCollections({ name: 'vision', base: 'src/content/vision' }),
      };
    `,
    [visionPath]: one,
  });
  server = await site.serve('dev');
  const vision = await openPage(server, '/vision/2025-03-12/');
  page = await openPage(server, issue);
  await site.write(visionPath, saved('Saved in the second.'));
  await vision.shows(has('Saved in the second.'));
  await site.write(digestPath, saved('Saved in the first.'));
  await page.shows(has('Saved in the first.'));
  vision.close();
  expect((await get('/vision/2025-03-12/')).body).not.toContain('Saved in the first.');
  expect((await get(issue)).body).not.toContain('Saved in the second.');
});

test('a dev server that is started again shows what was saved in between, and what is saved then', async () => {
  const site = await Site.create('saved-between', files);
  server = await site.serve('dev');
  await get(issue);
  await server.stop();
  await site.write(digestPath, saved('Saved in between.'));
  server = await site.serve('dev');
  page = await openPage(server, issue);
  await page.shows(has('Saved in between.'));
  await site.write(digestPath, saved('Saved after that.'));
  await page.shows(has('Saved after that.'));
  expect((await get(issue)).body).not.toContain('Saved in between.');
});
