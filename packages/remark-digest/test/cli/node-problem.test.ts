import { expect, test } from 'vitest';
import { nodeProblem } from '../../src/cli/node-problem.ts';

test.each(['22.12.0', '22.23.3', '24.0.0', '100.0.0'])('Node.js %s is new enough', (version) => {
  expect(nodeProblem(version)).toBeUndefined();
});

test.each(['20.20.2', '22.9.0', '22.11.0'])(
  'Node.js %s is not, and the sentence says what to do',
  (version) => {
    expect(nodeProblem(version)).toBe(
      `remark-digest needs Node.js 22.12.0 or newer, and this is ${version}: install a newer one, then run the command again.`,
    );
  },
);
