import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { makeLongDigest } from '../site/long-digest.ts';
import { digestText, plainSite, Site } from '../site/site.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  // Astro writes void elements and attributes in a way of its own that HTML allows.
  rules: {
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
  },
});

/** Validates pages of a built site, by their paths. */
async function validate(site: Site, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const html = await site.read(`dist/${file}`);
    // A site may have styles for a class of any other name.
    const classes = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '));
    expect(classes.filter((name) => !/^digest(?:-|$)/.test(name))).toEqual([]);
    const report = await validator.validateString(html, file);
    const problems = report.results.flatMap(({ messages }) =>
      messages.map(({ line, column, message, ruleId }) => `${file}:${line}:${column} ${message} (${ruleId})`),
    );
    expect(problems).toEqual([]);
  }
}

test('every kind of page is valid HTML', async () => {
  const site = await Site.create('valid-html', {
    ...plainSite,
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      const watch = [{ name: '“Quotes” & <angles>', query: '"quotes" <angles>' }, { name: 'None', query: 'owls' }];
      export default defineConfig({ site: 'https://example.org', integrations: [digest({ title: 'Daily Papers', watch })] });
    `,
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
      ['“Quotes” & <angles>', 'An abstract with an address: https://github.com/example/code.'],
      ['404', 'A title that is a reserved name.'],
    ]),
  });
  expect((await site.astro(['build'])).status).toBe(0);
  await validate(
    site,
    (await site.list('dist')).filter((file) => file.endsWith('.html')),
  );
});

test('trends and reviews are valid HTML', async () => {
  const site = await makeLongDigest('valid-html-weeks', 8, {
    search: false,
    routes: { images: false, paper: false, bibliographies: false, byVotes: false },
  });
  expect((await site.astro(['build'])).status).toBe(0);
  const reviews = (await site.list('dist')).filter((file) =>
    /^reviews\/2025-(?:01|W08)\/.*\.html$/.test(file),
  );
  expect(reviews).toHaveLength(4);
  await validate(site, [
    'trends/index.html',
    'topics/graph-search/index.html',
    'reviews/index.html',
    ...reviews,
  ]);
});
