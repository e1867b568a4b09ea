import { beforeAll, describe, expect, test } from 'vitest';
import { Html } from '../site/html.ts';
import { digestText, plainSite, Site } from '../site/site.ts';

const digest = digestText('Mar 12', [
  ['Walking Robots', 'Robots walk over forest floors and learn from falling.'],
  ['Flying Seeds', 'Seeds fly with the wind and tell where forests grow.'],
  ['Counting Leaves', 'Leaves are counted by looking at them from above.'],
]);

const files = {
  ...plainSite,
  'src/content/digests/2025-03-12.txt': digest,
  'src/layouts/Base.astro': `---
import type { LayoutProps } from 'astro-digest';
type Props = LayoutProps;
const { title, description, canonical, image, lang } = Astro.props;
---
<!doctype html>
<html lang="en" data-page-language={lang}>
  <head>
    <meta charset="utf-8" />
    <title>{title}</title>
    <meta name="description" content={description} />
    <link rel="canonical" href={canonical} />
    <meta property="og:image" content={image} />
    <slot name="head" />
  </head>
  <body><header id="site-head">My Site</header><main><slot /></main></body>
</html>
`,
};

const configWith = (options: string): string => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  export default defineConfig({
    site: 'https://example.org',
    integrations: [digest({ title: 'Daily Papers', ${options} })],
  });
`;

describe('a layout of the site', () => {
  let site: Site;
  let output: string;
  const page = async (path: string): Promise<Html> =>
    new Html(await site.read(`dist/papers/${path}index.html`));

  beforeAll(async () => {
    site = await Site.create('layout', {
      ...files,
      'astro.config.mjs': configWith("layout: './src/layouts/Base.astro'"),
    });
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    output = build.output;
  });

  test('with a slot for the head is not warned of', () => {
    expect(output).not.toContain('has no slot');
  });

  test('is around every page of the digest', async () => {
    const pages = (await site.list('dist/papers')).filter((file) => file.endsWith('.html'));
    const own = pages.filter((file) => !file.endsWith('mail.html'));
    expect(own.length).toBeGreaterThan(10);
    for (const file of own) {
      const html = new Html(await site.read(`dist/papers/${file}`));
      expect(html.text('#site-head'), file).toBe('My Site');
      expect(html.texts('html'), file).toHaveLength(1);
      expect(html.texts('main'), file).toHaveLength(1);
      expect(html.texts('title'), file).toHaveLength(1);
      expect(html.texts('.digest-skip'), file).toEqual([]);
      expect(html.texts('main > .digest.digest-page[lang=en]'), file).toHaveLength(1);
    }
  });

  test('gets title, description, address, picture and language of the page', async () => {
    const paper = await page('2025-03-12/walking-robots/');
    expect(paper.text('title')).toBe('Walking Robots · Daily Papers');
    expect(paper.attributes('meta[name=description]', 'content')[0]).toContain('forest floors');
    expect(paper.attributes('link[rel=canonical]', 'href')).toEqual([
      'https://example.org/papers/2025-03-12/walking-robots/',
    ]);
    expect((await page('2025-03-12/')).attributes('meta[property="og:image"]', 'content')).toEqual([
      'https://example.org/papers/images/2025-03-12.png',
    ]);
    expect(paper.attributes('html', 'dataPageLanguage')).toEqual(['en']);
  });

  test('has what only the digest knows in its slot for the head', async () => {
    const paper = await page('2025-03-12/walking-robots/');
    expect(paper.attributes('link[rel=alternate]', 'href')).toContain('/papers/rss.xml');
    expect(paper.attributes('meta[name=citation_title]', 'content')).toEqual(['Walking Robots']);
    expect(paper.texts('script[type="application/ld+json"]')).not.toEqual([]);
    expect((await page('search/')).attributes('meta[name=robots]', 'content')).toEqual([]);
    expect((await page('starred/')).attributes('meta[name=robots]', 'content')).toEqual(['noindex']);
  });

  test('leaves light and dark, and how pages follow one another, to the site', async () => {
    const html = await site.read('dist/papers/index.html');
    expect(html).not.toContain('digestTheme');
    expect(new Html(html).texts('.digest-theme')).toEqual([]);
    const styles = (await site.list('dist/_astro')).filter((file) => file.endsWith('.css'));
    for (const file of styles)
      expect(await site.read(`dist/_astro/${file}`)).not.toContain('@view-transition');
  });

  test('that does not exist is named, with what to write', async () => {
    const wrong = await Site.create('layout-missing', {
      ...files,
      'astro.config.mjs': configWith("layout: './src/layouts/Bass.astro'"),
    });
    const build = await wrong.astro(['build']);
    expect(build.status).toBe(1);
    expect(build.output).toContain(
      'digest() in astro.config: `layout` is not valid: there is no file ./src/layouts/Bass.astro: write the path of a component',
    );
  });
});

describe('a layout of the site that shows titles itself, without a slot for the head', () => {
  let site: Site;
  let output: string;
  const page = async (path: string): Promise<Html> =>
    new Html(await site.read(`dist/papers/${path}index.html`));

  beforeAll(async () => {
    site = await Site.create('layout-with-titles', {
      ...files,
      'src/layouts/Base.astro':
        '<html lang="en"><head><title>{Astro.props.title}</title></head><body><h1>{Astro.props.shortTitle}</h1><slot /></body></html>\n',
      'astro.config.mjs': configWith(
        "layout: './src/layouts/Base.astro', heading: false, keys: { search: false, star: 'f' }",
      ),
    });
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
    ({ output } = build);
  });

  test('has one title a page', async () => {
    const pages = (await site.list('dist/papers')).filter((file) => file.endsWith('.html'));
    for (const file of pages.filter((file) => !file.endsWith('mail.html'))) {
      const html = new Html(await site.read(`dist/papers/${file}`));
      expect(html.texts('h1'), file).toHaveLength(1);
      expect(html.texts('.digest-heading:not([hidden])'), file).toHaveLength(file === 'index.html' ? 1 : 0);
    }
    expect((await page('2025-03-12/walking-robots/')).texts('h1')).toEqual(['Walking Robots']);
    // The front page is called as the digest is, so the day is a heading below.
    expect((await page('')).texts('h1, h2.digest-heading')).toEqual([
      'Daily Papers',
      'Wednesday, March 12, 2025',
    ]);
  });

  test('hears once what it loses', () => {
    expect(output.split('has no slot `head`')).toHaveLength(2);
    expect(output).toContain(
      './src/layouts/Base.astro has no slot `head`, so the pages of the digest have no links to its feeds',
    );
  });

  test('lists the keys that there are', async () => {
    expect((await page('')).texts('.digest-keys kbd')).toEqual(['j', 'k', 'f', '?']);
  });

  test('needs no keys', async () => {
    await site.write(
      'astro.config.mjs',
      configWith(
        "layout: './src/layouts/Base.astro', heading: false, keys: false, routes: { topics: false }",
      ),
    );
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);
    expect((await page('')).texts('.digest-keys, [data-digest-keys]')).toEqual([]);
  });
});

describe('parts of a digest in pages of the site', () => {
  let site: Site;
  const page = async (path: string): Promise<Html> => new Html(await site.read(`dist/${path}index.html`));
  const frame = (imports: string, body: string): string =>
    `---\n${imports}\n---\n<html lang="en"><head><title>Own</title></head><body><h1>Own</h1>${body}</body></html>\n`;

  beforeAll(async () => {
    site = await Site.create('parts', {
      ...files,
      'src/pages/index.astro': frame(
        `import LatestIssue from 'astro-digest/components/LatestIssue.astro';
         import SearchBox from 'astro-digest/components/SearchBox.astro';`,
        '<LatestIssue limit={2} /><SearchBox label="Find" />',
      ),
      'src/pages/list.astro': frame(
        "import PaperList from 'astro-digest/components/PaperList.astro';",
        '<PaperList issue="2025-03-12" limit={2} />',
      ),
      'src/pages/card.mdx':
        'import PaperCard from \'astro-digest/components/PaperCard.astro\';\n\n# A card\n\n<PaperCard paper="2025-03-12/flying-seeds" />\n',
      'src/pages/plain.astro': frame('', '<p>Nothing of it</p>'),
    });
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
  });

  test('the latest issue names its papers, as many as are wanted', async () => {
    const home = await page('');
    expect(home.text('.digest-latest h2')).toBe('Wednesday, March 12, 2025');
    expect(home.attributes('.digest-latest h2 a', 'href')).toEqual(['/papers/2025-03-12/']);
    expect(home.text('.digest-latest > p')).toBe('3 papers');
    expect(home.attributes('.digest-title > a', 'href')).toEqual([
      '/papers/2025-03-12/walking-robots/',
      '/papers/2025-03-12/flying-seeds/',
    ]);
  });

  test('the search box leads to the search page', async () => {
    const home = await page('');
    expect(home.attributes('form[role=search]', 'action')).toEqual(['/papers/search/']);
    expect(home.attributes('form input', 'name')).toEqual(['q']);
    expect(home.text('form label')).toBe('Find');
  });

  test('a list and a card show papers with their abstracts, and put no id into the page', async () => {
    const list = await page('list/');
    expect(list.texts('.digest-paper h2')).toEqual(['Walking Robots', 'Flying Seeds']);
    expect(list.attributes('[id]', 'id')).toEqual([]);
    const card = await page('card/');
    expect(card.texts('.digest-paper h2')).toEqual(['Flying Seeds']);
    expect(card.text('.digest-abstract')).toContain('fly with the wind');
    expect(card.attributes('.digest-paper', 'id')).toEqual([]);
  });

  test('they bring no script, and only the pages that have them have their styles', async () => {
    for (const path of ['', 'list/', 'card/', 'plain/'])
      expect((await page(path)).texts('script'), path).toEqual([]);
    const sheets = async (path: string) =>
      (await page(path)).attributes('link[rel=stylesheet]', 'href').length +
      (await page(path)).texts('style').length;
    expect(await sheets('plain/')).toBe(0);
    expect(await sheets('')).toBe(1);
  });

  test('their styles leave the way from page to page to the site', async () => {
    const home = await page('');
    const [sheet = ''] = home.attributes('link[rel=stylesheet]', 'href');
    const css = sheet === '' ? home.text('style') : await site.read(`dist${sheet}`);
    expect(css).not.toContain('@view-transition');
    expect(css).toContain('.digest');
  });

  test('what is not there is named, with one that is', async () => {
    await site.write(
      'src/pages/list.astro',
      frame(
        "import PaperList from 'astro-digest/components/PaperList.astro';",
        '<PaperList issue="2025-03-13" />',
      ),
    );
    const build = await site.astro(['build']);
    expect(build.status).toBe(1);
    expect(build.output).toContain(
      'There is no issue `2025-03-13`: write the id of one, such as 2025-03-12.',
    );
  });
});

describe('the ways between a site and its digest', () => {
  const front = {
    'src/pages/index.astro': `---
import DigestNav from 'astro-digest/components/DigestNav.astro';
---
<html lang="en"><head><title>My site</title></head><body><nav class="front"><DigestNav parts class="own" /></nav></body></html>`,
  };
  const build = async (name: string, options: string, more: Record<string, string>): Promise<Site> => {
    const site = await Site.create(name, { ...files, 'astro.config.mjs': configWith(options), ...more });
    const { status, output } = await site.astro(['build']);
    if (status !== 0) throw new Error(output);
    return site;
  };
  const read = async (site: Site, path: string): Promise<Html> =>
    new Html(await site.read(`dist/${path}index.html`));

  test('the own layout leads back to the front page of the site, where it has one', async () => {
    const site = await build('ways-home', '', front);
    const latest = await read(site, 'papers/');
    expect(latest.texts('.digest-masthead li a')[0]).toBe('Home');
    expect(latest.attributes('.digest-masthead li a', 'href')[0]).toBe('/');
    const page = await read(site, '');
    expect(page.texts('.front a.own')).toEqual(['Daily Papers', 'Archive', 'Subscribe', 'Search']);
    expect(page.attributes('.front a', 'href')[0]).toBe('/papers/');
    // Nothing but links: the page has no style of the digest.
    expect(page.texts('link[rel=stylesheet], style')).toEqual([]);
  });

  test('a site has the links in its own navigation, and pages without a masthead', async () => {
    const site = await build('ways-nav', "layout: './src/layouts/Nav.astro', masthead: false", {
      'src/layouts/Nav.astro': `---
import DigestNav from 'astro-digest/components/DigestNav.astro';
const { title } = Astro.props;
---
<html lang="en"><head><title>{title}</title><slot name="head" /></head><body><nav class="site"><DigestNav parts /></nav><main><slot /></main></body></html>`,
    });
    const archive = await read(site, 'papers/archive/');
    expect(archive.texts('.digest-masthead')).toEqual([]);
    expect(archive.texts('.site a[aria-current=page]')).toEqual(['Archive']);
    expect((await read(site, 'papers/')).texts('.site a[aria-current=page]')).toEqual(['Daily Papers']);
  });

  test('another address leads home, or none', async () => {
    const site = await build('ways-other', "home: 'https://example.org/start/'", front);
    expect((await read(site, 'papers/')).attributes('.digest-masthead li a', 'href')[0]).toBe(
      'https://example.org/start/',
    );
    await site.write('astro.config.mjs', configWith('home: false'));
    expect((await site.astro(['build'])).status).toBe(0);
    expect((await read(site, 'papers/')).texts('.digest-masthead li a')[0]).toBe('Latest');
  });
});
