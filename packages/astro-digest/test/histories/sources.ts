import { seeded, type Random } from '../../../../benchmarks/archive/random.ts';

/** The files of a site that somebody writes: texts by path. */
export type Sources = ReadonlyMap<string, string>;

/** What a site has in its configuration; all of it can be changed by a step. */
export interface SiteOptions {
  title: string;
  base: string;
  related: number;
  pages: 'paper' | 'issue';
  named: boolean;
  off: readonly string[];
  strings: Readonly<Record<string, string>>;
  layout: boolean;
  card: boolean;
}

/** How large a site is. */
export interface SiteSize {
  /** Days on which there is an issue. */
  days: readonly string[];
  /** How many papers an issue has. */
  papers: number;
  /** Kinds of pages and files that are turned off from the beginning. */
  off: readonly string[];
}

const words =
  'owl bat tern newt heron moth wing nest song night flight feather river forest echo signal map model sensor count trace winter island'.split(
    ' ',
  );

/** A small site with everything on, and one that is large enough for volumes. */
export const sizes: Readonly<Record<'small' | 'volumes', SiteSize>> = {
  small: { days: daysOf(12, 61), papers: 5, off: [] },
  volumes: {
    days: daysOf(30, 21),
    papers: 75,
    off: ['mail', 'images', 'archive', 'byVotes', 'authors', 'organizations', 'paper'],
  },
};

function daysOf(count: number, apart: number): string[] {
  const first = Date.parse('2023-01-09T00:00:00Z');
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * apart * 86_400_000).toISOString().slice(0, 10),
  );
}

const folder = 'src/content/digests/';

/** Path of a digest. */
export const digestPath = (name: string): string => `${folder}${name}.md`;

/** Names of the digests of a site. */
export function digestNames(sources: Sources): string[] {
  return [...sources.keys()]
    .filter((path) => path.startsWith(folder) && path.endsWith('.md'))
    .map((path) => path.slice(folder.length, -3))
    .sort();
}

/** A sentence of drawn words. */
export function sentence(random: Random, length = 9): string {
  const text = Array.from({ length }, () => random.pick(words)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A digest: a heading, an author line and an abstract for each paper. */
export function digestText(random: Random, papers: number): string {
  const entries = Array.from({ length: papers }, (_, index) => {
    const title = sentence(random, 4).slice(0, -1);
    const id = `${2301 + random.between(0, 40)}.${String(10_000 + random.between(0, 80_000))}`;
    return [
      `## [${title} ${index}](https://arxiv.org/abs/${id})`,
      `${random.pick(['Ann Lee', 'Bo Ek', 'Cy Dorn'])}, ${random.pick(['Di Fuller', 'Eva Gray', 'Ann Lee'])}`,
      `${sentence(random)} ${sentence(random)}`,
    ].join('\n\n');
  });
  return `# Papers\n\n${entries.join('\n\n')}\n`;
}

/** The first state of a site. */
export function firstSources(size: SiteSize): { sources: Sources; options: SiteOptions } {
  const random = seeded(7);
  const options: SiteOptions = {
    title: 'Night papers',
    base: '/papers',
    related: 3,
    pages: 'paper',
    named: true,
    off: size.off,
    strings: {},
    layout: false,
    card: false,
  };
  const digests = size.days.map((day): [string, string] => [
    digestPath(day),
    digestText(random, size.papers),
  ]);
  return { sources: new Map([...fixedSources(), ...digests]), options };
}

function fixedSources(): [string, string][] {
  return [
    ['package.json', '{ "name": "history", "private": true, "type": "module" }'],
    ['package-lock.json', '{ "version": 1 }'],
    ['.env', 'PUBLIC_WORD=one\n'],
    ['public/robots.txt', 'User-agent: *\n'],
    ['src/pages/index.astro', '<h1>A site</h1>\n'],
    ['src/content/posts/first.md', '---\ntitle: First post\n---\nText.\n'],
    ['src/styles/site.css', 'h1 { letter-spacing: 1px; }\n'],
    ['src/layouts/Base.astro', layoutText('plain', 'one')],
    ['src/theme/Card.astro', cardText('one')],
    ['src/theme/Note.astro', '<em class="note"><slot /></em>\n'],
    [
      'src/content.config.ts',
      `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { digestCollections } from 'astro-digest/content';
const posts = defineCollection({ loader: glob({ pattern: '*.md', base: 'src/content/posts' }), schema: z.object({ title: z.string() }) });
export const collections = { ...digestCollections(), posts };
`,
    ],
  ];
}

/** What a layout of the site's own takes from elsewhere. */
export type LayoutKind = 'plain' | 'posts' | 'year' | 'variable' | 'library' | 'throws';

/** A layout of the site's own. */
export function layoutText(kind: LayoutKind, word: string): string {
  const code: Record<LayoutKind, [string, string]> = {
    plain: ['', ''],
    posts: [
      "import { getCollection } from 'astro:content';\nconst posts = await getCollection('posts');",
      '{posts.map(({ data }) => <span>{data.title}</span>)}',
    ],
    year: ['const now = new Date();', '<p>© {now.getFullYear()}</p>'],
    variable: ['', '<p>{import.meta.env.PUBLIC_WORD}</p>'],
    library: [
      "import { getLibrary } from 'astro-digest/runtime';\nconst { issues } = await getLibrary();",
      '<p>{issues.length} issues, the last of {issues[0]?.id}</p>',
    ],
    throws: ["if (Astro.props.title) throw new Error('no layout today');", ''],
  };
  const [head, body] = code[kind];
  return `---
import '../styles/site.css';
${head}
const { title } = Astro.props;
---
<html lang="en"><head><meta charset="utf-8" /><title>{title}</title><slot name="head" /></head>
<body><header>${word}</header><main><slot /></main>${body}</body></html>
`;
}

/** A component of the site's own in the place of the theme's. */
export function cardText(word: string): string {
  return `---
const { paper, library } = Astro.props;
const home = library ? library.homeOf(paper) : paper;
---
<article><h2>{home.data.title}</h2><p>${word}</p></article>
`;
}

/** The text of a site's configuration. */
export function configText({ layout, card, named, off, ...options }: SiteOptions): string {
  const routes = Object.fromEntries(off.map((kind) => [kind, false]));
  const digest = {
    ...options,
    routes,
    ...(named ? { topics: { Owls: ['owl'], found: true } } : {}),
    ...(layout ? { layout: './src/layouts/Base.astro' } : {}),
    ...(card ? { components: { PaperCard: './src/theme/Card.astro' } } : {}),
  };
  return `import { defineConfig } from 'astro/config';
import digest from 'astro-digest';
export default defineConfig({ site: 'https://example.org', integrations: [digest({ ...${JSON.stringify(digest)}, shard: process.env.SHARD })] });
`;
}
