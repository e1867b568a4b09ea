import { fence } from './fence.ts';
import type { Wrapping } from './wrapping.ts';

/** All wrappings, in the order in which they are tried. */
export const wrappings: readonly Wrapping[] = [fence];
