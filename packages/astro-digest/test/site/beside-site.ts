import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestText, Site } from './site.ts';
import { warningsIn } from './warnings.ts';

const fixtures = fileURLToPath(new URL('../fixtures/beside/', import.meta.url));
const artifacts = fileURLToPath(new URL('../../.artifacts/beside/', import.meta.url));
const astro = join(fixtures, 'node_modules', 'astro', 'bin', 'astro.mjs');

/** Where a fixture takes the digest: among its integrations, and among its collections. */
const mark = '/* the digest */';

/** The digest that is added to every site. */
const digest = digestText('Mar 12', [
  ['Depths of Small Rivers', 'We measure the depth of rivers where $x < y$ holds.'],
  ['Stones of Large Hills', 'Hills stay where they are, and their stones with them.'],
]);

/** How a fixture is built, besides what it says itself. */
export interface BesideOptions {
  /** Name of the folder that it is built in. Default: that of the fixture. */
  folder?: string;
  /** Path from there to the folder of the Astro site, with a slash at its end. Default: it is the same. */
  root?: string;
  /** Options of the digest besides its title. */
  options?: object;
}

/** The files of a built site, by path. */
export type Files = ReadonlyMap<string, Buffer>;

/** A site without and with a digest. */
export interface Beside {
  without: Files;
  with: Files;
  /** What Astro warned of only when the digest was there. */
  warnings: string[];
  /** All that Astro printed then. */
  output: string;
  /** The folder in which the two `dist` lie, as `without` and `with`. */
  home: string;
}

interface Manifest {
  devDependencies: Record<string, string>;
}

/** Files that are gone or differ, but for those that list what there is in the site. */
export function changed(without: Files, withDigest: Files, lists?: RegExp): string[] {
  return [...without]
    .filter(([path, bytes]) => !withDigest.get(path)?.equals(bytes) && !lists?.test(path))
    .map(([path]) => path);
}

/** Copies a fixture to a folder of its own; the packages that its sites have are found there. */
export async function copyFixture(fixture: string, folder = fixture): Promise<Site> {
  const home = join(artifacts, folder);
  await rm(home, { recursive: true, force: true });
  await cp(join(fixtures, fixture), home, { recursive: true });
  const manifest = JSON.parse(await readFile(join(fixtures, 'package.json'), 'utf8')) as Manifest;
  const { 'astro-digest': _, ...dependencies } = manifest.devDependencies;
  const packages = { name: fixture, private: true, type: 'module', dependencies };
  if (!existsSync(join(home, 'package.json')))
    await writeFile(join(home, 'package.json'), JSON.stringify(packages));
  // What a package manager does with the packages of a workspace.
  const workspace = await readdir(join(home, 'packages')).catch(() => []);
  await mkdir(join(home, 'node_modules'), { recursive: true });
  for (const name of workspace)
    await symlink(join(home, 'packages', name), join(home, 'node_modules', name), 'dir');
  // A site has one, and what asks git for the files to leave out looks no further.
  await mkdir(join(home, '.git'));
  await symlink(join(fixtures, 'node_modules'), join(artifacts, 'node_modules'), 'dir').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return Site.open(home, astro);
}

/** Adds a digest to a site, as somebody would who has it. */
export async function addDigest(site: Site, { root = '', options = {} }: BesideOptions = {}): Promise<void> {
  const config = await site.read(`${root}astro.config.mjs`);
  const call = `digest(${JSON.stringify({ title: 'Daily Papers', ...options })}),`;
  await site.write(
    `${root}astro.config.mjs`,
    `import digest from 'astro-digest';\n${config.replace(mark, call)}`,
  );
  const name = (await site.list(`${root}src`)).find((file) => file.startsWith('content.config.'));
  const contentConfig = name
    ? await site.read(`${root}src/${name}`)
    : `export const collections = { ${mark} };\n`;
  await site.write(
    `${root}src/${name ?? 'content.config.ts'}`,
    `import { digestCollections } from 'astro-digest/content';\n${contentConfig.replace(mark, '...digestCollections(),')}`,
  );
  await site.write(`${root}src/content/digests/2025-03-12.txt`, digest);
}

/** Leaves a fixture without a digest for good. */
export async function removeMark(site: Site): Promise<void> {
  const name = (await site.list('src')).find((file) => file.startsWith('content.config.'));
  for (const path of ['astro.config.mjs', ...(name ? [`src/${name}`] : [])])
    await site.write(path, (await site.read(path)).replace(mark, ''));
}

/** Builds a fixture in one and the same place, first as it is and then with a digest. */
export async function buildBeside(fixture: string, given: BesideOptions = {}): Promise<Beside> {
  const { root = '' } = given;
  const site = await copyFixture(fixture, given.folder);
  const without = await build(site, root, 'without');
  await addDigest(site, given);
  const built = await build(site, root, 'with');
  const known = new Set(warningsIn(without.output));
  return {
    without: without.files,
    with: built.files,
    warnings: warningsIn(built.output).filter((warning) => !known.has(warning)),
    output: built.output,
    home: site.root,
  };
}

/** Builds a site, and keeps what was built in a folder beside its `dist`. */
export async function build(
  site: Site,
  root: string,
  name: string,
): Promise<{ files: Files; output: string }> {
  const { status, output } = await site.astro(root === '' ? ['build'] : ['build', '--root', root]);
  if (status !== 0) throw new Error(`The site ${name} the digest is not built:\n${output}`);
  const dist = join(site.root, root, 'dist');
  const files = new Map<string, Buffer>();
  for (const path of await site.list(`${root}dist`)) files.set(path, await readFile(join(dist, path)));
  await rm(join(site.root, name), { recursive: true, force: true });
  await rename(dist, join(site.root, name));
  return { files, output };
}
