import { createHash } from 'node:crypto';
import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Html } from '../site/html.ts';
import { digestText, plainSite, Site } from '../site/site.ts';

const digests = {
  'src/content/digests/2025-03-11.txt': digestText('Mar 11', [['Old', 'It was here before.']]),
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
    ['One', 'The first.'],
    ['Two', 'The second.'],
  ]),
};

test('a second build reads only what has changed', async () => {
  const site = await Site.create('rebuild', { ...plainSite, ...digests });
  expect((await site.astro(['build'])).output).toContain('3 read anew');
  expect((await site.astro(['build'])).output).toContain('0 read anew');

  await site.write(
    'src/content/digests/2025-03-12.txt',
    digestText('Mar 12', [
      ['One', 'The first, changed.'],
      ['Three', 'The third.'],
    ]),
  );
  const build = await site.astro(['build']);
  expect(build.output).toContain('2 read anew');
  const html = new Html(await site.read('dist/papers/2025-03-12/index.html'));
  expect(html.texts('article h2')).toEqual(['One', 'Three']);
  expect(html.texts('.digest-abstract')).toEqual(['The first, changed.', 'The third.']);

  await site.remove('src/content/digests/2025-03-11.txt');
  expect((await site.astro(['build'])).output).toMatch(/papers in 1 issue,/);
  expect(await site.list('dist/papers')).not.toContain('2025-03-11/index.html');
});

test('a change that keeps the size and the time of the file is seen, and a damaged cache does no harm', async () => {
  const path = 'src/content/digests/2025-03-12.txt';
  const site = await Site.create('quiet-change', { ...plainSite, ...digests });
  const time = new Date('2025-03-12');
  await utimes(join(site.root, path), time, time);
  await site.astro(['build']);
  expect((await site.astro(['build'])).output).toContain('0 read anew');

  await site.write(path, digests[path].replace('The first.', 'The other.'));
  await utimes(join(site.root, path), time, time);
  expect((await site.astro(['build'])).output).toContain('2 read anew');
  const html = new Html(await site.read('dist/papers/2025-03-12/index.html'));
  expect(html.texts('.digest-abstract')).toEqual(['The other.', 'The second.']);

  await site.write('node_modules/.astro/astro-digest/build/hashes.txt', 'something else');
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(build.output).toContain('0 read anew');
});

test('messages are told again by a build that reads nothing anew', async () => {
  const site = await Site.create('messages-again', {
    ...plainSite,
    'src/content/digests/2025-03-12.txt': `${digestText('Mar 12', [])}\n\nA Title Alone\n`,
  });
  for (let build = 0; build < 2; build++) {
    const { output } = await site.astro(['build']);
    expect(output).toContain('2025-03-12.txt:12:1 The paper “A Title Alone” has no abstract');
  }
});

test('the same digests give the same bytes, wherever they are built', async () => {
  const sums = [];
  for (const [name, env] of [
    ['bytes-a', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['bytes-b', { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' }],
  ] as const) {
    const site = await Site.create(name, { ...plainSite, ...digests });
    const build = await site.astro(['build'], env);
    expect(build.status, build.output).toBe(0);
    const files = await site.list('dist');
    sums.push(
      await Promise.all(
        files.map(async (file) => [
          file,
          createHash('sha256')
            .update(await readFile(join(site.root, 'dist', file)))
            .digest('hex'),
        ]),
      ),
    );
  }
  expect(sums[0]).toEqual(sums[1]);
});
