import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startKeptImages } from '../../src/integration/kept-social-images.ts';
import { drawSocialImage, type SocialImagesReport } from '../../src/integration/social-images.ts';
import { startSiteWriter } from '../../src/kept/site-writer.ts';
import { issues, site } from './image-issues.ts';

let work: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'kept-social-images-'));
});
afterEach(() => rm(work, { recursive: true }));

const images = (build: string): string => join(work, build, 'papers/images');

/** Builds the pictures of a site after those of another one. */
async function build(name: string, published?: string, of = issues): Promise<SocialImagesReport> {
  const writer = startSiteWriter({
    site: join(work, name),
    kept: join(work, 'kept'),
    published: published && join(work, published),
  });
  const report = await startKeptImages(of, site, 'papers/images', writer).finish(images(name));
  await writer.finish();
  return report;
}

async function expectAll(name: string, of = issues): Promise<void> {
  expect((await readdir(images(name))).sort()).toEqual(of.map(({ id }) => `${id}.png`));
  for (const issue of of) {
    const built = await readFile(join(images(name), `${issue.id}.png`));
    expect(built.equals(await drawSocialImage(issue, site))).toBe(true);
  }
}

test('every issue gets a picture, as the dev server draws it, and what was drawn before is kept', async () => {
  expect(await build('first')).toMatchObject({ images: 2, drawn: 2, failures: [] });
  await expectAll('first');
  expect(await build('second', 'first')).toMatchObject({ images: 2, drawn: 0, failures: [] });
  await expectAll('second');
  expect(await build('elsewhere')).toMatchObject({ images: 2, drawn: 0, failures: [] });
  await expectAll('elsewhere');
});

test('only what tells something else is drawn, and what belongs to no issue goes', async () => {
  await build('first');
  const [first, second] = issues as [(typeof issues)[0], (typeof issues)[0]];
  const changed = [first, { ...second, count: '3 papers' }];
  expect(await build('second', 'first', changed)).toMatchObject({ images: 2, drawn: 1, failures: [] });
  await expectAll('second', changed);
  expect(await build('third', 'second', [first])).toMatchObject({ images: 1, drawn: 0, failures: [] });
  await expectAll('third', [first]);
});

test('a picture that is damaged is made whole again, and one that is damaged where it is kept, too, is drawn again', async () => {
  await build('first');
  const file = join(images('first'), '2025-03-11.png');
  const whole = await readFile(file);
  await writeFile(file, whole.subarray(0, 1000));
  expect(await build('second', 'first')).toMatchObject({ drawn: 0 });
  await expectAll('second');
  await rm(join(work, 'kept/packs'), { recursive: true });
  await writeFile(join(images('second'), '2025-03-11.png'), '');
  expect(await build('third', 'second')).toMatchObject({ images: 2, drawn: 1, failures: [] });
  await expectAll('third');
});

test('what the file system refuses is told at the end', async () => {
  await writeFile(join(work, 'site'), 'a file');
  const writer = startSiteWriter({ site: join(work, 'site') });
  const drawing = startKeptImages(issues, site, 'papers/images', writer);
  await expect(drawing.finish('')).rejects.toThrow(/ENOTDIR|EEXIST/);
});
