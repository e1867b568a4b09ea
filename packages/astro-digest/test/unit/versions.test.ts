import { expect, test } from 'vitest';
import { findVersionProblem } from '../../src/content/versions.ts';

test.each([
  ['22.12.0', '6.4.6'],
  ['22.23.3', '6.4.8'],
  ['24.0.0', '7.3.2'],
  ['24.0.0', '7.3.5'],
  ['100.0.0', '10.0.0'],
])('Node.js %s and Astro %s are new enough', (node, astro) => {
  expect(findVersionProblem({ node, astro })).toBeUndefined();
});

test.each([
  ['20.20.2', '7.3.5', 'Node.js 22.12.0 or newer, and this is 20.20.2'],
  ['22.9.0', '7.3.5', 'Node.js 22.12.0 or newer, and this is 22.9.0'],
  [
    '24.0.0',
    '5.18.2',
    'Astro 6.4.6 or newer, and the site has 5.18.2: update it with `npx @astrojs/upgrade`',
  ],
  ['24.0.0', '6.3.12', 'Astro 6.4.6 or newer, and the site has 6.3.12'],
  ['24.0.0', '6.4.5', 'Astro 6.4.6 or newer, and the site has 6.4.5'],
  ['24.0.0', '7.0.0', 'Astro 7.3.2 or newer, and the site has 7.0.0'],
  ['24.0.0', '7.3.1', 'Astro 7.3.2 or newer, and the site has 7.3.1'],
])('Node.js %s with Astro %s is not, and the sentence says what to do', (node, astro, says) => {
  expect(findVersionProblem({ node, astro })).toContain(says);
});
