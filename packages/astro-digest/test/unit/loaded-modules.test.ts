import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./list-modules.ts', import.meta.url));
const source = new URL('../../src/', import.meta.url);

/** Paths of the modules that an import loads in a new process, besides Node's own. */
async function modulesOf(specifier: string): Promise<string[]> {
  const { stdout } = await run(process.execPath, ['--no-warnings', program, specifier]);
  const { modules, problem } = JSON.parse(stdout) as { modules: string[]; problem?: string };
  // Worker threads miss what they are to do, which they ask for when all their modules are there.
  if (problem !== undefined && !specifier.endsWith('-worker.ts')) throw new Error(problem);
  return modules
    .filter((url) => url.startsWith('file:'))
    .map((url) => fileURLToPath(url).replaceAll('\\', '/'));
}

/** The packages that modules are of, besides the two of the workspace. */
function packagesOf(modules: readonly string[]): string[] {
  const names = modules.flatMap((path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

const ofParser = (modules: readonly string[]): string[] =>
  modules.filter((path) => path.includes('/remark-digest/dist/'));

describe('without the parser', () => {
  test('`remark-digest/light` loads few modules of its own and one package', async () => {
    const modules = await modulesOf('remark-digest/light');
    expect(packagesOf(modules)).toEqual(['any-ascii']);
    expect(ofParser(modules).length).toBeLessThan(12);
  });

  const inAstro = ['any-ascii', 'astro', 'zod'];
  test.each([
    ['content/index.ts', inAstro],
    ['integration/index.ts', inAstro],
    ['integration/connections-worker.ts', ['any-ascii']],
    ['search/index-worker.ts', ['any-ascii']],
    ['kept/site-writer-worker.ts', []],
    ['integration/social-images-worker.ts', ['@resvg/resvg-js', 'fontkitten', 'tiny-inflate']],
  ])('%s loads what it cannot do without', async (entry, packages) => {
    const modules = await modulesOf(new URL(entry, source).href);
    expect(modules).toContain(fileURLToPath(new URL(entry, source)).replaceAll('\\', '/'));
    expect(packages).toEqual(expect.arrayContaining(packagesOf(modules)));
    const light = ofParser(await modulesOf('remark-digest/light'));
    expect(light).toEqual(expect.arrayContaining(ofParser(modules)));
  });
});

test('`remark-digest` reads digests without a parser of MDX', async () => {
  const packages = packagesOf(await modulesOf('remark-digest'));
  expect(packages).toContain('mdast-util-from-markdown');
  expect(packages.filter((name) => /mdx|acorn|satteri/.test(name))).toEqual([]);
});

test('a paper of text alone is read without a parser of MDX', async () => {
  const packages = packagesOf(await modulesOf(new URL('content/read-issue.ts', source).href));
  expect(packages.filter((name) => /^unified$|mdx|acorn/.test(name))).toEqual([]);
});
