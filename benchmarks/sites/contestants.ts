import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { digestFiles, markdownFiles, mdxFiles, type ArchiveFile } from './papers.ts';

/** One way to make a site of an archive. */
export interface Contestant {
  name: string;
  /** Folder under `peers/` with its site. */
  site: string;
  /** Where in the site the papers go. */
  content: string;
  /** Where in the site the files go that are copied as they are. */
  staticFiles: string;
  /** The files of an archive of so many papers. */
  files(papers: number): Iterable<ArchiveFile>;
  /** The commands that build the site and its search index, run in its folder. */
  steps: readonly (readonly string[])[];
  /** What is removed before each run: a build from nothing. */
  leftovers: readonly string[];
  /** Names and versions of what it is built with; `undefined` where a program is missing. */
  versions(): string | undefined;
}

const version = (name: string): string => {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return `${name} ${(JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version}`;
};

const astro = ['astro', 'build'];
const pagefind = ['pagefind', '--site', 'dist'];
const astroSite = {
  staticFiles: 'public',
  leftovers: ['dist', '.astro', 'node_modules'],
};
const astroDigest = {
  ...astroSite,
  content: 'src/content/digests',
  steps: [astro],
  versions: () => [version('astro'), version('pagefind')].join(', '),
};

/** All contestants; the first one is what the others are compared with. */
export const contestants: readonly Contestant[] = [
  { ...astroDigest, name: 'astro-digest', site: 'astro-digest', files: digestFiles },
  { ...astroDigest, name: 'astro-digest, full theme', site: 'astro-digest-full', files: digestFiles },
  { ...astroDigest, name: 'astro-digest, papers as MDX', site: 'astro-digest', files: mdxFiles },
  {
    name: 'Hugo, Pagefind',
    site: 'hugo',
    content: 'content/papers',
    staticFiles: 'static',
    files: (papers) => markdownFiles(papers, 'weight'),
    steps: [['hugo', '--destination', 'dist', '--quiet'], pagefind],
    leftovers: ['dist', 'resources', '.hugo_build.lock'],
    versions() {
      try {
        const [, hugo] = /v([\d.]+)/.exec(execFileSync('hugo', ['version'], { encoding: 'utf8' })) ?? [];
        return `hugo ${hugo}, ${version('pagefind')}`;
      } catch {
        return undefined;
      }
    },
  },
  {
    name: 'Eleventy, Pagefind',
    site: 'eleventy',
    content: 'content/papers',
    staticFiles: 'public',
    files: (papers) => markdownFiles(papers, 'order'),
    steps: [['eleventy', '--quiet'], pagefind],
    leftovers: ['dist'],
    versions: () => [version('@11ty/eleventy'), version('pagefind')].join(', '),
  },
  {
    ...astroSite,
    name: 'Astro with MDX, Pagefind',
    site: 'astro-mdx',
    content: 'src/content/papers',
    files: mdxFiles,
    steps: [astro, pagefind],
    versions: () => [version('astro'), version('@astrojs/mdx'), version('pagefind')].join(', '),
  },
];
