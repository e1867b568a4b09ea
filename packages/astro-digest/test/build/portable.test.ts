import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { Html } from '../site/html.ts';
import { digestText, Site } from '../site/site.ts';

const layout = `---
import '../styles/own.css';
const { title } = Astro.props;
---
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><slot name="head" />
<meta http-equiv="content-security-policy" content="script-src 'self'">
<link rel="icon" href={\`\${Astro.site ? '' : '/sub'}/icon.svg\`}></head>
<body><a id="blog" href={\`\${Astro.site ? '' : '/sub'}/blog/\`}>Blog</a>
<img id="far" src="https://elsewhere.example/a.png" alt="Far away"><slot /></body></html>
`;

const files = (options: string, digests: string): Record<string, string> => ({
  'astro.config.mjs': `
    import { defineConfig } from 'astro/config';
    import digest from 'astro-digest';
    export default defineConfig({ ${options} integrations: [${digests}] });
  `,
  'src/content.config.ts': `
    import { digestCollections } from 'astro-digest/content';
    export const collections = {
      ...digestCollections(), ...digestCollections({ name: 'vision', base: 'src/content/vision' }),
    };
  `,
  'src/layouts/Own.astro': layout,
  'src/styles/own.css': '.digest-page { background: url("/ground.svg") }',
  'public/ground.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'public/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
    ['Walking Robots', 'Robots walk over forest floors and learn from falling.'],
    ['Seeing Rivers', 'Cameras look at rivers and tell how high the water is.'],
  ]),
  'src/content/vision/2025-03-13.txt': digestText('Mar 13', [
    ['Talking Trees', 'Trees talk by their roots, and machines listen to them in the woods.'],
  ]),
});

/** Runs the command on a site, and gives what it says and how it ends. */
async function portable(site: Site, ...more: string[]): Promise<{ status: number; said: string[] }> {
  const said: string[] = [];
  const terminal = {
    out: (text: string) => void said.push(text),
    error: (text: string) => void said.push(text),
    colours: false,
  };
  return { status: await run(['portable', '--root', site.root, ...more], terminal), said };
}

/** Addresses in the pages of a folder that lead to no file of it. */
async function deadEnds(site: Site, folder: string): Promise<string[]> {
  const list = new Set(await site.list(folder));
  const dead: string[] = [];
  for (const file of list) {
    if (!file.endsWith('.html')) continue;
    const html = new Html(await site.read(join(folder, file)));
    const addresses = [
      ...html.attributes('a[href], link[href]', 'href'),
      ...html.attributes('[src]', 'src'),
      ...html.attributes('form[action]', 'action'),
    ];
    for (const address of addresses) {
      if (/^(?:https:|mailto:|data:|#)/.test(address)) continue;
      const path = decodeURIComponent(address.replace(/[?#].*/s, ''));
      if (path.startsWith('/') || !list.has(join(dirname(file), path))) dead.push(`${file}: ${address}`);
    }
  }
  return dead;
}

async function hashOf(site: Site): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await site.list('dist-portable'))
    hash.update(file).update(await site.read(`dist-portable/${file}`));
  return hash.digest('hex');
}

describe('two digests under a base, as files, of a site that is online nowhere', () => {
  let site: Site;

  beforeAll(async () => {
    site = await Site.create(
      'portable-files',
      files(
        "base: '/sub', build: { format: 'file' },",
        `digest({ title: 'Daily Papers', layout: './src/layouts/Own.astro' }),
         digest({ title: 'Vision', name: 'vision', base: '/reading/vision', lang: 'de' })`,
      ),
    );
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
  });

  test('are two folders without an address that leads nowhere', async () => {
    const { status, said } = await portable(site, '--zip');
    expect(said.join('\n')).toContain('dist-portable/papers.zip: ');
    expect(status).toBe(0);
    expect((await site.list('dist-portable')).filter((file) => !file.includes('/'))).toEqual([
      'papers.html',
      'papers.zip',
      'reading-vision.html',
      'reading-vision.zip',
    ]);
    for (const folder of ['dist-portable/papers', 'dist-portable/reading-vision']) {
      expect(await deadEnds(site, folder)).toEqual([]);
      expect(await site.list(folder)).toEqual(expect.arrayContaining(['index.html', 'search.html']));
    }
  });

  test('take along what a layout shows, and no link into a site that is nowhere', async () => {
    await portable(site);
    const page = await site.read('dist-portable/papers/index.html');
    const html = new Html(page);
    expect(html.attributes('#blog', 'href')).toEqual([]);
    expect(html.text('#blog')).toBe('Blog');
    expect(html.attributes('#far', 'src')).toEqual([]);
    expect(page).not.toContain('content-security-policy');
    expect(html.attributes('link[rel=icon]', 'href')).toEqual(['_assets/site/icon.svg']);
    const paper = await site.read('dist-portable/papers/2025-03-12/walking-robots.html');
    expect(new Html(paper).attributes('a[rel=next]', 'href')).toEqual(['seeing-rivers.html']);
    const single = await site.read('dist-portable/papers.html');
    expect(single).toContain('href="#/2025-03-12/walking-robots/"');
    expect(single).toContain('href="data:image/svg+xml;base64,');
    expect(single).not.toMatch(/(?:href|src)="(?!https:|mailto:|data:|#)/);
  });

  test('are the same bytes each time, and stay as they were when something is wrong', async () => {
    await portable(site);
    const before = await hashOf(site);
    await portable(site);
    expect(await hashOf(site)).toBe(before);
    await site.remove('dist/papers.html');
    const { status, said } = await portable(site);
    expect(said.join('\n')).toMatch(/dist has no front page of “Daily Papers”, .*: build the site again/);
    expect(status).toBe(1);
    expect(await hashOf(site)).toBe(before);
  });
});

test('a site without slashes at the ends of its addresses leads to itself online', async () => {
  const site = await Site.create(
    'portable-never',
    files(
      "site: 'https://example.org', trailingSlash: 'never',",
      "digest({ title: 'Daily Papers', base: '/', layout: './src/layouts/Own.astro', portable: true })",
    ),
  );
  await site.remove('src/content/vision');
  await site.write(
    'src/content.config.ts',
    "import { digestCollections } from 'astro-digest/content';\nexport const collections = { ...digestCollections() };",
  );
  const build = await site.astro(['build']);
  expect(build.output).toContain('dist-portable/digest: ');
  expect(await deadEnds(site, 'dist-portable/digest')).toEqual([]);
  const front = new Html(await site.read('dist-portable/digest/index.html'));
  expect(front.attributes('#blog', 'href')).toEqual(['https://example.org/blog/']);
  const subscribe = new Html(await site.read('dist-portable/digest/subscribe/index.html'));
  expect(subscribe.attributes('dd a', 'href')).toContain('https://example.org/rss.xml');
  const css = (await site.list('dist-portable/digest')).filter((file) => file.endsWith('.css'));
  const sheets = await Promise.all(css.map((file) => site.read(`dist-portable/digest/${file}`)));
  const inline = await site.read('dist-portable/digest/index.html');
  expect([...sheets, inline].join('\n')).toMatch(/url\("(?:\.\.\/|_assets\/site\/)ground\.svg"\)/);
});
