import { expect, test } from 'vitest';
import { editAstroConfig } from '../../src/cli/init/astro-config.ts';

const call = "digest({ title: 'Daily Papers' })";

function edit(text: string, path = 'astro.config.mjs') {
  return editAstroConfig(text, path, 'Daily Papers');
}

test.each<[string, string, string]>([
  [
    'a list on one line',
    `import { defineConfig } from 'astro/config';
import sitemap from '@astrojs/sitemap';

export default defineConfig({
  site: 'https://example.org',
  integrations: [sitemap()],
});
`,
    `import { defineConfig } from 'astro/config';
import sitemap from '@astrojs/sitemap';
import digest from 'astro-digest';

export default defineConfig({
  site: 'https://example.org',
  integrations: [sitemap(), ${call}],
});
`,
  ],
  [
    'an empty list',
    `import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [] });
`,
    `import { defineConfig } from 'astro/config';
import digest from 'astro-digest';
export default defineConfig({ integrations: [${call}] });
`,
  ],
  [
    'an empty list with room in it',
    'export default { integrations: [ ] };\n',
    `import digest from 'astro-digest';\n\nexport default { integrations: [ ${call} ] };\n`,
  ],
  [
    'an empty list with a remark',
    'export default { integrations: [/* none yet */] };\n',
    `import digest from 'astro-digest';\n\nexport default { integrations: [/* none yet */ ${call}] };\n`,
  ],
  [
    'an empty list with a remark on a line of its own',
    `export default {
  integrations: [
    // sitemap(),
  ],
};
`,
    `import digest from 'astro-digest';

export default {
  integrations: [
    ${call},
    // sitemap(),
  ],
};
`,
  ],
  [
    'no list, in an empty config',
    `import { defineConfig } from 'astro/config';

// https://astro.build/config
export default defineConfig({});
`,
    `import { defineConfig } from 'astro/config';
import digest from 'astro-digest';

// https://astro.build/config
export default defineConfig({
  integrations: [${call}],
});
`,
  ],
  [
    'no list, tabs, double quotes and no semicolons',
    `import { defineConfig } from "astro/config"

export default defineConfig({
\tsite: "https://example.org",
\tbase: "/blog"
})
`,
    `import { defineConfig } from "astro/config"
import digest from "astro-digest"

export default defineConfig({
\tsite: "https://example.org",
\tbase: "/blog",
\tintegrations: [digest({ title: "Daily Papers" })]
})
`,
  ],
  [
    'no list, on one line with a trailing comma',
    "export default { site: 'https://example.org', };\n",
    `import digest from 'astro-digest';\n\nexport default { site: 'https://example.org', integrations: [${call}], };\n`,
  ],
  [
    'a list of many lines with a trailing comma',
    `import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap'; // for robots

export default defineConfig({
    integrations: [
        mdx({
            gfm: true,
        }),
        sitemap(), // last
        // react(),
    ],
});
`,
    `import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap'; // for robots
import digest from 'astro-digest';

export default defineConfig({
    integrations: [
        mdx({
            gfm: true,
        }),
        sitemap(), // last
        ${call},
        // react(),
    ],
});
`,
  ],
  [
    'a list of many lines without a trailing comma',
    `import mdx from '@astrojs/mdx';
export default {
  integrations: [
    mdx() // MDX
  ]
};
`,
    `import mdx from '@astrojs/mdx';
import digest from 'astro-digest';
export default {
  integrations: [
    mdx(), // MDX
    ${call}
  ]
};
`,
  ],
  [
    'a list on one line with a trailing comma',
    "import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx(),] };\n",
    `import mdx from '@astrojs/mdx';\nimport digest from 'astro-digest';\nexport default { integrations: [mdx(), ${call},] };\n`,
  ],
  [
    'a list that goes on behind a comment of several lines',
    'export default { integrations: [(a) /* a\n and b */] };\n',
    `import digest from 'astro-digest';\n\nexport default { integrations: [(a),\n  ${call} /* a\n and b */] };\n`,
  ],
  [
    'conditions and spreads in the list',
    'export default { integrations: [isDev && a(), ...more] };\n',
    `import digest from 'astro-digest';\n\nexport default { integrations: [isDev && a(), ...more, ${call}] };\n`,
  ],
  [
    'another spread before the list',
    'export default { ...shared, integrations: [a()] };\n',
    `import digest from 'astro-digest';\n\nexport default { ...shared, integrations: [a(), ${call}] };\n`,
  ],
  [
    'a key in quotes',
    "export default { 'integrations': [] };\n",
    `import digest from 'astro-digest';\n\nexport default { 'integrations': [${call}] };\n`,
  ],
  [
    'a config that has a name',
    `// @ts-check
import { defineConfig } from 'astro/config';
const config = { integrations: [] };
export default defineConfig(config);
`,
    `// @ts-check
import { defineConfig } from 'astro/config';
import digest from 'astro-digest';
const config = { integrations: [${call}] };
export default defineConfig(config);
`,
  ],
  [
    'a list that has a name',
    `const integrations = [a()];
export default { integrations };
`,
    `import digest from 'astro-digest';

const integrations = [a(), ${call}];
export default { integrations };
`,
  ],
  [
    'a type in a comment, and what stands at the head of the file',
    `#!/usr/bin/env node
// @ts-check
// The config of the blog.

/** @type {import('astro').AstroUserConfig} */
export default {
  integrations: [],
};
`,
    `#!/usr/bin/env node
// @ts-check
// The config of the blog.

import digest from 'astro-digest';

/** @type {import('astro').AstroUserConfig} */
export default {
  integrations: [${call}],
};
`,
  ],
  [
    'a check of types right above the config',
    '// @ts-check\nexport default { integrations: [] };\n',
    `// @ts-check\nimport digest from 'astro-digest';\n\nexport default { integrations: [${call}] };\n`,
  ],
  [
    'a name that is taken',
    `import digest from './digest.mjs';
export default { integrations: [digest()] };
`,
    `import digest from './digest.mjs';
import astroDigest from 'astro-digest';
export default { integrations: [digest(), astroDigest({ title: 'Daily Papers' })] };
`,
  ],
  [
    'what `astro add` writes',
    `import { defineConfig } from 'astro/config';

import digest from 'astro-digest';

export default defineConfig({
  integrations: [digest()],
});
`,
    `import { defineConfig } from 'astro/config';

import digest from 'astro-digest';

export default defineConfig({
  integrations: [${call}],
});
`,
  ],
  [
    'an import that is not used yet',
    `import papers from 'astro-digest';
export default { integrations: [] };
`,
    `import papers from 'astro-digest';
export default { integrations: [papers({ title: 'Daily Papers' })] };
`,
  ],
  [
    'everything on one line',
    "import a from 'a'; export default { integrations: [a()] }",
    `import a from 'a';\nimport digest from 'astro-digest';\n export default { integrations: [a(), ${call}] }`,
  ],
  [
    'lines that end as on Windows, and a mark at the beginning',
    "\uFEFFimport a from 'a';\r\n\r\nexport default {\r\n  integrations: [\r\n    a(),\r\n  ],\r\n};\r\n",
    `\uFEFFimport a from 'a';\r\nimport digest from 'astro-digest';\r\n\r\nexport default {\r\n  integrations: [\r\n    a(),\r\n    ${call},\r\n  ],\r\n};\r\n`,
  ],
])('%s', (_, before, after) => {
  const result = edit(before);
  expect(result).toEqual({ kind: 'changed', text: after });
  expect(edit(after)).toEqual({ kind: 'present' });
});

test('TypeScript with `satisfies`', () => {
  const text = `import type { AstroUserConfig } from 'astro';

const site: string = 'https://example.org';
export default {
  site,
  integrations: [] as AstroUserConfig['integrations'],
} satisfies AstroUserConfig;
`;
  expect(edit(text, 'astro.config.ts')).toEqual({
    kind: 'changed',
    text: text
      .replace("from 'astro';\n", "from 'astro';\nimport digest from 'astro-digest';\n")
      .replace('[]', `[${call}]`),
  });
});

test.each<[string, string]>([
  ['is there', `import digest from 'astro-digest';\nexport default { integrations: [${call}] };\n`],
  [
    'is there under another name and only in production',
    "import { default as papers } from 'astro-digest';\nconst all = [];\nif (import.meta.env.PROD) all.push(papers({ title: 'T' }));\nexport default { integrations: all };\n",
  ],
])('an integration that %s stays as it is', (_, text) => {
  expect(edit(text)).toEqual({ kind: 'present' });
});

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

test.each([
  ["Ada's papers", "'", "'Ada\\'s papers'"],
  ['“All” the "papers" \\ 日本', "'", `'“All” the "papers" \\\\ 日本'`],
  ['Papers "today"', '"', '"Papers \\"today\\""'],
])('the title %s between %s', (title, quote, written) => {
  const text = `import a from ${quote}a${quote};\nexport default { integrations: [a()] };\n`;
  const result = editAstroConfig(text, 'astro.config.mjs', title);
  expect(result).toHaveProperty('text', expect.stringContaining(`digest({ title: ${written} })`));
});
