import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packPackages, type PackedPackages } from '../site/packed-packages.ts';
import { openSiteSearch } from '../site/site-search.ts';
import { typeCommand } from '../site/typed-command.ts';

const blog = fileURLToPath(new URL('../fixtures/plain-blog/', import.meta.url));
const yarn = fileURLToPath(import.meta.resolve('@yarnpkg/cli-dist/bin/yarn.js'));

/** A package manager other than npm, which the test of an existing site has. */
interface PackageManager {
  /** What the site's owner types, with the path of a tarball for the name of the package. */
  add(tarball: string): string;
  run(command: string): string;
  /** Has the site take a package from its tarball, which stands for the registry. */
  override(site: string, name: string, tarball: string): Promise<void>;
  env?(): Promise<NodeJS.ProcessEnv>;
}

const managers: Record<string, PackageManager> = {
  // Here a package finds only what it says it depends on.
  pnpm: {
    add: (tarball) => `npx -y pnpm@12 add --prefer-offline '${tarball}'`,
    run: (command) => `npx -y pnpm@12 exec ${command}`,
    override: (site, name, tarball) =>
      writeFile(
        join(site, 'pnpm-workspace.yaml'),
        // A new site answers pnpm's question about the script of esbuild, which Vite depends on.
        `overrides: { ${name}: 'file:${tarball}' }\nallowBuilds: { esbuild: true }\n`,
      ),
  },
  yarn: {
    add: (tarball) => `node '${yarn}' add 'astro-digest@file:${tarball}'`,
    run: (command) => `node '${yarn}' ${command}`,
    override: async (site, name, tarball) => {
      const manifest = JSON.parse(await readFile(join(site, 'package.json'), 'utf8')) as object;
      const resolutions = { [name]: `file:${tarball}` };
      await writeFile(join(site, 'package.json'), JSON.stringify({ ...manifest, resolutions }));
      await appendFile(join(site, '.yarnrc.yml'), 'nodeLinker: node-modules\nenableTelemetry: false\n');
      await appendFile(join(site, 'yarn.lock'), '');
    },
    // Yarn doesn't read where npm's registry is.
    env: async () => {
      const { stdout } = await promisify(execFile)('npm', ['config', 'get', 'registry']);
      return { YARN_NPM_REGISTRY_SERVER: stdout.trim() };
    },
  },
};

let folder: string;
let packed: PackedPackages;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'installs '));
  packed = await packPackages(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(Object.entries(managers))('installed by %s', (name, manager) => {
  test('a blog gets a digest, with its search', async () => {
    const site = join(folder, name);
    await cp(blog, site, { recursive: true });
    await manager.override(site, 'remark-digest', packed['remark-digest']);
    const env = await manager.env?.();
    await typeCommand(manager.add(packed['astro-digest']), site, env);
    await typeCommand(manager.run('astro-digest init --yes'), site, env);
    await typeCommand(manager.run('astro build'), site, env);
    expect(await readFile(join(site, 'dist/papers/index.html'), 'utf8')).toContain(
      'Counting Birds From a Moving Train',
    );
    const engine = await openSiteSearch(join(site, 'dist'), ['papers/pagefind']);
    const { papers } = await engine.search({ text: 'librarian', filters: {}, sort: 'relevance' });
    expect(papers).toHaveLength(1);
  });
});
