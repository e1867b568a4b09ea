import type { AstroPrerenderer } from 'astro';
import { expect, test } from 'vitest';
import { prerenderAfter } from '../../src/integration/prerender-after.ts';

/** A prerenderer without pages. */
const prerenderer: AstroPrerenderer = {
  name: 'none',
  getStaticPaths: async () => [],
  render: async () => new Response(),
};

test('what fails at once is told to whoever asks for the pages, and to nobody else', async () => {
  const { getStaticPaths } = prerenderAfter(prerenderer, () => Promise.reject(new Error('no topics')));
  await expect(getStaticPaths()).rejects.toThrow('no topics');
});

test('pages come when it is done', async () => {
  let isDone = false;
  const { getStaticPaths } = prerenderAfter(prerenderer, async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    isDone = true;
  });
  expect(await getStaticPaths()).toEqual([]);
  expect(isDone).toBe(true);
});
