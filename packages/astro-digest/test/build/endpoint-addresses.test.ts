import { parseFeed } from '@rowanmanning/feed-parser';
import { expect, test } from 'vitest';
import { bibliographies, config, feeds, files, mails } from '../site/endpoints-site.ts';
import { digestText, Site } from '../site/site.ts';
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
    expect(await idsIn(site, 'dist')).toEqual(idsOf('https://example.org/'));
  },
);

test('a digest that has moved keeps the ids of its papers, and a feed stays within its bytes', async () => {
  const abstract = 'Owls hunt at night, and bats do. '.repeat(40);
  const site = await Site.create('endpoints-moved', {
    ...files,
    'src/content/digests/2025-03-13.txt': digestText(
      'Mar 13',
      Array.from({ length: 120 }, (_, index): [string, string] => [
        `Paper of Owls and Number ${index}`,
        `Owl ${index} flies. ${abstract}`,
      ]),
    ),
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({
        site: 'https://new.example.org',
        integrations: [digest({
          title: 'Daily Papers',
          base: '/digest',
          feeds: { maxBytes: 60000, identity: 'https://example.org' },
        })],
      });
    `,
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  for (const name of feeds) {
    const text = await site.read(`dist/digest/${name}`);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
  }
  const { items, self } = parseFeed(await site.read('dist/digest/rss.xml'));
  expect(self).toBe('https://new.example.org/digest/rss.xml');
  expect(items[0]?.id).toBe('https://example.org/2025-03-13/paper-of-owls-and-number-0/');
  expect(items[0]?.url).toBe('https://new.example.org/digest/2025-03-13/paper-of-owls-and-number-0/');
  expect(items[0]?.content).toContain('Owl 0 flies.');
  const there = items.length - 1;
  expect(items.at(-1)?.title).toBe(`${120 - there} more papers`);
  expect(items.at(-1)?.url).toBe('https://new.example.org/digest/2025-03-13/');
});

/** Ids of all papers, with that of the feed in Atom, below the digest's first address. */
function idsOf(digest: string): Record<string, string[]> {
  const papers = [
    '2025-03-12/q-a-on-b-birds-b-braces-and-quotes',
    '2025-03-12/small-rivers',
    '2025-03-11/seen-twice',
    '2025-03-11/an-older-paper',
  ].map((paper) => `${digest}${paper}/`);
  return { rss: papers, atom: [digest, ...papers], json: papers };
}

async function idsIn(site: Site, folder: string): Promise<Record<string, string[]>> {
  const atom = readXml(await site.read(`${folder}/atom.xml`));
  const json = JSON.parse(await site.read(`${folder}/feed.json`)) as { items: { id: string }[] };
  return {
    rss: textsAt(readXml(await site.read(`${folder}/rss.xml`)), 'rss/channel/item/guid'),
    atom: [...textsAt(atom, 'feed/id'), ...textsAt(atom, 'feed/entry/id')],
    json: json.items.map(({ id }) => id),
  };
}

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
