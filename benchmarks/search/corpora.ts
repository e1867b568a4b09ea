import { execFile } from 'node:child_process';
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readRecords, type ReadRecord } from '../../packages/astro-digest/dist/search/read-records.js';
import { makeArchive } from '../archive/archive.ts';
import { toDigestText } from '../archive/digest-text.ts';
import type { SearchedPaper } from './queries.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packageFolder = join(root, 'packages/astro-digest');

/** A site whose papers are looked for. */
export interface Corpus {
  name: string;
  /** Writes its digests, and the MDX files beside them, into `src/content/digests` of a site. */
  write(folder: string): Promise<void>;
}

/** A corpus as Astro has built it. */
export interface BuiltCorpus {
  papers: SearchedPaper[];
  /** Folder of the built site. */
  site: string;
  /** Path of a paper's page, by its id. */
  pathOf(paper: string): string;
}

const realDigest = join(root, '../shared/digests/hugging-face-papers.txt');

/** The corpora that are there; of one that is not, a line says so. */
export function corpora(names: readonly string[]): Corpus[] {
  const all: Corpus[] = [
    { name: 'real digest', write: (folder) => cp(realDigest, join(folder, '2025-03-12.txt')) },
    {
      name: 'example',
      write: (folder) => cp(join(root, 'examples/minimal/src/content/digests'), folder, { recursive: true }),
    },
    {
      name: 'many-sources',
      write: (folder) =>
        cp(join(root, 'examples/many-sources/src/content/digests'), folder, { recursive: true }),
    },
    {
      name: '10,000 papers',
      async write(folder) {
        for (const issue of makeArchive({ papers: 10_000 }))
          await writeFile(join(folder, `${issue.date}.txt`), toDigestText(issue));
      },
    },
  ];
  const chosen = all.filter(({ name }) => names.length === 0 || names.includes(name));
  return chosen.filter(({ name }) => {
    if (name !== 'real digest' || existsSync(realDigest)) return true;
    console.log('The real digest (../shared/digests) is not here: it is left out.');
    return false;
  });
}

/** The digests of a folder of one's own, and the MDX files beside them, as a corpus that has the folder's name. */
export function corpusOf(folder: string): Corpus {
  return {
    name: basename(resolve(folder)),
    write: (digests) => cp(folder, digests, { recursive: true }),
  };
}

/**
 * Builds a corpus with astro-digest.
 *
 * @throws Error with what Astro printed, when it fails
 */
export async function buildCorpus(corpus: Corpus): Promise<BuiltCorpus> {
  const folder = folderOf(corpus);
  await rm(folder, { recursive: true, force: true });
  const digests = join(folder, 'src/content/digests');
  await mkdir(digests, { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  await symlink(packageFolder, join(folder, 'node_modules/astro-digest'), 'dir');
  await symlink(join(packageFolder, 'node_modules/astro'), join(folder, 'node_modules/astro'), 'dir');
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await writeFile(
    join(folder, 'astro.config.mjs'),
    `import { defineConfig } from 'astro/config';
import digest from 'astro-digest';
export default defineConfig({ integrations: [digest({ title: 'Daily Papers' })] });
`,
  );
  await writeFile(
    join(folder, 'src/content.config.ts'),
    `import { digestCollections } from 'astro-digest/content';
export const collections = { ...digestCollections() };
`,
  );
  await corpus.write(digests);
  const astro = join(packageFolder, 'node_modules/astro/bin/astro.mjs');
  await promisify(execFile)(process.execPath, [astro, 'build'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    maxBuffer: 1e9,
  });
  return readCorpus(corpus);
}

const folderOf = ({ name }: Corpus): string =>
  join(root, 'benchmarks/.work/search', name.replaceAll(/\W+/g, '-'));

/** Reads a corpus that was built before. */
export async function readCorpus(corpus: Corpus): Promise<BuiltCorpus> {
  const folder = folderOf(corpus);
  const build = join(folder, 'node_modules/.astro/astro-digest/build');
  return {
    papers: readRecords(join(build, 'records.json'), join(build, 'records')).map(toPaper),
    site: join(folder, 'dist'),
    pathOf: (paper) => `/papers/${paper}/`,
  };
}

function toPaper({ id, title, text, authors = [] }: ReadRecord): SearchedPaper {
  return { id, title, text, authors };
}
