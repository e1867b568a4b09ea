import type { Root, RootContent } from 'mdast';
import { fromDigest, plainText, toMdx } from 'remark-digest';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { randomFrom } from '../../../remark-digest/test/hostile/random.ts';
import { hostileText } from '../../../remark-digest/test/hostile/text.ts';
import { Html } from '../site/html.ts';
import { themeEarly } from '../../src/reader/theme-early.ts';
import { digestText, plainSite, Site } from '../site/site.ts';

const seed = 20250312;
const digestPath = '2025-03-12.txt';
// As bytes: half a character is lost when a file is written.
const digest = Buffer.from(digestText('Mar 12', hostilePapers(600)));
const entries = fromDigest(digest, { path: digestPath }).children.filter(
  (node) => node.type === 'digestEntry',
);

/** Papers with a plain word at both ends of title and abstract, so that each is a block of its own, and anything between. */
function hostilePapers(count: number): [title: string, abstract: string][] {
  const random = randomFrom(seed);
  const oneBlock = (text: string): string => text.replace(/\s*[\r\n\u0085\u2028\u2029]\s*/g, ' ');
  return Array.from({ length: count }, (_, index) => [
    `Paper ${index} ${oneBlock(hostileText(random))} end`,
    `Here ${oneBlock(hostileText(random))} it ends. And so on.`,
  ]);
}

test('the hostile digest has 600 papers', () => expect(entries).toHaveLength(600));

test('600 hostile papers in a digest become 600 harmless pages with every word', async () => {
  const site = await Site.create('hostile-digest', {
    ...plainSite,
    [`src/content/digests/${digestPath}`]: digest,
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output.slice(-2000)).toBe(0);
  await expectHarmless(site, 'dist/papers/2025-03-12', 'h1', '.digest-abstract');
});

test('600 hostile papers as MDX files do so, too, in the theme and in plain Astro', async () => {
  const files = Object.fromEntries(
    entries.map((entry) => [`src/content/digests/2025-03-12/${entry.slug}.mdx`, toMdx(entry)]),
  );
  const site = await Site.create('hostile-mdx', {
    ...plainSite,
    ...files,
    // In Astro 6 plain Astro puts other quotation marks in place of those that a text has.
    'astro.config.mjs': `
      import { defineConfig } from 'astro/config';
      import digest from 'astro-digest';
      export default defineConfig({
        site: 'https://example.org',
        markdown: { smartypants: false },
        integrations: [digest({ title: 'Daily Papers' })],
      });
    `,
    'src/content.config.ts': `
      import { defineCollection } from 'astro:content';
      import { glob } from 'astro/loaders';
      import { digestCollections } from 'astro-digest/content';
      const base = 'src/content/digests';
      export const collections = {
        ...digestCollections(),
        plain: defineCollection({ loader: glob({ pattern: '**/*.mdx', base }) }),
      };
    `,
    'src/pages/plain/[...id].astro': `---
      import { getCollection, render } from 'astro:content';
      export const getStaticPaths = async () =>
        (await getCollection('plain')).map((paper) => ({ params: { id: paper.id }, props: { paper } }));
      const { paper } = Astro.props;
      const { Content } = await render(paper);
---
      <html lang="en"><body><h1>{paper.data.title}</h1><main><Content /></main></body></html>
    `,
  });
  const build = await site.astro(['build']);
  expect(build.status, build.output.slice(-2000)).toBe(0);
  await expectHarmless(site, 'dist/papers/2025-03-12', 'h1', '.digest-abstract');
  await expectHarmless(site, 'dist/plain/2025-03-12', 'h1', 'main', '`');
});

/**
 * Every paper has a page, with its title and its abstract as a reader of the digest has them, and nothing that runs.
 *
 * @param mark what stands around code: in plain Astro, MDX has it as text in backticks
 */
async function expectHarmless(
  site: Site,
  folder: string,
  title: string,
  abstract: string,
  mark = '',
): Promise<void> {
  const pages = (await site.list(folder)).filter((file) => file.includes('/'));
  expect(pages).toHaveLength(entries.length);
  const wrong = [];
  for (const entry of entries) {
    const html = new Html(await site.read(`${folder}/${entry.slug}/index.html`));
    const found = {
      title: html.text(title),
      abstract: html.textWithSource(abstract),
      elements: html.names('main').filter((name) => !harmless.has(name)),
      handlers: html.attributeNames('html').filter((name) => /^on/i.test(name)),
      scripts: html.texts('script').filter((script) => !isOurs(script)),
      addresses: html.attributes('main a', 'href').filter((href) => !/^(?:https?:|mailto:|[/#])/i.test(href)),
    };
    const expected = {
      title: folded(entry.title),
      abstract: folded(plainText(withCode(entry.children.slice(1), mark))),
      elements: [],
      handlers: [],
      scripts: [],
      addresses: [],
    };
    try {
      expect(found).toEqual(expected);
    } catch {
      wrong.push({ slug: entry.slug, found, expected });
    }
  }
  expect(wrong.slice(0, 2)).toEqual([]);
}

/** A copy of an abstract in which code is text between marks. */
function withCode(nodes: readonly RootContent[], mark: string): RootContent[] {
  const copy = structuredClone([...nodes]);
  visit({ type: 'root', children: copy } satisfies Root, 'inlineCode', (node, index, parent) => {
    if (parent && index !== undefined) {
      parent.children[index] = { type: 'text', value: `${mark}${node.value}${mark}` };
    }
  });
  return copy;
}

const harmless = new Set(
  (
    'main article header footer nav section div p h1 h2 span a ul ol li em strong time math mrow mi mn mo ' +
    'svg path details summary pre code mark ms mtext mspace msup msub msubsup mfrac msqrt mroot munder mover munderover mtable mtr mtd mstyle mpadded mphantom'
  ).split(' '),
);

/** Whether a script is one that every page has: that of the theme, one from a file, or linked data, which is no code. */
function isOurs(script: string): boolean {
  return script === '' || script === themeEarly || isLinkedData(script);
}

function isLinkedData(script: string): boolean {
  try {
    return JSON.stringify(JSON.parse(script)).includes('"@context":"https://schema.org"');
  } catch {
    return false;
  }
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
