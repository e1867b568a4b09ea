import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { missingLine } from '../../src/integration/class-names/missing-line.ts';
import { tellMissingLines } from '../../src/integration/class-names/find-missing-lines.ts';
import { unocssSources } from '../../src/integration/class-names/unocss.ts';

const folder = 'src/content/digests';

describe('the configuration of Tailwind 3', () => {
  const line = {
    file: 'tailwind.config.mjs',
    line: "'!./src/content/digests/**'",
    place: 'at the end of `content`',
  };
  const lacks = (content: string): unknown =>
    missingLine(
      line.file,
      `/** @type {import('tailwindcss').Config} */\nexport default { content: ${content}, plugins: [] };\n`,
      folder,
    );

  test.each([
    "['./src/**/*.{astro,html,js,jsx,md,mdx,svelte,ts,tsx,vue}']",
    '["./src/**/*.md"]',
    "{ relative: true, files: ['src/content/**/*'] }",
    "['./src/pages/**/*.astro', `./src/**`, './**/*.txt', '!./src/content/notes/**']",
    "['./src/**/*.md', // '!./src/content/digests/**'\n]",
    '[`./src/**/*.md`]',
    "['./src/{pages,content/{posts,digests}}/*.txt']",
  ])('lacks a line where it has %s', (content) => {
    expect(lacks(content)).toEqual(line);
  });

  test.each([
    "['./src/**/*.{astro,html,md,mdx,ts}', '!./src/content/digests/**']",
    "['./src/**/*.md', '!src/content/digests/**/*']",
    "['./src/**/*.md', '!./src/content/**']",
    "['./src/**/*.{astro,ts,tsx}']",
    "['./src/{pages,components}/**/*']",
    "['./src/pages/{{/**/*.md']",
    '[]',
    "['./src/**/*.md'",
  ])('lacks nothing where it has %s', (content) => {
    expect(lacks(content)).toBeUndefined();
  });

  test('asks for the folder that the digests are in', () => {
    const text = "module.exports = { content: ['./**/*.md'] };";
    expect(missingLine('tailwind.config.cjs', text, 'digests/vision')?.line).toBe("'!./digests/vision/**'");
  });
});

describe('a style sheet of Tailwind 4', () => {
  const lacks = (text: string): string | undefined => missingLine('src/styles/site.css', text, folder)?.line;

  test.each([
    "@import 'tailwindcss';",
    '@import "tailwindcss/utilities" layer(utilities);',
    "@import 'tailwindcss' prefix(tw);\n@source not '../content/posts';",
    '@tailwind utilities;',
  ])('lacks a line where it has %s', (text) => {
    expect(lacks(text)).toBe('@source not "../content/digests";');
  });

  test.each([
    '@import "./base.css";',
    "@import 'tailwindcss' source(none);",
    "@import 'tailwindcss';\n@source not '../content/digests';",
    '@import \'tailwindcss\';\n@source not "../content/digests/**/*";',
    "@import 'tailwindcss';\n@source not '../content';",
  ])('lacks nothing where it has %s', (text) => {
    expect(lacks(text)).toBeUndefined();
  });
});

const roots: string[] = [];
const makeRoot = (): string => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'class-names-')));
  roots.push(root);
  return root;
};
afterEach(() => roots.splice(0).forEach((root) => rmSync(root, { recursive: true })));

describe('a site', () => {
  /** What a site with these files is told. */
  const told = (packages: Record<string, string>, files: Record<string, string> = {}): string[] => {
    const root = makeRoot();
    const manifests = Object.entries(packages).map(([name, version]) => [
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version }),
    ]);
    for (const [path, text] of [...manifests, ...Object.entries(files)] as [string, string][]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return tellMissingLines(root, 'src', folder);
  };
  const config = "export default { content: ['./src/**/*.md'] };";
  const sheet = "@import 'tailwindcss';";

  test('with Tailwind 3 is told the line of its configuration', () => {
    expect(told({ tailwindcss: '3.4.19' }, { 'tailwind.config.ts': config })).toEqual([
      "Tailwind takes words of digests for class names, so that the site's style sheet changes with each digest: write `'!./src/content/digests/**'` at the end of `content` of tailwind.config.ts.",
    ]);
  });

  test('with the command of Tailwind 4 is told the line of its sheet', () => {
    const files = { 'src/styles/site.css': sheet, 'src/styles/plain.css': 'body { margin: 0; }' };
    expect(told({ tailwindcss: '4.3.5', '@tailwindcss/cli': '4.3.5' }, files)).toEqual([
      'Tailwind takes words of digests for class names, so that the site\'s style sheet changes with each digest: write `@source not "../content/digests";` at the end of src/styles/site.css.',
    ]);
  });

  test('with Tailwind 4.0 is told to update', () => {
    expect(told({ tailwindcss: '4.0.17' }, { 'src/site.css': sheet })).toEqual([
      'Tailwind 4.0.17 takes words of digests for class names, and nothing can stop it: update it to 4.1 or newer.',
    ]);
  });

  test('with a newer Tailwind in its Vite or PostCSS, or without any, is told nothing', () => {
    expect(told({ tailwindcss: '4.3.5' }, { 'src/site.css': sheet, 'tailwind.config.mjs': config })).toEqual(
      [],
    );
    expect(told({}, { 'tailwind.config.mjs': config })).toEqual([]);
  });
});

test('UnoCSS is kept from a file by any of its names, and from no other', async () => {
  const root = makeRoot();
  mkdirSync(join(root, 'texts'));
  mkdirSync(join(root, 'src'));
  symlinkSync('../texts', join(root, 'src/digests'), 'dir');
  const context = {
    ready: Promise.resolve(),
    reloadConfig: async () => {},
    uno: {
      applyExtractors: async (code: string, _id?: string, found = new Set<string>()) =>
        new Set([...found, ...code.split(' ')]),
    },
  };
  const { plugin } = unocssSources(() => [join(root, 'src/digests'), join(root, 'not-there')]);
  const { configResolved } = plugin as { configResolved(config: object): Promise<void> };
  const plugins = [{ name: 'another' }, { name: 'unocss:api', api: { getContext: () => context } }];
  await configResolved({ plugins });
  await configResolved({ plugins });

  const lookedAt = async (id?: string): Promise<boolean> =>
    (await context.uno.applyExtractors('hidden', id)).has('hidden');
  expect(await lookedAt(join(root, 'src/digests/a.md'))).toBe(false);
  expect(await lookedAt(join(root, 'texts/a/b.mdx?astroPropagatedAssets'))).toBe(false);
  expect(await lookedAt(join(root, 'texts/a.md').replaceAll('/', '\\'))).toBe(false);
  expect(await lookedAt(join(root, 'texts.md'))).toBe(true);
  expect(await lookedAt(join(root, 'src/a.astro'))).toBe(true);
  expect(await lookedAt()).toBe(true);
});
