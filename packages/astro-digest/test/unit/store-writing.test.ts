import type { LoaderContext } from 'astro/loaders';
import { expect, test, vi } from 'vitest';
import { putOffWriting } from '../../src/seams/store-writing.ts';

test.each([
  [30, 0],
  [10_000, 2],
])('of %i entries, Astro is made to wait %i times', async (entries, times) => {
  const set = vi.fn<LoaderContext['meta']['set']>();
  const store = { keys: () => Array.from({ length: entries }, String) };
  await putOffWriting({ meta: { set }, store } as unknown as LoaderContext);
  expect(set).toHaveBeenCalledTimes(times);
});
