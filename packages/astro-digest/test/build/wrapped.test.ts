import { expect, test } from 'vitest';
import { digestText, plainSite, Site } from '../site/site.ts';

const config = (digest: string): string => `
  import { defineConfig } from 'astro/config';
  import digest from 'astro-digest';
  const own = digest({ title: 'Daily Papers' });
  const setUp = own.hooks['astro:config:setup'];
  export default defineConfig({ site: 'https://example.org', integrations: [${digest}] });
`;

async function build(
  name: string,
  digest: string,
): Promise<{ output: string; files: Record<string, string> }> {
  const site = await Site.create(name, {
    ...plainSite,
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [
      ['Owls', 'Owls hunt at dusk over the forest.'],
      ['Bats', 'Bats hunt at dusk over the river.'],
    ]),
    'astro.config.mjs': config(digest),
  });
  const { status, output } = await site.astro(['build']);
  expect(status, output).toBe(0);
  const paths = await site.list('dist');
  const texts = await Promise.all(paths.map(async (path) => [path, await site.read(`dist/${path}`)]));
  return { output, files: Object.fromEntries(texts) };
}

test('a site may put hooks of its own around those of the digest', async () => {
  const plain = await build('wrapped-plain', 'own');
  const hooks = "{ ...own.hooks, 'astro:config:setup': (facts) => setUp(facts) }";
  const wrapped = await build('wrapped-hooks', `{ ...own, hooks: ${hooks} }`);
  expect(wrapped.files).toEqual(plain.files);
  // The digest wrote its pages itself.
  expect(wrapped.output).not.toContain('/papers/2025-03-12/owls/index.html');
});
