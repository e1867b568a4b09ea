import { expect, test } from 'vitest';
import { digestText, plainSite, Site } from '../site/site.ts';

function siteWith(name: string, options: string): Promise<Site> {
  return Site.create(`max-files-${name}`, {
    ...plainSite,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({ integrations: [digest({ title: 'Daily Papers', ${options} })] });
    `,
    'src/content/digests/2025-03-12.txt': digestText(
      'Mar 12',
      Array.from({ length: 40 }, (_, index): [string, string] => [
        `Paper number ${index + 1}`,
        `The abstract of paper ${index + 1} tells of rivers, forests and ${index + 1} birds.`,
      ]),
    ),
  });
}

async function countOf(site: Site): Promise<number> {
  return (await site.list('dist')).length;
}

test('a site within its limit is built without a word; fewer fragments are fewer files', async () => {
  const site = await siteWith('within', 'maxFiles: 1000, search: { maxFragments: 10 }');
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  expect(build.output).not.toContain('maxFiles');
  const fragments = (await site.list('dist')).filter((file) => file.includes('/fragment/'));
  expect(fragments.length).toBeGreaterThan(0);
  expect(fragments.length).toBeLessThanOrEqual(10);
});

test('a site near its limit is told how many files there are and what to set', async () => {
  const site = await siteWith('near', 'maxFiles: 170');
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  const [sentence = '', count] =
    /The site has (\d+) files, (?:7[5-9]|[89]\d|100) % of the 170 of `maxFiles`: set (.*) in digest\(\) of astro\.config\./.exec(
      build.output,
    ) ?? [];
  expect(Number(count)).toBe(await countOf(site));
  expect(sentence).toMatch(/`pages: 'issue'` \(40 fewer\)/);
});

test('a site beyond its limit is not built', async () => {
  const site = await siteWith('beyond', 'maxFiles: 60');
  const build = await site.astro(['build']);
  expect(build.status).not.toBe(0);
  expect(build.output).toMatch(
    /The site has 1\d\d files, more than the 60 of `maxFiles`: set `pages: 'issue'` \(40 fewer\), `search: \{ maxFragments: 10 \}` \(30 fewer\) and `routes: \{ \w+: false \}`/,
  );
  expect(build.output).not.toContain('Stack trace');
  expect(build.output).not.toContain('Complete!');
});

test('a site beyond its limit leaves the last one', async () => {
  const site = await siteWith('leaves', "title: 'The last site'");
  expect((await site.astro(['build'])).status).toBe(0);
  const files = await site.list('dist');
  const config = await site.read('astro.config.mjs');
  await site.write('astro.config.mjs', config.replace("'The last site'", "'The next one', maxFiles: 60"));
  expect((await site.astro(['build'])).status).not.toBe(0);
  expect(await site.list('dist')).toEqual(files);
  expect(await site.read('dist/papers/index.html')).toContain('The last site');
});
