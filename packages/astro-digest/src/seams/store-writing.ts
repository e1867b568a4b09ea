import { setTimeout } from 'node:timers/promises';
import type { LoaderContext } from 'astro/loaders';

/** From so many entries on Astro is busy with them for long enough that a page would have to wait. */
const many = 1000;

/** Shorter than the half second in which Astro waits for another change, in milliseconds. */
const step = 400;

/** How often that is begun anew. */
const steps = 2;

/**
 * Gives pages that show what was saved some time before Astro writes all entries into its file: that takes half a second or more for 10,000 papers,
 * in which nothing else is done. Astro begins when nothing was set for half a second; where a version of it does otherwise, this does nothing.
 */
export async function putOffWriting({ meta, store }: Pick<LoaderContext, 'meta' | 'store'>): Promise<void> {
  if (store.keys().length < many) return;
  for (let count = 0; count < steps; count++) {
    await setTimeout(step, undefined, { ref: false });
    meta.set('told', 'yes');
  }
}
