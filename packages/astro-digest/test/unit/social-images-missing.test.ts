import { expect, test, vi } from 'vitest';

// As on a system for which the renderer has no binary.
vi.mock('@resvg/resvg-js', () => {
  throw new Error('There is no binding for this system');
});

test('without the renderer of pictures the integration loads, and says what is missing', async () => {
  const { default: digest } = await import('../../src/integration/index.ts');
  expect(digest({ title: 'Daily Papers' }).name).toBe('astro-digest');
  const { findSocialImageProblem } = await import('../../src/integration/social-images.ts');
  expect(await findSocialImageProblem()).toEqual(expect.any(String));
});
