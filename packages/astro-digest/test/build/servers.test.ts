import { afterEach, expect, test } from 'vitest';
import { Html } from '../site/html.ts';
import { digestText, eventually, plainSite, Site, type Server } from '../site/site.ts';

let server: Server | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const digestPath = 'src/content/digests/2025-03-12.txt';
const files: Record<string, string> = {
  ...plainSite,
  [digestPath]: digestText('Mar 12', [['One Paper', 'Its abstract.']]),
};

async function get(path: string): Promise<{ status: number; body: string }> {
  const response = await fetch(`${server?.address}${path}`);
  return { status: response.status, body: await response.text() };
}

test('astro dev shows a digest, and shows it anew when it is saved, added or deleted', async () => {
  const site = await Site.create('dev', files);
  server = await site.serve('dev');
  const titles = async () => new Html((await get('/papers/')).body).texts('article h2');
  expect(await titles()).toEqual(['One Paper']);
  expect((await get('/papers/2025-03-12/one-paper/')).body).toContain('Its abstract.');

  await site.write(
    digestPath,
    digestText('Mar 12', [
      ['One Paper', 'It changed.'],
      ['Two', 'It is new.'],
    ]),
  );
  await eventually(async () => ((await titles()).length === 2 ? true : undefined));
  expect((await get('/papers/2025-03-12/two/')).body).toContain('It is new.');

  await site.write('src/content/digests/2025-03-13.txt', digestText('Mar 13', [['Next Day', 'Later.']]));
  await eventually(async () => ((await titles())[0] === 'Next Day' ? true : undefined));

  await site.remove('src/content/digests/2025-03-13.txt');
  await eventually(async () => ((await titles())[0] === 'One Paper' ? true : undefined));
});

test('astro dev takes away the worker of a site that could be read offline at its address', async () => {
  const site = await Site.create('dev-worker', {
    ...files,
    'astro.config.mjs': files['astro.config.mjs']?.replace("Papers' }", "Papers', offline: true }") ?? '',
  });
  server = await site.serve('dev');
  const worker = await get('/papers/worker.js');
  expect(worker.status).toBe(200);
  expect(worker.body).toContain('unregister');
  const page = new Html((await get('/papers/offline/')).body);
  expect(page.text('h1')).toBe('Offline');
  expect((await get('/papers/')).body).not.toContain('data-offline');
});

test('astro dev has a search index of what is there now', async () => {
  const site = await Site.create('dev-search', files);
  server = await site.serve('dev');
  const pages = async () => {
    const entry = await get('/papers/pagefind/pagefind-entry.json');
    expect(entry.status).toBe(200);
    return (JSON.parse(entry.body) as { languages: { en: { page_count: number } } }).languages.en.page_count;
  };
  expect(await pages()).toBe(1);
  expect((await get('/papers/pagefind/pagefind.js')).status).toBe(200);
  expect((await get('/papers/pagefind/nothing.js')).status).toBe(404);

  await site.write(
    digestPath,
    digestText('Mar 12', [
      ['One Paper', 'It changed.'],
      ['Two', 'It is new.'],
    ]),
  );
  await eventually(async () => ((await pages()) === 2 ? true : undefined));
});

test('astro dev says which lines are missing', async () => {
  const site = await Site.create('dev-no-collections', {
    'astro.config.mjs': plainSite['astro.config.mjs'] as string,
  });
  server = await site.serve('dev');
  await expect
    .poll(() => server?.output(), { timeout: 20_000 })
    .toContain('The collections `issues` and `papers` are not defined');
});

test('astro sync loads the collections, and astro preview serves the built site', async () => {
  const site = await Site.create('preview', files);
  const sync = await site.astro(['sync']);
  expect(sync.status, sync.output).toBe(0);
  expect(await site.read('.astro/content.d.ts')).toContain('"papers"');

  expect((await site.astro(['build'])).status).toBe(0);
  server = await site.serve('preview');
  expect(new Html((await get('/papers/')).body).texts('article h2')).toEqual(['One Paper']);
  expect((await get('/papers/pagefind/pagefind-entry.json')).status).toBe(200);
});
