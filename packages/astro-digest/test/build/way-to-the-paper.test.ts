import { beforeAll, describe, expect, test } from 'vitest';
import type { DigestOptions } from '../../src/integration/options.ts';
import { Html } from '../site/html.ts';
import { digestText, plainSite, Site } from '../site/site.ts';

const files = {
  'src/content.config.ts': plainSite['src/content.config.ts'] as string,
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
    ['Counting Owls', 'Owls hunt at night. Code is at https://github.com/example/owls.'],
    ['Hearing of Bats', 'Bats hunt at night, too.'],
    ['Seeing Foxes', 'Foxes hunt in the morning.'],
    ['Old Rivers & New', 'Rivers move where $x < y$ holds.'],
  ]),
  'src/content/digests/2025-03-12/counting-owls.mdx':
    '---\narxivId: "2503.01234"\ndoi: 10.1000/owls.7\n---\n',
  'src/content/digests/2025-03-12/hearing-of-bats.mdx':
    '---\nlinks:\n  - { url: "https://example.org/bats.pdf", kind: paper }\n---\n',
  'src/content/digests/2025-03-12/seeing-foxes.mdx': '---\narxivId: math/0211159\n---\n',
};

const config = (options: Partial<DigestOptions>) => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({
    integrations: [digest(${JSON.stringify({ title: 'Daily Papers', ...options })})],
  });
`;

describe('the page of a paper', () => {
  let site: Site;
  const paper = async (slug: string) =>
    new Html(await site.read(`dist/papers/2025-03-12/${slug}/index.html`));

  beforeAll(async () => {
    site = await Site.create('way-to-the-paper', { ...files, 'astro.config.mjs': config({ lang: 'de' }) });
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
  });

  test('leads to arXiv and by the DOI before its text, and to its code after it', async () => {
    const html = await paper('counting-owls');
    expect(html.attributes('.digest-way a', 'href')).toEqual([
      'https://arxiv.org/abs/2503.01234',
      'https://arxiv.org/pdf/2503.01234',
      'https://arxiv.org/html/2503.01234',
      'https://doi.org/10.1000/owls.7',
    ]);
    expect(html.text('.digest-way')).toBe('arXiv 2503.01234 · PDF · HTMLDOI 10.1000/owls.7');
    expect(html.attributes('.digest-links a', 'href').at(-1)).toBe('https://github.com/example/owls');
    const source = await site.read('dist/papers/2025-03-12/counting-owls/index.html');
    const order = [
      '"digest-links digest-way digest-quiet"',
      '"digest-abstract"',
      '"digest-links digest-quiet"',
    ];
    const places = order.map((part) => source.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('names no HTML of a paper that arXiv has none of, and leads to an address that the digest tells', async () => {
    expect((await paper('seeing-foxes')).attributes('.digest-way a', 'href')).toEqual([
      'https://arxiv.org/abs/math/0211159',
      'https://arxiv.org/pdf/math/0211159',
    ]);
    const bats = await paper('hearing-of-bats');
    expect(bats.attributes('.digest-way a', 'href')).toEqual(['https://example.org/bats.pdf']);
  });

  test('says that it searches where the digest tells no address', async () => {
    const html = await paper('old-rivers-new');
    expect(html.text('.digest-way')).toBe(
      'Nach dem Titel suchen · arXiv · Semantic Scholar · Google Scholar · Hugging Face',
    );
    const [first = ''] = html.attributes('.digest-way a', 'href');
    expect(new URL(first).searchParams.get('query')).toBe('Old Rivers & New');
    expect(html.attributes('.digest-way a', 'rel')).toEqual(Array.from({ length: 4 }, () => 'nofollow'));
  });
});

test('papers on the page of their issue have the same way, to the places that the site names', async () => {
  const lookup: DigestOptions['lookup'] = [
    'google-scholar',
    { name: 'My library', url: 'https://example.org/find?title={title}' },
  ];
  const site = await Site.create('way-in-issue', {
    ...files,
    'astro.config.mjs': config({ pages: 'issue', lookup }),
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output).toBe(0);
  const html = new Html(await site.read('dist/papers/2025-03-12/index.html'));
  const rivers = '#old-rivers-new .digest-way';
  expect(html.text(rivers)).toBe('Search for the title · Google Scholar · My library');
  expect(html.attributes(`${rivers} a`, 'href').at(-1)).toBe(
    'https://example.org/find?title=Old%20Rivers%20%26%20New',
  );
  expect(html.attributes('#counting-owls .digest-way a', 'href')).toContain(
    'https://arxiv.org/pdf/2503.01234',
  );
});
