import { setImmediate } from 'node:timers/promises';
import type { AstroPrerenderer } from 'astro';
import { freeMemory } from './free-memory.ts';

/**
 * Renders pages only after something else is done.
 *
 * @param done what is waited for; when it fails, so does the build
 */
export function prerenderAfter(prerenderer: AstroPrerenderer, done: () => Promise<void>): AstroPrerenderer {
  return {
    ...prerenderer,
    setup: () => prerenderer.setup?.() ?? Promise.resolve(),
    render: (request, options) => prerenderer.render(request, options),
    async getStaticPaths() {
      let isDone = false;
      const waiting = done().finally(() => (isDone = true));
      // It may fail before it is waited for below.
      waiting.catch(() => {});
      await setImmediate();
      // Nothing else is done meanwhile.
      if (!isDone) freeMemory();
      await waiting;
      return prerenderer.getStaticPaths();
    },
  };
}
