/** How long is worked at a time, in milliseconds. */
const slice = 20;

/** Works through things, and lets the page answer its reader every now and then, as long as a signal does not end it. */
export async function inSlices<Thing>(
  things: Iterable<Thing>,
  work: (thing: Thing) => void,
  signal?: AbortSignal,
): Promise<void> {
  let end = performance.now() + slice;
  for (const thing of things) {
    if (performance.now() > end) {
      await new Promise((resolve) => setTimeout(resolve));
      if (signal?.aborted) return;
      end = performance.now() + slice;
    }
    work(thing);
  }
}
