import { expect, test } from 'vitest';
import { digestText, plainSite, Site } from '../site/site.ts';

/** An `astro.config` with options of the digest, and of Astro. */
const config = (options: object, astro = ''): string => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({
    ${astro}
    integrations: [digest(${JSON.stringify({ title: 'Daily Papers', ...options })})],
  });
`;

const contentConfig = (options: object): string => `
  import { digestCollections } from 'astro-digest/content';
  export const collections = { ...digestCollections(${JSON.stringify(options)}) };
`;

const digestPath = 'src/content/digests/2025-03-12.txt';

test.each<[name: string, files: Record<string, string>, sentence: string]>([
  [
    'option',
    { 'astro.config.mjs': config({ topics: { 'Few-shot': 'few-shot' } }) },
    'digest() in astro.config.mjs: `topics.Few-shot` is not valid: write a list of terms, such as `["few-shot"]`.',
  ],
  [
    'option-in-typescript',
    { 'astro.config.mjs': '', 'astro.config.ts': config({ routes: { topcs: false } }) },
    'digest() in astro.config.ts: `routes.topcs` is not an option: use latest, issue,',
  ],
  [
    'component',
    { 'astro.config.mjs': config({ components: { PaperCard: './src/Card.astro' } }) },
    'digest() in astro.config: `components.PaperCard` is not valid: there is no file ./src/Card.astro',
  ],
  [
    'locales',
    {
      'astro.config.mjs': config(
        {},
        "i18n: { locales: ['en', 'de'], defaultLocale: 'en', routing: { prefixDefaultLocale: true } },",
      ),
    },
    'digest() in astro.config: `base` is not valid: with `i18n.routing.prefixDefaultLocale` Astro has only pages',
  ],
  [
    'no-site',
    { 'astro.config.mjs': config({ routes: { feeds: true } }) },
    'digest() in astro.config: `routes.feeds` is not valid: what it turns on needs whole addresses: set `site`',
  ],
  [
    'collections',
    {
      'src/content.config.ts': '',
      'source/content.config.js': contentConfig({ year: '2025' }),
      'astro.config.mjs': config({}, "srcDir: 'source',"),
    },
    'digestCollections() in source/content.config.js: `year` is not valid: write a year as a number, such as 2025.',
  ],
  [
    'folder',
    { 'src/content.config.ts': contentConfig({ base: digestPath }) },
    `digestCollections() in src/content.config.ts: \`base\` is not valid: ${digestPath} is a file: write the folder that it is in`,
  ],
])('%s: a build ends with one message, and no stack of ours', async (name, files, sentence) => {
  const site = await Site.create(`wrong-config-${name}`, {
    ...plainSite,
    [digestPath]: digestText('Mar 12', [['One Paper', 'Its abstract.']]),
    ...files,
  });
  for (const [path, text] of Object.entries(files)) if (text === '') await site.remove(path);
  const build = await site.astro(['build']);
  expect(build.status).not.toBe(0);
  // An error of the content configuration is told again by Astro, as the cause of its own.
  const times = build.output.includes('Caused by') ? 2 : 1;
  expect(build.output.split(sentence)).toHaveLength(1 + times);
  expect(
    build.output
      .split('\n')
      .filter((line) => /^\s+at .*[/\\](?:astro|remark)-digest[/\\]dist[/\\]/.test(line)),
  ).toEqual([]);
});
