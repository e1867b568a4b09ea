import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { astroVersions, nodeVersions, withVersions } from '../../../../scripts/versions.ts';
import { findVersionProblem } from '../../src/content/versions.ts';
import { workflowProblems } from '../hosts/workflow-problems.ts';

const read = (path: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)), 'utf8');
const manifest = async (path: string) =>
  JSON.parse(await read(path)) as Record<'devDependencies' | 'peerDependencies', Record<string, string>>;

test('the workflow of the tests runs them on every version of Astro with every one of Node.js', async () => {
  const workflow = await read('.github/workflows/test.yml');
  expect(await workflowProblems(workflow)).toEqual([]);
  const { strategy } = (parse(workflow) as { jobs: { test: { strategy: object } } }).jobs.test;
  expect(strategy).toMatchObject({
    matrix: { astro: Object.keys(astroVersions).map(Number), node: Object.keys(nodeVersions).map(Number) },
  });
});

test('each version that is tested is one that the package accepts, and the documentation names it', async () => {
  const { devDependencies, peerDependencies } = await manifest('packages/astro-digest/package.json');
  const page = await read('docs/how-to/add-to-a-site.md');
  const node = (await manifest('package.json')).devDependencies['node'] as string;
  const astros = Object.values(astroVersions).map(({ astro = devDependencies['astro'] as string }) => astro);
  const nodes = Object.values(nodeVersions).map((versions) => versions['node'] ?? node);
  expect([astros.length, nodes.length]).toEqual([2, 2]);
  for (const astro of astros) {
    expect(peerDependencies['astro']).toContain(`^${astro.split('.')[0]}.`);
    expect(page).toContain(astro);
    for (const version of nodes) {
      expect(page).toContain(version);
      expect(findVersionProblem({ node: version, astro })).toBeUndefined();
    }
  }
});

test('other versions are put in place of those that a manifest has, and nothing else is', () => {
  const text =
    '{ "name": "a", "dependencies": { "astro": "7.0.0" }, "devDependencies": { "vite": "8.0.0" } }';
  expect(JSON.parse(withVersions(text, { astro: '6.4.8', '@astrojs/mdx': '6.0.3' }))).toEqual({
    name: 'a',
    dependencies: { astro: '6.4.8' },
    devDependencies: { vite: '8.0.0' },
  });
});
