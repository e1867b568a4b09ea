import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRegistry, type LocalRegistry } from '../site/local-registry.ts';
import { openSiteSearch } from '../site/site-search.ts';
import { typeCommand } from '../site/typed-command.ts';

const blog = fileURLToPath(new URL('../fixtures/plain-blog/', import.meta.url));
const manifest = JSON.parse(await readFile(join(blog, 'package.json'), 'utf8')) as object;
const yarn = `node '${fileURLToPath(import.meta.resolve('@yarnpkg/cli-dist/bin/yarn.js'))}'`;

/** Ways to a digest besides those by npm alone, which the test of an existing site has; and what a site that goes them has already. */
const ways = [
  {
    name: 'astro add',
    files: {},
    commands: ['npx astro add astro-digest --yes', 'npx astro-digest init --yes', 'npx astro build'],
    first: 'npm install',
  },
  {
    // Here a package finds only what it says it depends on.
    name: 'pnpm',
    // pnpm asks about the scripts of what Vite and Astro depend on.
    files: { 'pnpm-workspace.yaml': 'allowBuilds: { esbuild: true, sharp: false }\n' },
    commands: [
      'npx -y pnpm@12 add astro-digest',
      'npx -y pnpm@12 exec astro-digest init --yes',
      'npx -y pnpm@12 exec astro build',
    ],
  },
  {
    name: 'yarn',
    files: {
      // Its usual cache would hand out what an earlier test has packed under the same version.
      '.yarnrc.yml': 'nodeLinker: node-modules\nenableTelemetry: false\nglobalFolder: ../yarn-global\n',
      'yarn.lock': '',
      // Yarn stops where the registry has not all that a new Vite may take for one system only; others go on without it.
      'package.json': JSON.stringify({ ...manifest, resolutions: { vite: '8.3.8' } }),
    },
    commands: [`${yarn} add astro-digest`, `${yarn} astro-digest init --yes`, `${yarn} astro build`],
  },
];

let folder: string;
let registry: LocalRegistry;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'installs '));
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.stop();
  await rm(folder, { recursive: true, force: true });
});

test.each(ways)('a blog gets a digest, with its search: $name', async ({ name, files, commands, first }) => {
  const site = join(folder, name);
  await cp(blog, site, { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(site, path), text);
  if (first !== undefined) await typeCommand(first, site, registry.env);
  for (const command of commands) await typeCommand(command, site, registry.env);
  expect(await readFile(join(site, 'astro.config.mjs'), 'utf8')).toContain(
    "integrations: [sitemap(), digest({ title: 'Daily Papers', layout: './src/layouts/Digest.astro', heading: false })],",
  );
  expect(await readFile(join(site, 'dist/papers/index.html'), 'utf8')).toContain(
    'Counting Birds From a Moving Train',
  );
  const engine = await openSiteSearch(join(site, 'dist'), ['papers/pagefind']);
  const { papers } = await engine.search({ text: 'librarian', filters: {}, sort: 'relevance' });
  expect(papers).toHaveLength(1);
});
