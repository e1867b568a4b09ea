import { expect, test } from 'vitest';
import { editAstroConfig } from '../../src/cli/init/astro-config.ts';
import { call, edit } from './edited-astro-config.ts';

test.each<[string, string, string]>([
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

test.each<[string, string]>([
  ['is there', `import digest from 'astro-digest';\nexport default { integrations: [${call}] };\n`],
  [
    'is there under another name and only in production',
    "import { default as papers } from 'astro-digest';\nconst all = [];\nif (import.meta.env.PROD) all.push(papers({ title: 'T' }));\nexport default { integrations: all };\n",
  ],
])('an integration that %s stays as it is', (_, text) => {
  expect(edit(text)).toEqual({ kind: 'present' });
});

test.each([
  ["Ada's papers", "'", "'Ada\\'s papers'"],
  ['“All” the "papers" \\ 日本', "'", `'“All” the "papers" \\\\ 日本'`],
  ['Papers "today"', '"', '"Papers \\"today\\""'],
])('the title %s between %s', (title, quote, written) => {
  const text = `import a from ${quote}a${quote};\nexport default { integrations: [a()] };\n`;
  const result = editAstroConfig(text, 'astro.config.mjs', { title });
  expect(result).toHaveProperty('text', expect.stringContaining(`digest({ title: ${written} })`));
});
