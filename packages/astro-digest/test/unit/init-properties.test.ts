import { parse } from '@babel/parser';
import * as fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { editAstroConfig } from '../../src/cli/init/astro-config.ts';
import { editContentConfig } from '../../src/cli/init/content-config.ts';

const fence = (texts: readonly string[]) => fc.constantFrom(...texts);

/** What stands in a config beside our lines, each in several ways of writing. */
const astroConfig = fc
  .record({
    head: fence(['', '\uFEFF', '// @ts-check\n', '/* The blog. */\n\n', '#!/usr/bin/env node\n']),
    imports: fence([
      '',
      "import a from 'a';\n",
      "import a from 'a'; // a\n\n",
      "import a from 'a'\n/* b\n */\n",
    ]),
    list: fence([
      '[]',
      '[ ]',
      '[\n]',
      '[\n  // none\n]',
      '[one()]',
      '[one(),]',
      '[\n  one(),\n  two({\n    a: [1, 2],\n  }),\n]',
      '[\n  one(), // one\n  two() // two\n]',
      '[one(), /* a\n b */]',
      '[(one()) /* a */ ]',
      '[one(),\n two()]',
      '[yes && one(), ...[two()]]',
      '[`]`, "]", /]/]',
    ]),
    before: fence(['', "site: 'https://example.org', ", "\n  site: 'x',\n  ", '...shared, ', '/* { */ ']),
    after: fence(['', ',', ", base: '/a'", ",\n  base: '/a',\n", ' /* } */ ', ', // end\n']),
    shape: fence(['bare', 'defineConfig', 'satisfies', 'named', 'named list']),
    end: fence(['', ';', ';\n', '\n', ';\n// end']),
    lineEnd: fence(['\n', '\r\n']),
    hasList: fc.boolean(),
  })
  .map(({ head, imports, list, before, after, shape, end, lineEnd, hasList }) => {
    const value = shape === 'named list' ? '' : `: ${list}`;
    const object = hasList
      ? `{ ${before}integrations${value}${after} }`
      : `{ ${before.replace('...shared, ', '')} }`;
    const config = shape === 'defineConfig' ? "import { defineConfig } from 'astro/config';\n" : '';
    const named = shape === 'named list' && hasList ? `const integrations = ${list};\n` : '';
    const whole = {
      bare: `export default ${object}`,
      defineConfig: `export default defineConfig(${object})`,
      satisfies: `export default ${object} satisfies object`,
      named: `const config = ${object};\nexport default config`,
      'named list': `${named}export default ${object}`,
    }[shape] as string;
    return `${head}${config}${imports}${whole}${end}`.replaceAll('\n', lineEnd);
  });

/** What a module exports, run with stand-ins for what it imports. */
function evaluate(text: string): Record<string, unknown> {
  const { outputText } = ts.transpileModule(text.replace(/^\uFEFF?#!.*/, ''), {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  const stands: Record<string, unknown> = {
    'astro/config': { defineConfig: (config: unknown) => config },
    'astro-digest': { __esModule: true, default: (options: unknown) => ({ name: 'ours', options }) },
    'astro-digest/content': { digestCollections: () => ({ issues: 'ours', papers: 'ours' }) },
  };
  const exports: Record<string, unknown> = {};
  const call = (name: string) => (options: unknown) => ({ name, options });
  // oxlint-disable-next-line no-new-func
  new Function('exports', 'require', 'one', 'two', 'yes', 'shared', outputText)(
    exports,
    (name: string) => stands[name] ?? {},
    call('one'),
    call('two'),
    true,
    { site: 'shared' },
  );
  return exports;
}

/** Whether a text is another one with something put in. */
function holds(text: string, original: string): boolean {
  let at = 0;
  for (const sign of text) if (original.startsWith(sign, at)) at += sign.length;
  return at === original.length;
}

test('a config means what it meant, with the integration as its last one, and keeps every character', () => {
  fc.assert(
    fc.property(astroConfig, fc.string({ minLength: 1 }), (text, title) => {
      const result = editAstroConfig(text, 'astro.config.ts', { title });
      if (result.kind !== 'changed') throw new Error(`${JSON.stringify(result)} for\n${text}`);
      expect(holds(result.text, text)).toBe(true);
      const before = evaluate(text)['default'] as { integrations?: unknown[] };
      const after = evaluate(result.text)['default'] as { integrations?: unknown[] };
      expect(after.integrations?.at(-1)).toEqual({ name: 'ours', options: { title } });
      expect(JSON.stringify(after.integrations?.slice(0, -1))).toEqual(
        JSON.stringify(before.integrations ?? []),
      );
      expect({ ...after, integrations: 0 }).toEqual({ ...before, integrations: 0 });
      expect(editAstroConfig(result.text, 'astro.config.ts', { title })).toEqual({ kind: 'present' });
      expect(/(?<!\r)\n/.test(result.text)).toBe(/(?<!\r)\n/.test(text) || !text.includes('\r\n'));
    }),
    { numRuns: 400 },
  );
});

const edits = {
  'astro.config.mjs': (text: string) => editAstroConfig(text, 'astro.config.mjs', { title: 'Daily Papers' }),
  'astro.config.ts': (text: string) => editAstroConfig(text, 'astro.config.ts', { title: 'Daily Papers' }),
  'content.config.js': (text: string) => editContentConfig(text, 'content.config.js', 'src/content/digests'),
};
const ours = /digest\w*\(|digestCollections\(/;

const contentConfig = fence([
  "import { a } from 'a';\n\nexport const collections = {\n  blog: a(),\n  notes, // here\n};\n",
  'const all = { blog };\nexport { all as collections };\n',
  "import { digestCollections } from 'astro-digest/content';\nexport const collections = { ...digestCollections() };\n",
]);

/** A text with a few places cut out or put in: most are no longer what they were, and many no longer code. */
const damaged = fc
  .tuple(
    fc.oneof(astroConfig, contentConfig),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat({ max: 6 }),
        put: fc.oneof(
          fence([
            '{',
            '}',
            '[',
            ']',
            ',',
            ';',
            '/*',
            '*/',
            '//',
            "'",
            '`',
            '\n',
            '\r',
            '...x',
            '(',
            ')',
            '=>',
          ]),
          fc.string({ maxLength: 3 }),
        ),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((current, { at, cut, put }) => {
      const place = Math.floor(at * current.length);
      return current.slice(0, place) + put + current.slice(place + cut);
    }, text),
  );

test('whatever a file holds, it comes out readable with our lines, or not at all', () => {
  let changed = 0;
  fc.assert(
    fc.property(damaged, fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])), (text, path) => {
      const result = edits[path](text);
      if (result.kind !== 'changed') return;
      changed += 1;
      parse(result.text, { sourceType: 'module', plugins: path.endsWith('.ts') ? ['typescript'] : [] });
      expect(result.text).toMatch(ours);
      expect(holds(result.text, text)).toBe(true);
      expect(edits[path](result.text)).toEqual({ kind: 'present' });
    }),
    { numRuns: 5000 },
  );
  expect(changed).toBeGreaterThan(100);
});
