import sharp from 'sharp';
import { expect, test } from 'vitest';
import { digestText, eventually, plainSite, Site } from '../site/site.ts';

const files = {
  ...plainSite,
  'src/content/digests/2025-03-11.txt': digestText('Mar 11', [['An Older Paper', 'It came a day before.']]),
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [['One Paper', 'Its abstract.']]),
};

const withoutSite = `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({ integrations: [digest({ title: 'Daily Papers' })] });
`;

test('every issue has a picture, and a second build draws only what is new', async () => {
  const site = await Site.create('social-images', files);
  const first = await site.astro(['build']);
  expect(first.status, first.output).toBe(0);
  expect(first.output).toMatch(/images +\d+\.\d\d s +2 +\d+ kB +2 drawn anew/);
  expect(await site.list('dist/papers/images')).toEqual(['2025-03-11.png', '2025-03-12.png']);
  for (const id of ['2025-03-11', '2025-03-12']) {
    const { format, width, height } = await sharp(`${site.root}/dist/papers/images/${id}.png`).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
  }

  const second = await site.astro(['build']);
  expect(second.output).toMatch(/images +\d+\.\d\d s +2 +\d+ kB +0 drawn anew/);
  expect(await site.list('dist/papers/images')).toEqual(['2025-03-11.png', '2025-03-12.png']);

  await site.write(
    'src/content/digests/2025-03-12.txt',
    digestText('Mar 12', [['Another Paper', 'Its abstract.']]),
  );
  const third = await site.astro(['build']);
  expect(third.output).toMatch(/images +\d+\.\d\d s +2 +\d+ kB +1 drawn anew/);
});

test('a site without an address has no pictures', async () => {
  const site = await Site.create('social-images-without-site', { ...files, 'astro.config.mjs': withoutSite });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(build.output).not.toMatch(/images +\d/);
  expect((await site.list('dist')).filter((file) => file.endsWith('.png'))).toEqual([]);
});

test('astro dev draws the picture of an issue as it is now', async () => {
  const site = await Site.create('social-images-dev', files);
  const server = await site.serve('dev');
  try {
    const get = (name: string) => fetch(`${server.address}/papers/images/${name}`);
    const before = await get('2025-03-12.png');
    expect(before.headers.get('content-type')).toBe('image/png');
    const picture = Buffer.from(await before.arrayBuffer());
    expect((await sharp(picture).metadata()).width).toBe(1200);
    expect((await get('2025-03-13.png')).status).toBe(404);

    await site.write(
      'src/content/digests/2025-03-12.txt',
      digestText('Mar 12', [['Another Paper', 'Its abstract.']]),
    );
    await eventually(async () => {
      const after = Buffer.from(await (await get('2025-03-12.png')).arrayBuffer());
      return after.equals(picture) ? undefined : true;
    });
  } finally {
    await server.stop();
  }
});
