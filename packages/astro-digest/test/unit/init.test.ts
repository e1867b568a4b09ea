import { fromDigest } from 'remark-digest';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { firstDigest, firstDigestName } from '../../src/cli/init/first-digest.ts';
import { latestFirst } from '../../src/model/order.ts';
import { run } from '../../src/cli/run.ts';
import { config, initSite } from './init-site.ts';

const { at, write, read, site, init } = initSite();

test('a plain site gets the integration, the collections and a first digest, and then has all', async () => {
  await write({ 'astro.config.mjs': config, 'tsconfig.json': '{}' });
  const first = await init(['--yes']);
  expect(first).toEqual({
    status: 0,
    error: '',
    out: `src/content/digests/1900-01-01.txt (new): three papers that are made up, which may be deleted
  + byYou and the research community
  +
  + Jan 1
  +
  + This Paper Is Made Up, and So Are the Other Two
  +
  + They show how a digest is written: above the papers who made it and its day, then a title and an abstract for each pape…
  +
  + Counting Birds From a Moving Train
  +
  + We count birds on 40 km of wires from the window of a train that travels at v = 120 km/h. A bird that sits still is see…
  +
  + Shelves That Sort Themselves: A Study of One Library
  +
  + Readers put books back where they find room, and a library slowly forgets its order. We let each reader swap two books …

src/content.config.ts (new): the collections of issues and papers
  + import { digestCollections } from 'astro-digest/content';
  +
  + export const collections = { ...digestCollections() };

astro.config.mjs: the digest as an integration of the site
    import { defineConfig } from 'astro/config';
  + import digest from 'astro-digest';

    export default defineConfig({
      site: 'https://example.org',
  -   integrations: [],
  +   integrations: [digest({ title: 'Daily Papers' })],
    });

Written: src/content/digests/1900-01-01.txt, src/content.config.ts, and astro.config.mjs. \`astro dev\` shows the digest. Its first digest is made up, and may be deleted.
`,
  });
  const written = await site();
  expect(Object.keys(written).sort()).toEqual([
    'astro.config.mjs',
    'src/content.config.ts',
    'src/content/digests/1900-01-01.txt',
    'tsconfig.json',
  ]);
  expect(written['src/content/digests/1900-01-01.txt']).toBe(firstDigest());

  const second = await init(['--yes']);
  expect(second).toEqual({
    status: 0,
    error: '',
    out: `src/content.config.ts has it already.

astro.config.mjs has it already.

There is nothing to do.
`,
  });
  expect(await site()).toEqual(written);
});

test('the first digest is read without a message, and is dated as its file', () => {
  const file = new VFile({ value: firstDigest(), path: firstDigestName });
  const tree = fromDigest(file);
  expect(file.messages.map(String)).toEqual([]);
  const entries = tree.children.filter(({ type }) => type === 'digestEntry');
  expect(entries.map((entry) => 'title' in entry && entry.title)).toEqual([
    'This Paper Is Made Up, and So Are the Other Two',
    'Counting Birds From a Moving Train',
    'Shelves That Sort Themselves: A Study of One Library',
  ]);
});

test('the first digest stands behind all that a site may have', () => {
  const dated = [firstDigestName.slice(0, 10), '1991-08-14', '2025-03-12'].map((date) => ({
    id: date,
    data: { date },
  }));
  expect(latestFirst(dated).at(-1)?.id).toBe('1900-01-01');
  expect(firstDigest()).toContain('This file may be deleted');
});

test('without a terminal and without --yes nothing is written, and the status says so', async () => {
  await write({ 'astro.config.mjs': config });
  const before = await site();
  const { status, out, error } = await init([]);
  expect(status).toBe(3);
  expect(out).toContain("  + import digest from 'astro-digest';");
  expect(error).toBe('Nothing was written, because there is nobody to ask: --yes writes it.\n');
  expect(await site()).toEqual(before);
});

test('a no writes nothing, a yes writes, and both were asked once and told what', async () => {
  await write({ 'astro.config.mjs': config });
  const before = await site();
  const questions: string[] = [];
  const answer = (yes: boolean) => ({
    ask: (question: string) => {
      questions.push(question);
      return Promise.resolve(yes);
    },
  });
  expect(await init([], answer(false))).toMatchObject({ status: 3, error: 'Nothing was written.\n' });
  expect(await site()).toEqual(before);
  expect(await init([], answer(true))).toMatchObject({ status: 0, error: '' });
  expect(await read('src/content.config.mjs')).toContain('digestCollections()');
  const question = 'Write src/content/digests/1900-01-01.txt, src/content.config.mjs, and astro.config.mjs?';
  expect(questions).toEqual([question, question]);
});

test('a site without a config gets one, when it has Astro', async () => {
  await write({ 'package.json': '{"dependencies":{"astro":"^7.0.0"}}' });
  expect(await init(['--yes'])).toMatchObject({ status: 0 });
  expect(await read('astro.config.mjs')).toBe(`import { defineConfig } from 'astro/config';
import digest from 'astro-digest';

export default defineConfig({
  integrations: [digest({ title: 'Daily Papers' })],
});
`);
});

test('a folder that has no site is named', async () => {
  await write({ 'package.json': '{}' });
  const { status, error, out } = await init(['--yes']);
  expect({ status, error, out }).toEqual({
    status: 1,
    error: `There is no Astro site in ${at()}: run this in the folder that has astro.config, or name it with --root.\n`,
    out: '',
  });
});

test('colours are for terminals only', async () => {
  await write({ 'astro.config.mjs': config });
  const escape = '\u001b[';
  expect((await init([])).out).not.toContain(escape);
  expect((await init([], { colours: true })).out).toContain(
    `${escape}32m  + import digest from 'astro-digest';`,
  );
});

test.each<[readonly string[], string]>([
  [['init', 'site'], 'Name the folder of the site with --root: astro-digest init --root FOLDER.'],
  [
    ['init', '--title', ' '],
    "Write the digest's name behind --title: astro-digest init --title 'Daily Papers'.",
  ],
  [['init', '--out', 'dist'], '`--out` is not an option of init. See astro-digest --help.'],
  [['merge', '--yes', 'a'], '`--yes` is not an option of merge. See astro-digest --help.'],
  [['constructor'], '`constructor` is not a command: use init, portable or merge. See astro-digest --help.'],
])('the wrong command line %j does nothing', async (args, message) => {
  const lines: string[] = [];
  const print = (text: string) => lines.push(text);
  expect(await run(args, { out: print, error: print, colours: false })).toBe(2);
  expect(lines).toEqual([message]);
});
