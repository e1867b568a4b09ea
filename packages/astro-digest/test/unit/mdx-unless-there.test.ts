import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroConfig, AstroIntegration } from 'astro';
import { afterAll, expect, test } from 'vitest';
import { mdxUnlessThere } from '../../src/integration/mdx-unless-there.ts';

const withMdx = new URL('../../', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'without-mdx-'));
const withoutMdx = pathToFileURL(`${folder}/`);
afterAll(() => rmSync(folder, { recursive: true }));

/** Names of the integrations that it adds to those that are there when its turn comes. */
async function addedTo(root: URL, integrations: AstroIntegration[]): Promise<string[]> {
  const added: AstroIntegration[] = [];
  const setup = mdxUnlessThere().hooks['astro:config:setup'] as (context: object) => Promise<void>;
  await setup({
    config: { root, integrations },
    updateConfig: (config: Partial<AstroConfig>) => added.push(...(config.integrations ?? [])),
  });
  return added.map(({ name }) => name);
}

test('MDX is added where it is installed and nothing else has added it', async () => {
  expect(await addedTo(withMdx, [{ name: 'other', hooks: {} }])).toEqual(['@astrojs/mdx']);
});

test('MDX that is there stays alone', async () => {
  expect(await addedTo(withMdx, [{ name: 'other', hooks: {} }, mdx()])).toEqual([]);
});

test('a site that has not installed it stays as it is', async () => {
  expect(await addedTo(withoutMdx, [{ name: 'other', hooks: {} }])).toEqual([]);
});
