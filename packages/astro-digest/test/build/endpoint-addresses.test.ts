import { parseFeed } from '@rowanmanning/feed-parser';
import { expect, test } from 'vitest';
import { bibliographies, config, feeds, files, mails } from '../site/endpoints-site.ts';
import { Site } from '../site/site.ts';
import { readXml, textsAt } from '../unit/xml-reader.ts';

const types = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
  'papers.bib': 'application/x-bibtex',
  'papers.ris': 'application/x-research-info-systems',
  'papers.json': 'application/vnd.citationstyles.csl+json',
  'papers.jsonl': 'application/jsonl',
  'sitemap.xml': 'application/xml',
  'llms.txt': 'text/plain',
  '2025-03-12/mail.html': 'text/html',
  '2025-03-12/mail.txt': 'text/plain',
  '2025-03-12/mail.eml': 'message/rfc822',
};

test.each([
  { format: 'file', trailingSlash: 'never', issue: 'https://example.org/2025-03-12.html' },
  { format: 'directory', trailingSlash: 'always', issue: 'https://example.org/2025-03-12/' },
])(
  'files have the same addresses whatever pages have: $format, $trailingSlash',
  async ({ issue, ...options }) => {
    const site = await Site.create(`endpoints-${options.format}`, {
      ...files,
      'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({
        site: 'https://example.org',
        trailingSlash: '${options.trailingSlash}',
        build: { format: '${options.format}' },
        integrations: [digest({ title: 'Daily Papers', base: '/' })],
      });
    `,
    });
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    const dist = await site.list('dist');
    for (const folder of ['', '2025-03-12/'])
      for (const name of bibliographies) expect(dist).toContain(`${folder}${name}`);
    for (const name of [...feeds, 'sitemap.xml', 'llms.txt']) expect(dist).toContain(name);
    for (const name of mails) expect(dist).toContain(`2025-03-12/${name}`);
    expect(textsAt(readXml(await site.read('dist/sitemap.xml')), 'urlset/url/loc')).toContain(issue);
    expect(parseFeed(await site.read('dist/rss.xml')).self).toBe('https://example.org/rss.xml');
  },
);

test('astro dev answers with every file, and says what each is', async () => {
  const site = await Site.create('endpoints-dev', {
    ...files,
    'astro.config.mjs': config(`site: 'https://example.org',`),
  });
  const server = await site.serve('dev');
  try {
    for (const [path, type] of Object.entries(types)) {
      const response = await fetch(`${server.address}/repo/papers/${path}`);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([
        path,
        200,
        `${type}; charset=utf-8`,
      ]);
    }
    expect((await fetch(`${server.address}/repo/papers/sitemap-1.xml`)).status).toBe(404);
  } finally {
    await server.stop();
  }
});
