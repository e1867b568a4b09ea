/** What a layout of the site's own takes from elsewhere. */
export type LayoutPart = 'posts' | 'glob' | 'year' | 'variable' | 'library' | 'throws';

/** What each part has in the code of the layout, and what it shows. */
const parts: Record<LayoutPart, readonly [code: string, markup: string]> = {
  posts: [
    "import { getCollection } from 'astro:content';\nconst posts = (await getCollection('posts')).map(({ data }) => data.title).sort();",
    '{posts.map((post) => <span>{post}</span>)}',
  ],
  glob: [
    "const texts = Object.values(import.meta.glob('../content/posts/*.md', { query: '?raw', import: 'default', eager: true }));",
    '<pre>{texts.join()}</pre>',
  ],
  year: ['const now = new Date();', '<p>© {now.getFullYear()}</p>'],
  variable: ['', '<p>{import.meta.env.PUBLIC_WORD}</p>'],
  library: [
    "import { getLibrary } from 'astro-digest/runtime';\nconst { issues } = await getLibrary();",
    '<p>{issues.length} issues, the last of {issues[0]?.id}</p>',
  ],
  throws: ["if (Astro.props.title) throw new Error('no layout today');", ''],
};

/** Layouts that a site can have. Pages of one that asks for a collection are never kept, and so some ask for none. */
export const layouts: readonly (readonly LayoutPart[])[] = [
  ['posts', 'variable', 'library'],
  ['variable', 'library'],
  ['glob', 'variable'],
  ['library', 'year'],
  ['variable'],
  [],
];

/** A layout of the site's own. */
export function layoutText(takes: readonly LayoutPart[], word: string): string {
  const code = takes.map((part) => parts[part][0]).join('\n');
  const markup = takes.map((part) => parts[part][1]).join('');
  return `---
import '../styles/site.css';
${code}
const { title } = Astro.props;
---
<html lang="en"><head><meta charset="utf-8" /><title>{title}</title><slot name="head" /></head>
<body><header>${word}</header><main><slot /></main>${markup}</body></html>
`;
}

/** A component of the site's own in the place of the theme's, with a word of its own, one of another module and one of Vite's. */
export function cardText(word: string): string {
  return `---
import { word } from './word.ts';
const { paper, library } = Astro.props;
const home = library ? library.homeOf(paper) : paper;
---
<article><h2>{home.data.title}</h2><p>${word} {word} {__WORD__}</p></article>
`;
}

/** A module that the component imports. */
export const wordText = (word: string): string => `export const word = '${word}';\n`;

/** A middleware of the site, which puts a word at the end of every page. */
export function middlewareText(word: string): string {
  return `export const onRequest = async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response((await response.text()) + '<!-- ${word} -->', response);
};
`;
}
