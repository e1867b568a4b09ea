import { beforeAll, describe, expect, test } from 'vitest';
import { fromDigest, toMdx } from 'remark-digest';
import { Html } from '../site/html.ts';
import { digestText, plainSite, Site, type Outcome } from '../site/site.ts';

const digest = digestText('Mar 12', [
  ['Pointer Networks', 'The abstract of the digest.'],
  ['A Second Paper', 'It stays as the digest has it.'],
  ['A Broken One', 'What the digest says of it.'],
]);

describe('papers with a file of their own', () => {
  let site: Site;
  let build: Outcome;
  const paper = async (slug: string) =>
    new Html(await site.read(`dist/papers/2025-03-12/${slug}/index.html`));

  beforeAll(async () => {
    site = await Site.create('paper-files', {
      ...plainSite,
      'src/components/Chart.astro': `---\nconst { points } = Astro.props;\n---\n<figure>{points} points</figure>\n`,
      'src/content/digests/2025-03-12.txt': digest,
      'src/content/digests/2025-03-12/pointer-networks.mdx': [
        '---',
        'authors: ["Ada Example", "Max Muster"]',
        'arxivId: "1506.03134"',
        'upvotes: 7',
        '---',
        "import Chart from '../../../components/Chart.astro';",
        '',
        'Written by a *person*.',
        '',
        '<Chart points={6 * 7} />',
        '',
      ].join('\n'),
      'src/content/digests/2025-03-12/a-broken-one.mdx': 'A brace { that is never closed.\n',
      'src/content/digests/2025-03-12/one-more.mdx':
        '---\ntitle: "One *More*"\n---\n\nPlain **words** only.\n',
      'src/content/digests/2025-03-12/no-title.mdx': 'Nobody knows what this is.\n',
      'src/content/digests/2025-03-12/wrong-key.mdx': '---\ntitle: "Wrong Key"\nvotes: 3\n---\n\nText.\n',
    });
    build = await site.astro(['build']);
  });

  test('build', () => expect(build.status, build.output).toBe(0));

  test('a live paper takes the place of the paper of the same name and is rendered by MDX', async () => {
    const html = await paper('pointer-networks');
    expect(html.text('h1')).toBe('Pointer Networks');
    expect(html.text('figure')).toBe('42 points');
    expect(html.text('.digest-abstract em')).toBe('person');
    expect(html.text('.digest-facts')).toBe('Ada Example and Max Muster · 7 votes');
    expect(html.texts('.digest-links li')).toEqual(['arXiv 1506.03134 · PDF']);
    expect(html.text('main')).not.toContain('The abstract of the digest.');
  });

  test('it keeps its place in the issue, and papers without a place follow', async () => {
    const html = new Html(await site.read('dist/papers/2025-03-12/index.html'));
    expect(html.texts('article h2')).toEqual([
      'Pointer Networks',
      'A Second Paper',
      'A Broken One',
      'One *More*',
    ]);
    expect(html.text('article figure')).toBe('42 points');
  });

  test('a paper without code is HTML and no module', async () => {
    expect((await paper('one-more')).text('.digest-abstract strong')).toBe('words');
    expect((await site.read('.astro/content-modules.mjs')).match(/\.mdx/g)?.length).toBeGreaterThan(0);
    expect(await site.read('.astro/content-modules.mjs')).not.toContain('one-more');
  });

  test('a broken file is named with its place, and the paper of the digest stays', async () => {
    expect(build.output).toMatch(
      /2025-03-12\/a-broken-one\.mdx:\d+:\d+ This is not valid MDX .* \(astro-digest:invalid-mdx\)/,
    );
    expect((await paper('a-broken-one')).text('.digest-abstract')).toBe('What the digest says of it.');
  });

  test('a file without a title that replaces nothing is named and left out', async () => {
    expect(build.output).toContain(
      'no-title.mdx:1:1 This paper has no title and takes the place of no paper',
    );
    expect(await site.list('dist/papers/2025-03-12')).not.toContain('no-title/index.html');
  });

  test('a key that means nothing is named with its line', () => {
    expect(build.output).toMatch(
      /wrong-key\.mdx:3:1 The front matter's “votes” is not known: use one of title, /,
    );
  });

  test('the search finds what a live paper says, without its code', async () => {
    expect((await site.records()).map(({ text }) => text)).toEqual([
      'Written by a person.',
      'It stays as the digest has it.',
      'What the digest says of it.',
      'Plain words only.',
    ]);
  });

  test('a build that reads nothing anew renders it, too', async () => {
    const second = await site.astro(['build']);
    expect(second.status, second.output).toBe(0);
    expect((await paper('pointer-networks')).text('figure')).toBe('42 points');
  });
});

test('a digest written out as MDX files gives the same pages without its text', async () => {
  const text = digestText('Mar 12', [
    [
      'Braces {and} <tags>',
      'An abstract with {braces}, <tags>, *stars* and https://github.com/example/code.',
    ],
  ]);
  const files: Record<string, string> = {};
  for (const node of fromDigest(text, { path: '2025-03-12.txt' }).children) {
    if (node.type === 'digestEntry') files[`src/content/digests/2025-03-12/${node.slug}.mdx`] = toMdx(node);
  }
  const fromText = await Site.create('from-text', {
    ...plainSite,
    'src/content/digests/2025-03-12.txt': text,
  });
  const fromFiles = await Site.create('from-files', { ...plainSite, ...files });
  expect((await fromText.astro(['build'])).status).toBe(0);
  expect((await fromFiles.astro(['build'])).status).toBe(0);
  const path = 'dist/papers/2025-03-12/braces-and-tags/index.html';
  const [a, b] = [new Html(await fromText.read(path)), new Html(await fromFiles.read(path))];
  expect(b.text('h1')).toBe(a.text('h1'));
  expect(b.text('.digest-abstract')).toBe(a.text('.digest-abstract'));
  expect(b.texts('.digest-links li')).toEqual(a.texts('.digest-links li'));
});
