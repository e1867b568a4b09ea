import { config, documentOf, linkedNav, nav, page, type InhabitedSite } from './inhabited-site.ts';

/** Sites whose layouts have no types, or that have none. */
export const sitesWithoutTypes: InhabitedSite[] = [
  {
    name: 'pages in Markdown, whose layout takes their front matter',
    files: {
      'astro.config.mjs': config,
      'src/layouts/Note.astro': `---
const { frontmatter } = Astro.props;
const day = frontmatter.day && new Date(frontmatter.day);
---

${documentOf(
  '<title>{frontmatter.title} – Terns</title>\n    <meta name="description" content={frontmatter.description} />',
  `${nav}\n    <main>{day && <time>{day.toISOString()}</time>}<slot /></main>`,
)}`,
      'src/pages/index.md':
        '---\nlayout: ../layouts/Note.astro\ntitle: Terns\nday: 2025-03-01\n---\n\n# Terns\n\nThey dive.\n',
      'src/pages/about.md': '---\ntitle: About\nlayout: "../layouts/Note.astro"\n---\n\n# About\n',
    },
    layout: `import Note from './Note.astro';

type Props = LayoutProps;

const { title, description } = Astro.props;
---

<Note frontmatter={{ title, description: description ?? '' }}>
  <slot />
</Note>
`,
    link: { path: 'src/layouts/Note.astro', line: linkedNav },
    isAround: true,
    hasHead: false,
  },
  {
    name: 'JavaScript alone, collections of its own, a layout without types',
    files: {
      'astro.config.mjs': config,
      'src/content.config.js': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

const walks = defineCollection({ loader: glob({ base: './src/walks', pattern: '*.md' }) });

export const collections = { walks };
`,
      'src/walks/dusk.md': '---\ntitle: Dusk\n---\n\nWe walked at dusk.\n',
      'src/components/Seo.astro': `---
const { title, description, image } = Astro.props;
---
<title>{title}</title>
{description && <meta name="description" content={description} />}
{image && <meta property="og:image" content={image} />}
`,
      'src/layouts/Layout.astro': `---
import Seo from '../components/Seo.astro';
const { title, description, image } = Astro.props;
const links = [{ to: '/', name: 'Home' }, { to: '/walks/', name: 'Walks' }];
---
${documentOf(
  '<Seo title={title} description={description} image={image} />\n    <slot name="head" />',
  `<nav>
      {links.map(({ to, name }) => <a class:list={['link', { here: to === Astro.url.pathname }]} href={to}>{name}</a>)}
    </nav>
    <main><slot /></main>`,
)}`,
      'src/pages/index.astro': page('../layouts/Layout.astro', 'title="Walks"', '<h1>Walks</h1>'),
    },
    layout: `import Layout from './Layout.astro';

type Props = LayoutProps;

const { title, description } = Astro.props;
---

<Layout title={title} description={description ?? ''}>
  <slot name="head" slot="head" />
  <slot />
</Layout>
`,
    link: { path: 'src/layouts/Layout.astro', line: '      <DigestNav class="link" />' },
    isAround: true,
    hasHead: true,
  },
  {
    name: 'no layout at all',
    files: {
      'astro.config.mjs': config,
      'src/components/Top.astro': `<nav>\n  <a href="/">Home</a>\n  <a href="/hares">Hares</a>\n</nav>\n`,
      'src/pages/index.astro': `---
import Top from '../components/Top.astro';
---
${documentOf('<title>Hares</title>', '<Top /><main><h1>Hares</h1></main>')}`,
      'src/pages/hares.astro': documentOf('<title>Hares</title>', '<h1>More hares</h1>'),
    },
    says: 'The digest has a layout of its own, because no page in src/pages is in one that could be found: write a layout for it and name it in `layout`',
    link: { path: 'src/components/Top.astro', line: '  <DigestNav />' },
    isAround: false,
    hasHead: true,
  },
  {
    name: 'a layout that takes nothing',
    files: {
      'astro.config.mjs': config,
      'src/layouts/Layout.astro': documentOf('<title>Newts</title>', `${nav}\n    <slot />`),
      'src/pages/index.astro': page('../layouts/Layout.astro', '', '<main><h1>Newts</h1></main>'),
    },
    layout: `import Layout from './Layout.astro';

type Props = LayoutProps;
---

<Layout>
  <main><slot /></main>
</Layout>
`,
    says: 'src/layouts/Layout.astro takes no title, so all pages of the digest have the same one in the window',
    link: { path: 'src/layouts/Layout.astro', line: linkedNav },
    isAround: true,
    hasTitle: false,
    hasHead: false,
  },
  {
    name: 'a layout that shows the title as a heading',
    files: {
      'astro.config.mjs': config,
      'src/layouts/Base.astro': `---
const { pageTitle } = Astro.props;
---
${documentOf('<title>{pageTitle}</title>', `${nav}\n    <main><h1>{pageTitle}</h1><slot /></main>`)}`,
      'src/pages/index.astro': page('../layouts/Base.astro', 'pageTitle="Frogs"'),
    },
    layout: `import Base from './Base.astro';

type Props = LayoutProps;

const { shortTitle } = Astro.props;
---

<Base pageTitle={shortTitle}>
  <slot />
</Base>
`,
    says: "digest({ title: 'Daily Papers', layout: './src/layouts/Digest.astro', heading: false })",
    link: { path: 'src/layouts/Base.astro', line: linkedNav },
    isAround: true,
    hasHead: false,
  },
];
