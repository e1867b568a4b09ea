import type { Gap } from './terms.ts';

/** What stands before a word or a unit, as a number. */
export const gapNumbers = { break: 0, space: 1, hyphen: 2, run: 3 } as const satisfies Record<Gap, number>;
