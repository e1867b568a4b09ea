import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { structuredPatch } from 'diff';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRegistry, type LocalRegistry } from '../site/local-registry.ts';
import { openSiteSearch } from '../site/site-search.ts';
import { typeCommand } from '../site/typed-command.ts';

const blog = fileURLToPath(new URL('../fixtures/plain-blog/', import.meta.url));

/** What somebody types who has the blog. */
const commands = ['npm install astro-digest', 'npx astro-digest init --yes', 'npx astro build'] as const;
/** What the site itself lists: pages that are new stand there, too. */
const lists = ['sitemap-0.xml'];
/** What npm writes for itself, and what nobody edits. */
const notCounted = ['package-lock.json'];

let folder: string;
let registry: LocalRegistry;
let site: string;
let sources: { before: Map<string, string>; after: Map<string, string> };
let built: { before: Map<string, string>; after: Map<string, string> };
let told: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'existing site '));
  site = join(folder, 'garden notes');
  await cp(blog, site, { recursive: true });
  registry = await startRegistry();
  const type = (command: string): Promise<string> => typeCommand(command, site, registry.env);
  const before = await readTexts(site);

  const [install, init, build] = commands;
  await type(install);
  // What the blog is by itself, as long as nothing tells it of the digest.
  await type('npx astro build');
  const builtBefore = await readTexts(join(site, 'dist'));
  told = await type(init);
  await type(build);
  built = { before: builtBefore, after: await readTexts(join(site, 'dist')) };
  sources = { before, after: await readTexts(site) };
});

afterAll(async () => {
  await registry.stop();
  await rm(folder, { recursive: true, force: true });
});

/** All files of a folder by their paths, with their bytes as Latin 1, but what was installed, built or cached. */
async function readTexts(root: string): Promise<Map<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const texts = new Map<string, string>();
  for (const entry of entries) {
    const path = relative(root, join(entry.parentPath, entry.name));
    if (!entry.isFile() || /^(?:node_modules|dist|\.astro)\//.test(path)) continue;
    texts.set(path, await readFile(join(root, path), 'latin1'));
  }
  return texts;
}

/** Lines that were changed or added, by file: a line that was changed counts once. */
function changedLines(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [path, text] of sources.after) {
    const before = sources.before.get(path) ?? '';
    if (text === before || notCounted.includes(path)) continue;
    const { hunks } = structuredPatch(path, path, before, text, '', '', { context: 0 });
    counts[path] = hunks.reduce((sum, { oldLines, newLines }) => sum + Math.max(oldLines, newLines), 0);
  }
  return counts;
}

test('a blog has a digest after three commands and five changed lines', () => {
  expect(commands).toHaveLength(3);
  const { [firstDigest()]: digest, 'src/layouts/Digest.astro': layout, ...lines } = changedLines();
  // Neither the digest nor the layout of its pages is in a file that the site had.
  expect(digest).toBeGreaterThan(0);
  expect(layout).toBeGreaterThan(0);
  expect(lines).toEqual({ 'package.json': 1, 'astro.config.mjs': 2, 'src/content.config.js': 2 });
  expect(Object.values(lines).reduce((sum, count) => sum + count)).toBeLessThanOrEqual(5);
  for (const path of sources.before.keys()) expect(sources.after.has(path), path).toBe(true);
});

test('the command shows the lines that it writes', () => {
  expect(told).toContain("  + import digest from 'astro-digest';");
  expect(told).toContain(
    "  +   integrations: [sitemap(), digest({ title: 'Daily Papers', layout: './src/layouts/Digest.astro', heading: false })],",
  );
  expect(told).toContain('  + export const collections = { blog, ...digestCollections() };');
});

test('the digest is there, with its pages, feeds and pictures', () => {
  const issue = basename(firstDigest(), '.txt');
  for (const path of [
    'papers/index.html',
    `papers/${issue}/index.html`,
    `papers/${issue}/counting-birds-from-a-moving-train/index.html`,
    'papers/search/index.html',
    'papers/rss.xml',
    `papers/images/${issue}.png`,
    'papers/pagefind/pagefind-entry.json',
  ])
    expect(built.after.has(path), path).toBe(true);
  const page = built.after.get('papers/index.html') as string;
  expect(page).toContain('Counting Birds From a Moving Train');
  // In the layout of the blog, which shows the title of each page.
  expect(page).toContain('>Garden notes</a>');
  expect(page.split('<h1')).toHaveLength(2);
});

test('the styles and scripts of the pages come along', () => {
  const page = built.after.get('papers/search/index.html') as string;
  const linked = [...page.matchAll(/(?:href|src)="\/(?<path>_astro\/[^"]+)"/g)].map(
    ({ groups }) => groups?.['path'] as string,
  );
  const textOf = (path: string): string => built.after.get(path) ?? '';
  // A script imports others from its folder.
  const imported = linked.flatMap((path) =>
    [...textOf(path).matchAll(/from\s*"\.\/(?<name>[^"]+)"/g)].map(
      ({ groups }) => `_astro/${groups?.['name']}`,
    ),
  );
  const texts = [...linked, ...imported].map(textOf);
  expect(texts.some((text) => text.includes('--digest-accent'))).toBe(true);
  expect(texts.some((text) => text.includes('pagefind'))).toBe(true);
});

test('the search finds a paper', async () => {
  const engine = await openSiteSearch(join(site, 'dist'), ['papers/pagefind']);
  const { papers } = await engine.search({ text: 'librarian', filters: {}, sort: 'relevance' });
  const found = await Promise.all(papers.map((paper) => paper.load()));
  expect(found.map(({ data }) => data.meta.title)).toEqual([
    'Shelves That Sort Themselves: A Study of One Library',
  ]);
});

test('everything that the blog had is the same, byte for byte', () => {
  expect(built.before.size).toBeGreaterThanOrEqual(8);
  const same = [...built.before].filter(([path]) => !lists.includes(path));
  expect(Object.fromEntries(same.map(([path]) => [path, built.after.get(path)]))).toEqual(
    Object.fromEntries(same),
  );
  const own = [...built.after.keys()].filter(
    (path) => !path.startsWith('papers/') && !path.startsWith('_astro/') && !built.before.has(path),
  );
  expect(own).toEqual([]);
});

function firstDigest(): string {
  return [...sources.after.keys()].find((path) => path.startsWith('src/content/digests/')) as string;
}
