import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  drawSocialImage,
  findSocialImageProblem,
  startSocialImages,
} from '../../src/integration/social-images.ts';
import { issues, site } from './image-issues.ts';

let work: string;
let cacheFolder: string;
let folder: string;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'social-images-'));
  cacheFolder = join(work, 'cache');
  folder = join(work, 'site', 'images');
});

afterEach(() => rm(work, { recursive: true }));

test('pictures can be drawn here', async () => {
  expect(await findSocialImageProblem()).toBeUndefined();
});

test('every issue gets a picture, and the dev server draws the same', async () => {
  const report = await startSocialImages(issues, { ...site, cacheFolder }).finish(folder);
  expect(report).toMatchObject({ images: 2, drawn: 2, failures: [] });
  expect((await readdir(folder)).sort()).toEqual(['2025-03-11.png', '2025-03-12.png']);
  for (const issue of issues) {
    const built = await readFile(join(folder, `${issue.id}.png`));
    expect(built.equals(await drawSocialImage(issue, site))).toBe(true);
  }
});

test('what is in the cache is not drawn again, and what is not of this build stays there', async () => {
  await startSocialImages(issues, { ...site, cacheFolder }).finish(folder);
  await writeFile(join(cacheFolder, 'somebody-else.png'), 'theirs');
  const [first, second] = issues as [(typeof issues)[0], (typeof issues)[0]];
  const changed = [first, { ...second, count: '3 papers' }];
  const report = await startSocialImages(changed, { ...site, cacheFolder }).finish(folder);
  expect(report).toMatchObject({ images: 2, drawn: 1, failures: [] });
  const files = await readdir(cacheFolder);
  expect(files).toHaveLength(4);
  expect(files.filter((file) => !file.endsWith('.png'))).toEqual([]);
});

test('a picture that is damaged in the cache is drawn again', async () => {
  await startSocialImages(issues, { ...site, cacheFolder }).finish(folder);
  const whole = await readFile(join(folder, '2025-03-11.png'));
  const names = await readdir(cacheFolder);
  const damages: ((png: Buffer) => Buffer)[] = [
    (png) => png.subarray(0, 1000),
    (png) => png.subarray(0, 0),
    (png) => Buffer.concat([png, png.subarray(0, 9)]),
    (png) => png.subarray(0, png.length - 12),
    ...[0, 11, 40, 500, 2000, -3].map((at) => (png: Buffer) => {
      const flipped = Buffer.from(png);
      const place = at < 0 ? png.length + at : at;
      flipped[place] = (flipped[place] as number) ^ 4;
      return flipped;
    }),
  ];
  for (const damage of damages) {
    for (const name of names) {
      const file = join(cacheFolder, name);
      await writeFile(file, damage(await readFile(file)));
    }
    const report = await startSocialImages(issues, { ...site, cacheFolder }).finish(folder);
    expect(report).toMatchObject({ images: 2, drawn: 2, failures: [] });
    expect((await readFile(join(folder, '2025-03-11.png'))).equals(whole)).toBe(true);
  }
});

test('a picture that can not be written is told by its issue, and the others are there', async () => {
  await mkdir(join(folder, '2025-03-11.png'), { recursive: true });
  const report = await startSocialImages(issues, { ...site, cacheFolder }).finish(folder);
  expect(report).toMatchObject({ images: 1, drawn: 2, failures: [{ id: '2025-03-11' }] });
  expect((await readdir(folder)).sort()).toEqual(['2025-03-11.png', '2025-03-12.png']);
});

test('a cache folder that can not be made is an error', async () => {
  await writeFile(cacheFolder, 'a file');
  await expect(startSocialImages(issues, { ...site, cacheFolder }).finish(folder)).rejects.toThrow('EEXIST');
});
