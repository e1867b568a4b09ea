import { expect, test } from 'vitest';
import { editContentConfig, newContentConfig, readBase } from '../../src/cli/init/content-config.ts';
import { plainStyle } from '../../src/cli/init/style.ts';

const base = 'src/content/digests';

function edit(text: string, path = 'src/content.config.js', folder = base) {
  return editContentConfig(text, path, folder);
}

const blog = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

const blog = defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/blog' }) });
`;
const blogWithImport = blog.replace(
  "'astro/loaders';\n",
  "'astro/loaders';\nimport { digestCollections } from 'astro-digest/content';\n",
);

test.each<[string, string, string]>([
  [
    'an object on one line',
    `${blog}\nexport const collections = { blog };\n`,
    `${blogWithImport}\nexport const collections = { blog, ...digestCollections() };\n`,
  ],
  [
    'an object of many lines',
    `${blog}\nexport const collections = {\n  blog, // the blog\n};\n`,
    `${blogWithImport}\nexport const collections = {\n  blog, // the blog\n  ...digestCollections(),\n};\n`,
  ],
  [
    'an empty object',
    'export const collections = {};\n',
    "import { digestCollections } from 'astro-digest/content';\n\nexport const collections = {\n  ...digestCollections(),\n};\n",
  ],
  [
    'an export of its own',
    `${blog}\nconst collections = { blog };\nexport { collections };\n`,
    `${blogWithImport}\nconst collections = { blog, ...digestCollections() };\nexport { collections };\n`,
  ],
  [
    'an export under another name',
    `${blog}\nconst all = { 'blog': blog };\nexport { all as collections };\n`,
    `${blogWithImport}\nconst all = { 'blog': blog, ...digestCollections() };\nexport { all as collections };\n`,
  ],
  [
    'an import that is not used yet',
    "import { digestCollections as papers } from 'astro-digest/content'\nexport const collections = { }\n",
    "import { digestCollections as papers } from 'astro-digest/content'\nexport const collections = { ...papers() }\n",
  ],
])('%s', (_, before, after) => {
  expect(edit(before)).toEqual({ kind: 'changed', text: after });
  expect(edit(after)).toEqual({ kind: 'present' });
});

test('TypeScript', () => {
  const text = 'export const collections = {\r\n\tblog,\r\n} as const satisfies Record<string, unknown>;\r\n';
  expect(edit(text, 'src/content.config.ts')).toEqual({
    kind: 'changed',
    text: `import { digestCollections } from 'astro-digest/content';\r\n\r\n${text.replace(
      '\tblog,\r\n',
      '\tblog,\r\n\t...digestCollections(),\r\n',
    )}`,
  });
});

test('digests in another folder', () => {
  const result = edit('export const collections = {};', 'app/content.config.js', 'app/content/digests');
  expect(result).toHaveProperty(
    'text',
    expect.stringContaining("...digestCollections({ base: 'app/content/digests' }),"),
  );
});

test('loaders of a collection that the site defines itself count', () => {
  const text = `import { issuesLoader, papersLoader } from 'astro-digest/content';
export const collections = { issues: define(issuesLoader()), papers: define(papersLoader()) };
`;
  expect(edit(text)).toEqual({ kind: 'present' });
});

test.each<[string, string, string, { line: number; column: number } | undefined]>([
  [
    'collections of the same names',
    'export const collections = { papers };\n',
    'it has a collection `papers` already',
    { line: 1, column: 30 },
  ],
  [
    'a spread',
    'export const collections = { ...others() };\n',
    'what is spread there may have collections of the same names',
    { line: 1, column: 30 },
  ],
  [
    'a name that is worked out',
    'export const collections = { [name]: blog };\n',
    'it works the name of a collection out',
    { line: 1, column: 30 },
  ],
  [
    'a call',
    'export const collections = makeCollections();\n',
    'its collections are not an object that is written there',
    { line: 1, column: 28 },
  ],
  [
    'an export from elsewhere',
    "export { collections } from './collections.js';\n",
    'it exports no constant `collections` that is written there',
    undefined,
  ],
  [
    'a variable',
    'export let collections = {};\n',
    'it exports no constant `collections` that is written there',
    undefined,
  ],
  ['an empty file', '', 'it exports no constant `collections` that is written there', undefined],
  [
    'a name that is taken',
    'function digestCollections() {}\nexport const collections = {};\n',
    'it uses the name `digestCollections` for something else',
    undefined,
  ],
  [
    'an import of all',
    "import * as digests from 'astro-digest/content';\nexport const collections = {};\n",
    'it has `astro-digest/content` in another way than by importing `digestCollections`',
    { line: 1, column: 26 },
  ],
  ['an error', 'export const collections = {', "it can't be read", { line: 1, column: 29 }],
])('%s is left alone, with the reason', (_, text, reason, place) => {
  expect(edit(text)).toEqual({ kind: 'refused', reason, place });
});

test('a new file is written as astro.config is', () => {
  const style = { ...plainStyle, quote: '"', end: '', lineEnd: '\r\n' };
  const text = newContentConfig(base, style);
  expect(text).toBe(
    'import { digestCollections } from "astro-digest/content"\r\n\r\nexport const collections = { ...digestCollections() }\r\n',
  );
  expect(edit(text)).toEqual({ kind: 'present' });
});

test.each([
  ['digestCollections()', base],
  ['digestCollections({ year: 2025 })', base],
  ["digestCollections({ base: 'texts' })", 'texts'],
  ['digestCollections({ base: folder })', undefined],
  ['digestCollections({ ...options })', undefined],
  ['digestCollections(options)', undefined],
])('the folder of %s is %s', (call, folder) => {
  const text = `import { digestCollections } from 'astro-digest/content';\nexport const collections = { ...${call} };\n`;
  expect(readBase(text, 'content.config.ts')).toBe(folder);
});
