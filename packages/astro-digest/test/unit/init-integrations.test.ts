import { expect, test } from 'vitest';
import { call, edit } from './edited-astro-config.ts';

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
