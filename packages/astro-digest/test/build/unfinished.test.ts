import { expect, test } from 'vitest';
import { Html } from '../site/html.ts';
import { digestText, eventually, plainSite, Site, type Server } from '../site/site.ts';

/** The config that `astro add astro-digest` leaves behind. */
const added = `import { defineConfig } from 'astro/config';

import digest from 'astro-digest';

export default defineConfig({
  integrations: [digest()],
});
`;
const page = { 'src/pages/index.astro': '<h1>Home</h1>\n' };
const lines =
  'The collections `issues` and `papers` are not defined and `digest()` has no title: run `npx astro-digest init`, which writes ' +
  "the lines, or write `import { digestCollections } from 'astro-digest/content';` and `export const collections = { " +
  "...digestCollections() };` into src/content.config.ts, and `digest({ title: 'Daily Papers' })` into astro.config.";

/** What the integration has said. */
function said(server: Server): string[] {
  return server
    .output()
    .split('\n')
    .filter((line) => line.includes('[astro-digest]'));
}

test('after `astro add`, `astro dev` starts, says once which lines are missing, and makes nothing', async () => {
  const site = await Site.create('just-added', { 'astro.config.mjs': added, ...page });
  const server = await site.serve('dev');
  try {
    await eventually(() => Promise.resolve(said(server).length > 0 ? true : undefined));
    expect((await fetch(server.address)).status).toBe(200);
    expect(said(server)).toEqual([expect.stringContaining(`[ERROR] [astro-digest] ${lines}`)]);
    expect(await site.list('src')).toEqual(['pages/index.astro']);
    expect(await site.read('astro.config.mjs')).toBe(added);
  } finally {
    await server.stop();
  }
});

test('`astro build` ends with the same message', async () => {
  const site = await Site.create('just-added-build', { 'astro.config.mjs': added, ...page });
  const build = await site.astro(['build']);
  expect(build.status).not.toBe(0);
  expect(build.output).toContain(lines);
  expect(build.output).not.toContain('Stack trace');
});

test('a content config with other collections is named', async () => {
  const site = await Site.create('just-added-blog', {
    'astro.config.mjs': plainSite['astro.config.mjs'] as string,
    'src/content.config.js': 'export const collections = {};\n',
  });
  const build = await site.astro(['build']);
  expect(build.status).not.toBe(0);
  expect(build.output).toContain(
    'The collections `issues` and `papers` are not defined: run `npx astro-digest init`, which writes the lines, or write ' +
      "`import { digestCollections } from 'astro-digest/content';` and `...digestCollections()` among the collections of " +
      'src/content.config.js.',
  );
});

test('a digest without a title has one until it gets its own', async () => {
  const site = await Site.create('no-title', {
    ...plainSite,
    'astro.config.mjs': added,
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [['One Paper', 'Its abstract.']]),
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  const message =
    "`digest()` has no title, so the digest is called “Papers”: write `digest({ title: 'Daily Papers' })` into astro.config.";
  expect(build.output.split(message)).toHaveLength(2);
  expect(new Html(await site.read('dist/papers/index.html')).text('title')).toContain('Papers');
});
