import { expect, test } from 'vitest';
import { edit } from './edited-astro-config.ts';

test.each<[string, string, string, { line: number; column: number } | undefined]>([
  [
    'a function',
    "import { defineConfig } from 'astro/config';\nexport default defineConfig(() => ({}));\n",
    'its config is not an object that is written there',
    { line: 2, column: 16 },
  ],
  [
    'another function than `defineConfig`',
    "import { withNext } from 'next';\nexport default withNext({ integrations: [] });\n",
    'its config is not an object that is written there',
    { line: 2, column: 16 },
  ],
  [
    'integrations that are built elsewhere',
    "import { integrations } from './integrations.mjs';\nexport default { integrations };\n",
    'its integrations are not a list that is written there',
    { line: 2, column: 18 },
  ],
  [
    'integrations that are filtered',
    'export default { integrations: [isDev && a()].filter(Boolean) };\n',
    'its integrations are not a list that is written there',
    { line: 1, column: 32 },
  ],
  [
    'integrations that are changed later',
    'const integrations = [];\nintegrations.push(a());\nexport default { integrations };\n',
    'its integrations are not a list that is written there',
    { line: 3, column: 18 },
  ],
  [
    'integrations that may be a variable',
    'let integrations = [];\nexport default { integrations };\n',
    'its integrations are not a list that is written there',
    { line: 2, column: 18 },
  ],
  [
    'a spread that may have integrations',
    'export default { ...shared };\n',
    'its integrations may come from what is spread there',
    { line: 1, column: 18 },
  ],
  [
    'a spread behind the integrations',
    'export default { integrations: [], ...shared };\n',
    'its integrations may come from what is spread there',
    { line: 1, column: 36 },
  ],
  [
    'a key that is worked out',
    'export default { [key]: [] };\n',
    'it works the name of an option out',
    { line: 1, column: 18 },
  ],
  [
    'integrations as a method',
    'export default { integrations() {} };\n',
    'its integrations are not one list',
    { line: 1, column: 18 },
  ],
  [
    'integrations twice',
    'export default { integrations: [], integrations: [] };\n',
    'its integrations are not one list',
    { line: 1, column: 36 },
  ],
  [
    'a list that ends in a gap',
    'export default { integrations: [a(), ,] };\n',
    'its list of integrations ends in a gap',
    { line: 1, column: 32 },
  ],
  ['CommonJS', 'module.exports = { integrations: [] };\n', 'it is a CommonJS module', undefined],
  ['no config', "import a from 'a';\n", 'it has no `export default`', undefined],
  ['an empty file', '', 'it has no `export default`', undefined],
  [
    'an import of the package as a whole',
    "import * as all from 'astro-digest';\nexport default { integrations: [all.default({ title: 'T' })] };\n",
    'it has `astro-digest` in another way than by its default import',
    { line: 1, column: 22 },
  ],
  [
    'the package by a call',
    "const { default: papers } = await import('astro-digest');\nexport default { integrations: [papers({ title: 'T' })] };\n",
    'it has `astro-digest` in another way than by its default import',
    { line: 1, column: 42 },
  ],
  ['an error', 'export default {\n  integrations: [,\n};\n', "it can't be read", { line: 3, column: 1 }],
  [
    'types in JavaScript',
    'const a: string = 1;\nexport default {};\n',
    "it can't be read",
    { line: 1, column: 8 },
  ],
])('%s is left alone, with the reason', (_, text, reason, place) => {
  expect(edit(text)).toEqual({ kind: 'refused', reason, place });
});
