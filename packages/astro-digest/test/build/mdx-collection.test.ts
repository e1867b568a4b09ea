import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyExample } from '../site/example.ts';
import { Html } from '../site/html.ts';
import type { Outcome, Site } from '../site/site.ts';

const run = promisify(execFile);
const example = fileURLToPath(new URL('../../../../examples/mdx-collection/', import.meta.url));
const command = fileURLToPath(new URL('../../../remark-digest/dist/cli/main.js', import.meta.url));

describe('the example of an MDX collection', () => {
  let site: Site;
  let build: Outcome;
  const page = async (path: string) => new Html(await site.read(`dist/${path}/index.html`));

  beforeAll(async () => {
    site = await copyExample('mdx-collection', 'mdx-collection');
    build = await site.astro(['build']);
  });

  test('has the files that its digest gives, and one that a person wrote', async () => {
    const folder = `${site.root}/src/content/papers`;
    const args = [command, 'convert', `${example}digests`, '--out', folder];
    const { stdout, stderr } = await run(process.execPath, args);
    expect(stdout).toMatch(/ 0 written/);
    expect(stdout + stderr).toContain('pointer-networks.mdx');
  });

  test('builds, and the theme shows the papers in the order of the digest', async () => {
    expect(build.status, build.output).toBe(0);
    const html = await page('papers/2025-03-14');
    expect(html.text('h1')).toBe('Friday, March 14, 2025');
    expect(html.texts('article h2')).toEqual([
      'Random Forests',
      'Visualizing Data using t-SNE',
      'Pointer Networks',
      'A Few Useful Things to Know About Machine Learning',
      'Reducing the Dimensionality of Data with Neural Networks',
    ]);
  });

  test('renders the live paper with its component, and the inert ones with their lists and maths', async () => {
    expect((await page('papers/2025-03-14/pointer-networks')).attributes('svg', 'ariaLabel')).toHaveLength(1);
    const tSne = await page('papers/2025-03-14/visualizing-data-using-t-sne');
    expect(tSne.attributes('math', 'alttext')).toEqual(['(1 + d^2)^{-1}']);
    const lessons = await page('papers/2025-03-14/a-few-useful-things-to-know-about-machine-learning');
    expect(lessons.texts('.digest-abstract li')).toHaveLength(2);
  });

  test("is read by Astro's own loader as well, with the same text", async () => {
    const plain = await page('plain/2025-03-14/random-forests');
    const themed = await page('papers/2025-03-14/random-forests');
    expect(plain.text('p')).toBe(themed.text('.digest-abstract p'));
    expect((await page('plain/2025-03-14/pointer-networks')).attributes('svg', 'ariaLabel')).toHaveLength(1);
  });
});
