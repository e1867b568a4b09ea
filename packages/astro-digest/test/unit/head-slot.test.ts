import { expect, test } from 'vitest';
import { findHeadSlotProblem } from '../../src/integration/head-slot.ts';
import { headCount, startHeadCount } from '../../src/model/head-slot.ts';

const layout = './src/layouts/Base.astro';

test('a layout without the slot is named, also where the site before it in the same process had one', () => {
  const first = startHeadCount('/owls');
  first.pages = 3;
  first.heads = 3;
  expect(findHeadSlotProblem(layout, headCount('/owls'))).toBeUndefined();

  startHeadCount('/owls');
  headCount('/owls').pages += 1;
  expect(findHeadSlotProblem(layout, headCount('/owls'))).toContain(`${layout} has no slot \`head\``);
});

test('nothing is said before a page was rendered', () => {
  expect(findHeadSlotProblem(layout, startHeadCount('/bats'))).toBeUndefined();
});
