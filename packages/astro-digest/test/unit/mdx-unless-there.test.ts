import mdx from '@astrojs/mdx';
import type { AstroConfig, AstroIntegration } from 'astro';
import { expect, test } from 'vitest';
import { mdxUnlessThere } from '../../src/integration/mdx-unless-there.ts';

/** Names of the integrations that it adds to those that are there when its turn comes. */
function addedTo(integrations: AstroIntegration[]): string[] {
  const added: AstroIntegration[] = [];
  const setup = mdxUnlessThere().hooks['astro:config:setup'] as (context: object) => void;
  setup({
    config: { integrations },
    updateConfig: (config: Partial<AstroConfig>) => added.push(...(config.integrations ?? [])),
  });
  return added.map(({ name }) => name);
}

test('MDX is added where nothing else has added it', () => {
  expect(addedTo([{ name: 'other', hooks: {} }])).toEqual(['@astrojs/mdx']);
});

test('MDX that is there stays alone', () => {
  expect(addedTo([{ name: 'other', hooks: {} }, mdx()])).toEqual([]);
});
