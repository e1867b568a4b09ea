import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fromDigest } from 'remark-digest';
import { VFile } from 'vfile';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstDigest } from '../../src/cli/init/first-digest.ts';
import { run } from '../../src/cli/run.ts';

const day = new Date(2025, 2, 9, 23, 30);
const config = `import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.org',
  integrations: [],
});
`;
const contentConfig = 'export const collections = { blog };\n';

let root: string;
beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'init site #1 '))));
afterEach(() => rm(root, { recursive: true }));

async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

function read(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}

/** All files of the site by their paths, with their texts. */
async function site(): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const file = join(entry.parentPath, entry.name);
    files[file.slice(root.length + 1)] = await readFile(file, 'utf8');
  }
  return files;
}

interface Answering {
  ask?: (question: string) => Promise<boolean>;
  colours?: boolean;
}

async function init(args: readonly string[], { ask, colours = false }: Answering = {}) {
  const printed = { out: '', error: '' };
  const status = await run(['init', '--root', root, ...args], {
    out: (text) => (printed.out += `${text}\n`),
    error: (text) => (printed.error += `${text}\n`),
    colours,
    now: () => day,
    ...(ask ? { ask } : {}),
  });
  return { status, ...printed };
}

test('a plain site gets the integration, the collections and a first digest, and then has all', async () => {
  await write({ 'astro.config.mjs': config, 'tsconfig.json': '{}' });
  const first = await init(['--yes']);
  expect(first).toEqual({
    status: 0,
    error: '',
    out: `src/content/digests/2025-03-09.txt (new)
  + byYou and the research community
  +
  + Mar 9
  +
  + This Paper Is Made Up, and So Are the Other Two
  +
  + They show how a digest is written: above the papers who made it and its day, then a title and an abstract for each pape…
  +
  + Counting Birds From a Moving Train
  +
  + We count birds on 40 km of wires from the window of a train that travels at v = 120 km/h. A bird that sits still is see…
  +
    … 3 more lines

src/content.config.ts (new)
  + import { digestCollections } from 'astro-digest/content';
  +
  + export const collections = { ...digestCollections() };

astro.config.mjs
    import { defineConfig } from 'astro/config';
  + import digest from 'astro-digest';

    export default defineConfig({
      site: 'https://example.org',
  -   integrations: [],
  +   integrations: [digest({ title: 'Daily Papers' })],
    });

Written: src/content/digests/2025-03-09.txt, src/content.config.ts, and astro.config.mjs. \`astro dev\` shows the digest.
`,
  });
  const written = await site();
  expect(Object.keys(written).sort()).toEqual([
    'astro.config.mjs',
    'src/content.config.ts',
    'src/content/digests/2025-03-09.txt',
    'tsconfig.json',
  ]);
  expect(written['src/content/digests/2025-03-09.txt']).toBe(firstDigest(day));

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
  const file = new VFile({ value: firstDigest(day), path: '2025-03-09.txt' });
  const tree = fromDigest(file);
  expect(file.messages.map(String)).toEqual([]);
  const entries = tree.children.filter(({ type }) => type === 'digestEntry');
  expect(entries.map((entry) => 'title' in entry && entry.title)).toEqual([
    'This Paper Is Made Up, and So Are the Other Two',
    'Counting Birds From a Moving Train',
    'Shelves That Sort Themselves: A Study of One Library',
  ]);
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
  const question = 'Write src/content/digests/2025-03-09.txt, src/content.config.mjs, and astro.config.mjs?';
  expect(questions).toEqual([question, question]);
});

test('a file that can’t be changed safely stays, the lines are printed, and the others are written', async () => {
  const own = "import { all } from './integrations.mjs';\nexport default { integrations: all };\n";
  await write({ 'astro.config.mjs': own, 'src/content.config.js': contentConfig });
  const { status, error, out } = await init(['--yes', '--title', 'Vision Papers']);
  expect(status).toBe(1);
  expect(error)
    .toBe(`astro.config.mjs:2:32 This file stays as it is, because its integrations are not a list that is written there: write these lines yourself.
    import digest from 'astro-digest';
    integrations: [digest({ title: 'Vision Papers' })],

`);
  expect(out).not.toContain('astro.config.mjs');
  expect(await read('astro.config.mjs')).toBe(own);
  expect(await read('src/content.config.js')).toContain('{ blog, ...digestCollections() }');
});

test('a content config with papers of its own stays, and there is no digest that nothing would read', async () => {
  await write({
    'astro.config.mjs': config,
    'src/content.config.ts': 'export const collections = { papers };\n',
  });
  const { status, error } = await init(['--yes']);
  expect(status).toBe(1);
  expect(error)
    .toBe(`src/content.config.ts:1:30 This file stays as it is, because it has a collection \`papers\` already: write these lines yourself.
    import { digestCollections } from 'astro-digest/content';
    export const collections = { ...digestCollections() };

`);
  expect(Object.keys(await site()).sort()).toEqual(['astro.config.mjs', 'src/content.config.ts']);
});

test('a site that names another folder for its sources has all of it there', async () => {
  await write({ 'astro.config.mjs': config.replace('site:', "srcDir: './app/',\n  site:") });
  expect(await init(['--yes'])).toMatchObject({ status: 0, error: '' });
  expect(Object.keys(await site()).sort()).toEqual([
    'app/content.config.mjs',
    'app/content/digests/2025-03-09.txt',
    'astro.config.mjs',
  ]);
  expect(await read('app/content.config.mjs')).toContain(
    "digestCollections({ base: 'app/content/digests' })",
  );
});

test.each(["new URL('./app/', import.meta.url)", "'../app'", "'/app'"])(
  'sources in %s are left to whoever knows where that is',
  async (folder) => {
    await write({ 'astro.config.mjs': config.replace('site:', `srcDir: ${folder},\n  site:`) });
    const { status, error } = await init(['--yes']);
    expect(status).toBe(1);
    expect(error).toContain("The folder of the sources can't be told from astro.config: write these lines");
    expect(Object.keys(await site())).toEqual(['astro.config.mjs']);
  },
);

test('digests that are there already are enough, also in a folder that the collections name', async () => {
  await write({
    'astro.config.mjs': config,
    'src/content.config.ts':
      "import { digestCollections } from 'astro-digest/content';\nexport const collections = digestCollections({ base: './texts/' });\n",
    'texts/2024/spring.txt': firstDigest(day),
  });
  expect(await init(['--yes'])).toMatchObject({ status: 0 });
  expect(Object.keys(await site()).sort()).toEqual([
    'astro.config.mjs',
    'src/content.config.ts',
    'texts/2024/spring.txt',
  ]);
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
    error: `There is no Astro site in ${root}: run this in the folder that has astro.config, or name it with --root.\n`,
    out: '',
  });
});

test.each<[string, Record<string, string | Uint8Array>, string, string]>([
  [
    'a CommonJS config',
    { 'astro.config.cjs': 'module.exports = {};\n' },
    'astro.config.cjs',
    "astro.config.cjs is a CommonJS module, which Astro doesn't read: write astro.config.mjs, with these lines.",
  ],
  [
    'collections where Astro 5 had them',
    { 'astro.config.mjs': config, 'src/content/config.ts': contentConfig },
    'src/content/config.ts',
    'src/content/config.ts is where Astro no longer looks for collections: move it to src/content.config.mjs, with these lines.',
  ],
  [
    'another encoding',
    { 'astro.config.mjs': Buffer.from(config, 'utf16le').subarray(0, 33) },
    'astro.config.mjs',
    'astro.config.mjs:1:2 This file stays as it is',
  ],
  [
    'an encoding that loses bytes',
    { 'astro.config.mjs': Buffer.from(`// caf\u00e9\n${config}`, 'latin1') },
    'astro.config.mjs',
    'astro.config.mjs This file stays as it is, because it is not written in UTF-8: write these lines yourself.',
  ],
])('%s stays as it is, and the lines are printed', async (_, files, path, message) => {
  await write(files);
  const bytes = await readFile(join(root, path));
  const { status, error } = await init(['--yes']);
  expect(status).toBe(1);
  expect(error).toContain(message);
  expect(await readFile(join(root, path))).toEqual(bytes);
});

test('of a file with Windows lines and a mark at its beginning no byte changes', async () => {
  const bytes = Buffer.from(`\uFEFF${config.replaceAll('\n', '\r\n')}// “äé日𝒙”\r\n`);
  await write({ 'astro.config.mjs': bytes });
  expect(await init(['--yes'])).toMatchObject({ status: 0, error: '' });
  const after = (await readFile(join(root, 'astro.config.mjs'))).toString('latin1');
  const without = after
    .replace("import digest from 'astro-digest';\r\n", '')
    .replace("digest({ title: 'Daily Papers' })", '');
  expect(without).toBe(bytes.toString('latin1'));
  expect(await read('src/content.config.mjs')).toMatch(/^import [^\n]+;\r\n\r\nexport [^\n]+;\r\n$/);
});

test('a file keeps who may read it, and a link to it stays a link', async () => {
  await write({ 'shared/astro.config.mjs': config });
  await chmod(join(root, 'shared/astro.config.mjs'), 0o640);
  await symlink('shared/astro.config.mjs', join(root, 'astro.config.mjs'));
  expect(await init(['--yes'])).toMatchObject({ status: 0 });
  expect((await lstat(join(root, 'astro.config.mjs'))).isSymbolicLink()).toBe(true);
  expect((await stat(join(root, 'shared/astro.config.mjs'))).mode & 0o777).toBe(0o640);
  expect(await read('shared/astro.config.mjs')).toContain('digest({');
});

test('a file that somebody saves while the question stands is left alone', async () => {
  await write({ 'astro.config.mjs': config });
  const edited = `${config}// more\n`;
  const { status, error } = await init([], {
    ask: async () => {
      await write({ 'astro.config.mjs': edited });
      return true;
    },
  });
  expect({ status, error }).toEqual({
    status: 1,
    error: 'astro.config.mjs was changed meanwhile: run this again.\n',
  });
  expect(await read('astro.config.mjs')).toBe(edited);
});

test('a file that can’t be written is named, and nothing is left beside it', async () => {
  await write({ 'astro.config.mjs': config, 'src/content': 'a file where a folder should be' });
  const { status, error } = await init(['--yes']);
  expect(status).toBe(1);
  expect(error).toMatch(
    /^src\/content\/digests\/2025-03-09\.txt can't be written \((?:ENOTDIR|EEXIST)\): make its folder writable and run this again\.\n$/,
  );
  expect(Object.keys(await site()).sort()).toEqual(['astro.config.mjs', 'src/content']);
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
  [['constructor'], '`constructor` is not a command: use init or merge. See astro-digest --help.'],
])('the wrong command line %j does nothing', async (args, message) => {
  const lines: string[] = [];
  const print = (text: string) => lines.push(text);
  expect(await run(args, { out: print, error: print, colours: false, now: () => day })).toBe(2);
  expect(lines).toEqual([message]);
});
