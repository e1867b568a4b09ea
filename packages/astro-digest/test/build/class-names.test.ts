import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDigest, build, changed, copyFixture, type Files } from '../site/beside-site.ts';
import { digestText, eventually, type Site } from '../site/site.ts';
import { warningsIn } from '../site/warnings.ts';

/** Words that are class names to all the tools, none of which is in a page of the sites. */
const classNames = [
  ...'p m px my pt mb top left right bottom gap w h inset'
    .split(' ')
    .flatMap((name) =>
      ['1', '2', '3', '4', '5', '6', '8', '10', '12', '16', '20'].map((size) => `${name}-${size}`),
    ),
  ...'z-10 z-20 z-30 z-40 order-1 order-2 grow shrink basis-1 columns-3 flex-1 grid-cols-2'.split(' '),
  ...'hidden container transition transform block inline flex grid table contents static fixed'.split(' '),
  ...'absolute relative sticky visible invisible truncate uppercase lowercase capitalize italic'.split(' '),
  ...'border rounded shadow outline blur invert grayscale ring antialiased isolate sr-only select-none'.split(
    ' ',
  ),
];

const otherWords = 'collapse resize overline line-through ordinal sepia ml-7 mr-9 py-11 size-14'.split(' ');

/** A digest whose papers have these words in their titles and abstracts. */
const digestOf = (date: string, words: readonly string[]): string =>
  digestText(
    date,
    Array.from({ length: Math.ceil(words.length / 20) }, (_, index) => {
      const some = words.slice(index * 20, index * 20 + 20);
      return [
        `Owls That Are ${some[0]} at Night`,
        `We count owls in the forest and note ${some.join(' and ')} for each of them. They fly at night.`,
      ] as const;
    }),
  );

/** A paper with code in it, which is a module of its own. */
const livePaper = (words: readonly string[]): string =>
  `---\ntitle: Terns by Day\n---\n\nTerns are ${words.join(' ')} by day.\n\n<p class="${words.slice(0, 5).join(' ')}">{1 + 1} terns</p>\n`;

/** Puts digests into a site: as text, as Markdown and with a file for one of the papers. */
async function writeDigests(site: Site, words: readonly string[]): Promise<void> {
  const folder = 'src/content/digests';
  await site.write(`${folder}/2025-03-12.txt`, digestOf('Mar 12', words));
  await site.write(`${folder}/2025-03-13.md`, digestOf('Mar 13', words));
  await site.write(`${folder}/2025-03-13/terns-by-day.mdx`, livePaper(words));
}

const isDigest = (path: string): boolean => /^papers(?:\/|\.html$)/.test(path);

/** All but the files of the digest. */
const ownFiles = (files: Files): Files => new Map([...files].filter(([path]) => !isDigest(path)));

/** Those of the words that some style sheet has a rule for. */
function wordsWithRules(files: Files, words: readonly string[]): string[] {
  const sheets = [...files].filter(([path]) => path.endsWith('.css')).map(([, bytes]) => bytes.toString());
  return words.filter((word) => sheets.some((css) => new RegExp(`\\.${word}(?![\\w-])`).test(css)));
}

const ownWarnings = (output: string): string[] =>
  warningsIn(output).filter((line) => line.includes('[astro-digest'));

/** The site without a digest, with one, and with another one. */
async function buildThree(
  site: Site,
): Promise<{ without: Files; first: Files; second: Files; output: string }> {
  // What was built before is no source of a site, as little as where it is built.
  await site.write('.gitignore', ['dist', 'without', 'first', 'second'].join('\n'));
  const { files: without } = await build(site, '', 'without');
  await addDigest(site);
  await writeDigests(site, classNames);
  const { files: first, output } = await build(site, '', 'first');
  await writeDigests(site, otherWords);
  const { files: second } = await build(site, '', 'second');
  return { without, first, second, output };
}

function expectSame({ without, first, second }: Awaited<ReturnType<typeof buildThree>>): void {
  expect(changed(without, first)).toEqual([]);
  expect([...ownFiles(second).keys()]).toEqual([...ownFiles(first).keys()]);
  expect(changed(ownFiles(first), second)).toEqual([]);
  expect(first.has('papers/2025-03-13/terns-by-day/index.html')).toBe(true);
}

test('there are 200 class names', () => {
  expect(new Set(classNames).size).toBeGreaterThanOrEqual(200);
});

describe.each([
  ['tailwind', 'Tailwind 4, by its Vite plugin'],
  ['tailwind-postcss', 'Tailwind 4, by PostCSS'],
  ['unocss', 'UnoCSS'],
])('%s', (fixture, tool) => {
  test(`words of digests are no class names to ${tool}`, async () => {
    const site = await copyFixture(fixture, `words-${fixture}`);
    const built = await buildThree(site);
    expectSame(built);
    expect(ownWarnings(built.output)).toEqual([]);
    expect(wordsWithRules(built.first, classNames)).toEqual([]);

    // In a text of the site's own the same words are class names.
    await site.write('src/notes.md', digestOf('Mar 12', classNames));
    const { files: withNotes } = await build(site, '', 'notes');
    expect(wordsWithRules(withNotes, classNames)).toEqual(classNames);
  });
});

test.each(['tailwind', 'unocss'])('%s: the first build knows a folder of another name', async (fixture) => {
  const site = await copyFixture(fixture, `words-${fixture}-folder`);
  await addDigest(site);
  await site.remove('src/content');
  const config = await site.read('src/content.config.ts');
  await site.write(
    'src/content.config.ts',
    config.replace('Collections()', "Collections({ base: 'src/texts' })"),
  );
  await site.write('src/texts/2025-03-12.md', digestOf('Mar 12', classNames));
  const { files } = await build(site, '', 'first');
  expect(files.has('papers/2025-03-12/index.html')).toBe(true);
  expect(wordsWithRules(files, ['text-3xl', ...classNames])).toEqual(['text-3xl']);
});

describe('tailwind-3', () => {
  test('the words are class names until the site has the line that the build asks for', async () => {
    const site = await copyFixture('tailwind-3', 'words-tailwind-3');
    const packages = join(site.root, 'node_modules');
    await mkdir(packages, { recursive: true });
    await symlink('../../node_modules/tailwindcss-3', join(packages, 'tailwindcss'), 'dir');
    const asked = await buildThree(site);
    expect(wordsWithRules(asked.first, classNames)).toEqual(classNames);
    expect(ownWarnings(asked.output)).toEqual([
      expect.stringContaining(
        "write `'!./src/content/digests/**'` at the end of `content` of tailwind.config.mjs",
      ),
    ]);

    const server = await site.serve('dev');
    const told = await eventually(async () => ownWarnings(server.output())[0]).finally(() => server.stop());
    expect(told).toBe(ownWarnings(asked.output)[0]);

    const config = await site.read('tailwind.config.mjs');
    await site.write(
      'tailwind.config.mjs',
      config.replace('/* more content */', "'!./src/content/digests/**'"),
    );
    await writeDigests(site, classNames);
    const { files: first, output } = await build(site, '', 'first');
    await writeDigests(site, otherWords);
    const { files: second } = await build(site, '', 'second');
    expectSame({ without: asked.without, first, second, output });
    expect(ownWarnings(output)).toEqual([]);
  });
});

describe.each(['tailwind', 'unocss'])('%s, in the dev server', (fixture) => {
  test('words of digests are no class names', async () => {
    const site = await copyFixture(fixture, `words-${fixture}-dev`);
    await addDigest(site);
    await writeDigests(site, classNames);
    const server = await site.serve('dev');
    try {
      const ask = async (path: string): Promise<string> => (await fetch(server.address + path)).text();
      const papers = await ask('/papers/2025-03-13/');
      expect(papers).toContain(classNames[0]);
      await ask('/papers/2025-03-13/terns-by-day/');
      const page = await ask('/');
      // What is not in the page comes by a script.
      const scripts = [...page.matchAll(/(?<= src=")[^"]+\.css(?=")/g)].map(([path]) => ask(path));
      const sheet = new Map([['page.css', Buffer.from([page, ...(await Promise.all(scripts))].join('\n'))]]);
      expect(wordsWithRules(sheet, ['text-3xl', ...classNames])).toEqual(['text-3xl']);
    } finally {
      await server.stop();
    }
  });
});
