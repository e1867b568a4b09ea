import { config, documentOf, linkedNav, nav, page, type InhabitedSite } from './inhabited-site.ts';

/** Sites whose layouts are in others, in packages, or made for something else. */
export const sitesWithSharedLayouts: InhabitedSite[] = [
  {
    name: 'a workspace, with the layout in another package of it',
    folder: 'apps/web',
    files: {
      'package.json': '{ "name": "meadow", "private": true, "workspaces": ["apps/*", "packages/*"] }',
      'node_modules/@meadow/ui/package.json': '{ "name": "@meadow/ui", "type": "module" }',
      'node_modules/@meadow/ui/Shell.astro': `---
interface Props {
  title: string;
  lang?: string;
}
const { title, lang = 'en' } = Astro.props;
---
<html lang={lang}>
  <head><meta charset="utf-8" /><title>{title}</title><slot name="head" /></head>
  <body data-owner="owls">${nav}<main><slot /></main></body>
</html>
`,
      'apps/web/package.json': '{ "name": "web", "type": "module" }',
      'apps/web/astro.config.ts': config,
      'apps/web/src/pages/index.astro': page('@meadow/ui/Shell.astro', 'title="Meadow"', '<h1>Meadow</h1>'),
    },
    layout: `import Shell from '@meadow/ui/Shell.astro';

type Props = LayoutProps;

const { title, lang } = Astro.props;
---

<Shell title={title} lang={lang}>
  <slot name="head" slot="head" />
  <slot />
</Shell>
`,
    says: 'No navigation was found that a link could be put into: write these lines where yours is.',
    isAround: true,
    hasHead: true,
  },
  {
    name: 'short names for folders, and a layout of articles inside of another one',
    files: {
      'astro.config.mjs': config,
      'tsconfig.json': `{
  // The site's own names.
  "extends": "astro/tsconfigs/base",
  "compilerOptions": { "paths": { "@layouts/*": ["./src/layouts/*"], "~/*": ["./src/*"] }, },
}
`,
      'src/layouts/Site.astro': `---
export interface Props {
  title: string;
  canonicalURL?: URL | string;
}
const { title, canonicalURL = new URL(Astro.url.pathname, Astro.site) } = Astro.props;
---
${documentOf(
  '<title>{title}</title>\n    <link rel="canonical" href={canonicalURL} />\n    <slot name="head" />',
  `${nav}\n    <main><slot /></main>`,
)}`,
      'src/layouts/Article.astro': `---
import Site from '~/layouts/Site.astro';
interface Props { title: string; day: Date }
const { title, day } = Astro.props;
---
<Site title={title}>
  <slot name="head" slot="head" />
  <h1>{title}</h1>
  <time>{day.toISOString()}</time>
  <slot />
</Site>
`,
      'src/pages/index.astro': page('@layouts/Article.astro', 'title="Moths" day={new Date(0)}'),
      'src/pages/traps.astro': page('@layouts/Article.astro', 'title="Traps" day={new Date(0)}'),
    },
    layout: `import Site from './Site.astro';

type Props = LayoutProps;

const { title, canonical } = Astro.props;
---

<Site title={title} canonicalURL={canonical}>
  <slot name="head" slot="head" />
  <slot />
</Site>
`,
    link: { path: 'src/layouts/Site.astro', line: linkedNav },
    isAround: true,
    hasHead: true,
  },
  {
    name: 'one layout, that of a post with a day',
    files: {
      'astro.config.mjs': config,
      'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const blog = defineCollection({
  loader: glob({ base: './src/blog', pattern: '*.md' }),
  schema: z.object({ title: z.string(), posted: z.coerce.date() }),
});

export const collections = { blog };
`,
      'src/blog/first.md': '---\ntitle: First\nposted: 2025-02-01\n---\n\nA wren.\n',
      'src/layouts/Post.astro': `---
import type { CollectionEntry } from 'astro:content';
type Props = CollectionEntry<'blog'>['data'];
const { title, posted } = Astro.props;
---
${documentOf('<title>{title}</title>', '<main><time>{posted.toISOString()}</time><slot /></main>')}`,
      'src/pages/[id].astro': `---
import { getCollection, render } from 'astro:content';
import Post from '../layouts/Post.astro';
export async function getStaticPaths() {
  const posts = await getCollection('blog');
  return posts.map((post) => ({ params: { id: post.id }, props: post }));
}
const { Content } = await render(Astro.props);
---
<Post {...Astro.props.data}><Content /></Post>
`,
      'src/pages/index.astro': documentOf('<title>Wrens</title>', '<h1>Wrens</h1>'),
    },
    says: 'The digest has a layout of its own instead of src/layouts/Post.astro, because the digest has nothing for its prop `posted`: change that, or write a layout for the digest and name it in `layout`',
    isAround: false,
    hasHead: true,
  },
  {
    name: 'a layout inside of another one that hands its slots on',
    files: {
      'astro.config.mjs': config,
      'src/layouts/Root.astro': `---
interface Props { title: string; lang: string }
const { title, lang } = Astro.props;
---
<html lang={lang}>
  <head><meta charset="utf-8" /><title>{title}</title><slot name="metadata" /></head>
  <body data-owner="owls"><slot /></body>
</html>
`,
      'src/layouts/Page.astro': `---
import Root from './Root.astro';
const { title, locale = 'en' } = Astro.props;
---
<Root title={\`\${title} | Stoats\`} lang={locale}>
  <slot name="head" slot="metadata" />
  <div class="page">
    <nav aria-label="Main">
      <a href="/">Home</a> |
      <a href="/tracks/">Tracks</a>
    </nav>
    <main id="main"><slot /></main>
    <footer><slot name="foot">Stoats</slot></footer>
  </div>
</Root>
`,
      'src/pages/index.astro': page('../layouts/Page.astro', 'title="Stoats"', '<h1>Stoats</h1>'),
    },
    layout: `import Page from './Page.astro';

type Props = LayoutProps;

const { title } = Astro.props;
---

<Page title={title}>
  <slot name="head" slot="head" />
  <slot />
</Page>
`,
    link: { path: 'src/layouts/Page.astro', line: '      <DigestNav />' },
    isAround: true,
    hasHead: true,
  },
  {
    name: 'a layout that was made for the digest',
    files: {
      'astro.config.mjs': config,
      'src/layouts/Whole.astro': `---
import type { LayoutProps } from 'astro-digest';
type Props = Partial<LayoutProps>;
const { title = 'Toads', lang = 'en' } = Astro.props;
---
<html lang={lang}>
  <head><meta charset="utf-8" /><title>{title}</title><slot name="head" /></head>
  <body data-owner="owls">${nav}<main><slot /></main></body>
</html>
`,
      'src/pages/index.astro': page('../layouts/Whole.astro', '', '<h1>Toads</h1>'),
    },
    link: { path: 'src/layouts/Whole.astro', line: '<DigestNav />' },
    isAround: true,
    hasHead: true,
  },
];
