import { expect, test } from 'vitest';
import { Html } from '../site/html.ts';
import { digestText, plainSite, Site } from '../site/site.ts';

const oneDigest = {
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [['One Paper', 'Its abstract.']]),
};

test('a site without the collections is told which lines to write', async () => {
  const site = await Site.create('no-collections', {
    'astro.config.mjs': plainSite['astro.config.mjs'] as string,
  });
  const build = await site.astro(['build']);
  expect(build.status).not.toBe(0);
  expect(build.output).toContain(
    'The collections `issues` and `papers` are not defined: run `npx astro-digest init`, which writes the lines, or write ' +
      "`import { digestCollections } from 'astro-digest/content';`",
  );
  expect(build.output).toContain('into src/content.config.ts.');
  expect(build.output).not.toContain('Stack trace');
});

test('a content config that leaves our collections out is told the same', async () => {
  const site = await Site.create('other-collections', {
    ...plainSite,
    ...oneDigest,
    'src/content.config.ts': 'export const collections = {};',
  });
  const build = await site.astro(['build']);
  expect(build.status).not.toBe(0);
  expect(build.output).toContain('The collections `issues` and `papers` are not defined');
});

test('a missing folder is named, and the site is built empty', async () => {
  const site = await Site.create('no-folder', plainSite);
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(build.output).toContain(
    'There is no folder src/content/digests: make it and put a digest into it, such as src/content/digests/2025-03-12.txt.',
  );
  const html = new Html(await site.read('dist/papers/index.html'));
  expect(html.text('main')).toContain('There is no issue yet.');
});

test('an empty folder is named, and the site is built empty', async () => {
  const site = await Site.create('empty-folder', { ...plainSite, 'src/content/digests/.gitkeep': '' });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(build.output).toContain('The folder src/content/digests has no digest: put one into it');
});

test('a wrong option stops the command with one sentence for each', async () => {
  const site = await Site.create('wrong-option', {
    ...plainSite,
    ...oneDigest,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({ integrations: [digest({ titel: 'Daily Papers' })] });
    `,
  });
  const build = await site.astro(['build']);
  expect(build.status).not.toBe(0);
  expect(build.output).toContain(
    'digest() in astro.config.mjs: `title` is not valid: write the name of the digest as a text.',
  );
  expect(build.output).toContain(
    '`titel` is not an option: use title, description, base, name, layout, look, masthead, heading, home, keys, lang, textLang,',
  );
});

test('a wrong option of the collections is named, too', async () => {
  const site = await Site.create('wrong-collections-option', {
    ...plainSite,
    ...oneDigest,
    'src/content.config.ts': `
      import { digestCollections } from 'astro-digest/content';
      export const collections = { ...digestCollections({ year: '2025' }) };
    `,
  });
  const build = await site.astro(['build']);
  expect(build.output).toContain(
    'digestCollections() in src/content.config.ts: `year` is not valid: write a year as a number, such as 2025.',
  );
});

test('an undated issue keeps its words, comes after the dated ones, and is told how to get a year', async () => {
  const site = await Site.create('undated', {
    ...plainSite,
    ...oneDigest,
    'src/content/digests/week-9.txt': digestText('Mar 2', [['Nine', 'Its abstract.']]),
    'src/content/digests/week-10.txt': digestText('Mar 9', [['Ten', 'Its abstract.']]),
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(build.output).toMatch(
    /src\/content\/digests\/week-9\.txt:9:1 “Mar 2” has no year: name the file after its day .*\(remark-digest:undated\)/,
  );
  const archive = new Html(await site.read('dist/papers/archive/index.html'));
  expect(archive.texts('main section h2')).toEqual(['2025', 'Without a date']);
  expect(archive.texts('main li a')).toEqual(['Wednesday, March 12, 2025', 'Mar 9', 'Mar 2']);
  expect(new Html(await site.read('dist/papers/week-9/index.html')).text('h1')).toBe('Mar 2');
});

test('the year of a site dates what has none', async () => {
  const site = await Site.create('year-option', {
    ...plainSite,
    'src/content.config.ts': `
      import { digestCollections } from 'astro-digest/content';
      export const collections = { ...digestCollections({ year: 2024, base: './texts/' }) };
    `,
    'texts/spring.txt': digestText('Mar 12', [['One Paper', 'Its abstract.']]),
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(new Html(await site.read('dist/papers/spring/index.html')).text('h1')).toBe(
    'Tuesday, March 12, 2024',
  );
});

test('two digests that would share an address: the first stays and the other is named', async () => {
  const site = await Site.create('clash', {
    ...plainSite,
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [['One Paper', 'Its abstract.']]),
    'src/content/digests/2025/03-12.txt': digestText('Mar 12', [['Another Paper', 'Its abstract.']]),
  });
  const build = await site.astro(['build']);
  expect(build.output).toContain(
    'src/content/digests/2025/03-12.txt:1:1 The issue 2025-03-12 is already read from src/content/digests/2025-03-12.txt',
  );
  const pages = (await site.list('dist/papers/2025-03-12')).filter((file) => file.endsWith('index.html'));
  expect(pages).toEqual(['index.html', 'one-paper/index.html']);
});
