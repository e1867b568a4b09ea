import { config, documentOf, linkedNav, nav, page, type InhabitedSite } from './inhabited-site.ts';

/** Sites whose layouts say by a type what they take. */
export const sitesWithTypes: InhabitedSite[] = [
  {
    name: 'a layout with a title and a description',
    files: {
      'astro.config.mjs': config,
      'tsconfig.json': '{ "extends": "astro/tsconfigs/strict" }',
      'src/layouts/Base.astro': `---
interface Props {
  title: string;
  description?: string;
}

const { title, description = 'Notes on owls' } = Astro.props;
---

${documentOf(
  '<title>{title}</title>\n    <meta name="description" content={description} />\n    <slot name="head" />',
  `${nav}\n    <main><slot /></main>`,
)}`,
      'src/pages/index.astro': page('../layouts/Base.astro', 'title="Owls"', '<h1>Owls</h1>'),
      'src/pages/about.astro': page('../layouts/Base.astro', 'title="About"', '<h1>About</h1>'),
    },
    layout: `import Base from './Base.astro';

type Props = LayoutProps;

const { title, description } = Astro.props;
---

<Base title={title} description={description}>
  <slot name="head" slot="head" />
  <slot />
</Base>
`,
    link: { path: 'src/layouts/Base.astro', line: linkedNav },
    isAround: true,
    hasHead: true,
  },
  {
    name: 'a layout with one object for the head',
    files: {
      'astro.config.mjs': config,
      'src/components/Header.astro': `<header>
  <a href="/">Bats</a>
  <nav class="menu">
    <ul>
      <li class="entry"><a class="entry-link" href="/">Home</a></li>
      <li class="entry"><a class="entry-link" href="/caves/">Caves</a></li>
    </ul>
  </nav>
</header>
`,
      'src/types.ts': `export interface Meta extends Named {
  description: string;
  image?: string;
}
interface Named {
  title: string;
}
`,
      'src/layouts/Main.astro': `---
import Header from '../components/Header.astro';

import type { Meta } from '../types';

type Props = { meta: Meta; wide?: boolean };

const { meta, wide = false } = Astro.props;
---

${documentOf(
  '<title>{meta.title}</title>\n    <meta name="description" content={meta.description} />\n    {meta.image && <meta property="og:image" content={meta.image} />}',
  '<Header />\n    <main class:list={[{ wide }]}><slot /></main>',
)}`,
      'src/pages/index.astro': page(
        '../layouts/Main.astro',
        "meta={{ title: 'Bats', description: 'Of bats' }}",
      ),
    },
    layout: `import Main from './Main.astro';

type Props = LayoutProps;

const { title, description, image } = Astro.props;
---

<Main meta={{ title, description: description ?? '', image }}>
  <slot />
</Main>
`,
    says: 'src/layouts/Main.astro has no slot in its `<head>`, so the pages of the digest go without their feeds',
    link: {
      path: 'src/components/Header.astro',
      line: '      <li class="entry"><DigestNav class="entry-link" /></li>',
    },
    isAround: true,
    hasHead: false,
  },
  {
    name: 'slots of other names',
    files: {
      'astro.config.mjs': config,
      'src/layouts/Frame.astro': `---
interface Props { pageTitle: string }
const { pageTitle } = Astro.props;
---
${documentOf(
  '<title>{pageTitle}</title>\n    <slot name="seo" />',
  '<header><slot name="top"><b>Swifts</b></slot></header>\n    <main><slot name="content" /></main>',
)}`,
      'src/pages/index.astro': page(
        '../layouts/Frame.astro',
        'pageTitle="Swifts"',
        '<Fragment slot="content"><h1>Swifts</h1></Fragment>',
      ),
    },
    layout: `import Frame from './Frame.astro';

type Props = LayoutProps;

const { title } = Astro.props;
---

<Frame pageTitle={title}>
  <slot name="head" slot="seo" />
  <slot slot="content" />
</Frame>
`,
    says: 'No navigation was found that a link could be put into: write these lines where yours is.',
    isAround: true,
    hasHead: true,
  },
  {
    name: 'pages that bring the main element, and links that are components',
    files: {
      'astro.config.mjs': config,
      'src/components/NavLink.astro': `---
const { href, ...rest } = Astro.props;
const isHere = href === Astro.url.pathname;
---
<a href={href} class:list={{ isHere }} {...rest}><slot /></a>
`,
      'src/layouts/BaseLayout.astro': `---
import NavLink from '../components/NavLink.astro';
interface Props { title?: string | undefined; description?: string | undefined }
const { title = 'Voles', description } = Astro.props;
---
${documentOf(
  '<title>{title}</title>\n    {description && <meta name="description" content={description} />}\n    <slot name="head" />',
  `<nav>
      <NavLink href="/">Home</NavLink>
      <NavLink href="/burrows">Burrows</NavLink>
    </nav>
    <slot />`,
)}`,
      'src/pages/index.astro': page('../layouts/BaseLayout.astro', '', '<main><h1>Voles</h1></main>'),
    },
    layout: `import BaseLayout from './BaseLayout.astro';

type Props = LayoutProps;

const { title, description } = Astro.props;
---

<BaseLayout title={title} description={description}>
  <slot name="head" slot="head" />
  <main><slot /></main>
</BaseLayout>
`,
    link: {
      path: 'src/layouts/BaseLayout.astro',
      line: '      <NavLink href="/papers">Daily Papers</NavLink>',
    },
    isAround: true,
    hasHead: true,
  },
  {
    name: 'another folder, tabs, double quotes, no semicolons, classes on every link',
    files: {
      'astro.config.mjs': `import { defineConfig } from "astro/config"

export default defineConfig({
	site: "https://owls.example",
	srcDir: "./app"
})
`,
      'app/layouts/site/Default.astro': `---
import "./plain.css"
import type { HTMLAttributes } from "astro/types"

interface Props extends HTMLAttributes<"main"> {
	title: string
	type?: "website" | "article"
}

const { title, type = "website", class: className } = Astro.props
---

${documentOf(
  '<title>{title}</title>\n    <meta property="og:type" content={type} />\n    <slot name="head" />',
  `<header>
		<nav>
			<a class="px-2 py-1" href="/">Home</a>
			<a class="px-2 py-1" href="/eggs/" aria-current={Astro.url.pathname === "/eggs/" ? "page" : undefined}>Eggs</a>
		</nav>
	</header>
	<main class={className}><slot /></main>`,
)}`,
      'app/layouts/site/plain.css': 'main { color: darkgreen }\n',
      'app/pages/index.astro': page('../layouts/site/Default.astro', 'title="Eggs"', '<h1>Eggs</h1>'),
    },
    layout: `import Default from './site/Default.astro';

type Props = LayoutProps;

const { title, type } = Astro.props;
---

<Default title={title} type={type}>
  <slot name="head" slot="head" />
  <slot />
</Default>
`,
    link: { path: 'app/layouts/site/Default.astro', line: '\t\t\t<DigestNav class="px-2 py-1" />' },
    isAround: true,
    hasHead: true,
  },
  {
    name: 'the strictest TypeScript, in a file that its own rests on',
    files: {
      'astro.config.mjs': config,
      'tsconfig.json': '{ "extends": ["./tsconfig.shared"], "include": [".astro/types.d.ts", "src"] }',
      'tsconfig.shared.json': '{ "extends": "astro/tsconfigs/strictest" }',
      'src/layouts/Base.astro': `---
interface Head {
  title: string;
  description: string | undefined;
  'og-image'?: string;
  canonicalURL?: URL;
}
interface Props {
  head: Head;
  description?: string;
  image?: string | undefined;
  canonical?: URL;
  canonicalHref: string | undefined;
  type?: 'website' | 'article';
  lang?: 'en' | 'nl';
  dir?: 'ltr' | 'rtl';
}

const { head, description = 'Notes on owls', image, canonical, canonicalHref, type, lang, dir } = Astro.props;
---

${documentOf(
  `<title>{head.title}</title>
    <meta name="description" content={head.description ?? description} />
    <meta property="og:image" content={head['og-image'] ?? image} />
    <meta property="og:type" content={type} />
    <meta name="owls" content={\`\${lang} \${dir} \${head.canonicalURL?.href} \${canonicalHref}\`} />
    {canonical && <link rel="canonical" href={canonical.href} />}
    <slot name="head" />`,
  `${nav}\n    <main><slot /></main>`,
)}`,
      'src/pages/index.astro': page(
        '../layouts/Base.astro',
        "head={{ title: 'Owls', description: undefined }} canonicalHref={undefined}",
        '<h1>Owls</h1>',
      ),
    },
    layout: `import Base from './Base.astro';

type Props = LayoutProps;

const { title, description, image, canonical, type, dir } = Astro.props;
---

<Base
  head={{ title, description, ...(image === undefined ? {} : { 'og-image': image }), ...(canonical === undefined ? {} : { canonicalURL: new URL(canonical) }) }}
  {...(description === undefined ? {} : { description })}
  image={image}
  {...(canonical === undefined ? {} : { canonical: new URL(canonical) })}
  canonicalHref={canonical}
  type={type}
  dir={dir}
>
  <slot name="head" slot="head" />
  <slot />
</Base>
`,
    link: { path: 'src/layouts/Base.astro', line: linkedNav },
    isAround: true,
    hasHead: true,
  },
];
