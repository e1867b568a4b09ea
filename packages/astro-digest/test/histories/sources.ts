import { seeded, type Random } from '../../../../benchmarks/archive/random.ts';
import { cardText, layoutText, wordText, type LayoutPart } from './layouts.ts';

/** The files of a site that somebody writes: texts by path. */
export type Sources = ReadonlyMap<string, string>;

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

/** Folder of the digests. */
export const digestFolder = 'src/content/digests/';

/** Path of a digest. */
export const digestPath = (name: string): string => `${digestFolder}${name}.md`;

/** Names of the digests of a site. */
export function digestNames(sources: Sources): string[] {
  return [...sources.keys()]
    .filter((path) => path.startsWith(digestFolder) && path.endsWith('.md'))
    .map((path) => path.slice(digestFolder.length, -3))
    .sort();
}

/** A sentence of drawn words. */
export function sentence(random: Random, length = 9): string {
  const text = Array.from({ length }, () => random.pick(words)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** An id of arXiv. */
export const arxivId = (random: Random): string =>
  `${2301 + random.between(0, 40)}.${String(10_000 + random.between(0, 80_000))}`;

/** The authors of a paper. */
export const authorLine = (random: Random): string =>
  `${random.pick(['Ann Lee', 'Bo Ek', 'Cy Dorn'])}, ${random.pick(['Di Fuller', 'Eva Gray', 'Finn Hall'])}`;

/** A digest: a heading, an author line and an abstract for each paper. */
export function digestText(random: Random, papers: number): string {
  const entries = Array.from({ length: papers }, (_, index) => {
    const title = sentence(random, 4).slice(0, -1);
    return [
      `## [${title} ${index}](https://arxiv.org/abs/${arxivId(random)})`,
      authorLine(random),
      `${sentence(random)} ${sentence(random)}`,
    ].join('\n\n');
  });
  return `# Papers\n\n${entries.join('\n\n')}\n`;
}

/** The files that a site has at first. */
export function firstSources(size: SiteSize, layout: readonly LayoutPart[]): Sources {
  const random = seeded(7);
  const digests = size.days.map((day): [string, string] => [
    digestPath(day),
    digestText(random, size.papers),
  ]);
  return new Map([...fixedSources(layout), ...digests]);
}

function fixedSources(layout: readonly LayoutPart[]): [string, string][] {
  return [
    ['package.json', '{ "name": "history", "private": true, "type": "module" }'],
    ['package-lock.json', '{ "version": 1 }'],
    ['.env', 'PUBLIC_WORD=one\n'],
    ['public/robots.txt', 'User-agent: *\n'],
    ['src/pages/index.astro', '<h1>A site</h1>\n'],
    ['src/content/posts/first.md', '---\ntitle: First post\n---\nText.\n'],
    ['src/styles/site.css', 'h1 { letter-spacing: 1px; }\n'],
    ['src/layouts/Base.astro', layoutText(layout, 'one')],
    ['src/theme/Card.astro', cardText('one')],
    ['src/theme/word.ts', wordText('one')],
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
