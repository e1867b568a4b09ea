import { drawerCount, parseMarks, type Mark } from './marks.ts';
import { load } from './storage.ts';

/**
 * All marks that the browser keeps of a digest, one after another: whoever goes through many of them stops now and then (`in-slices.ts`).
 *
 * @param prefix how the names begin of what is kept of it: `data-marks` of its pages
 */
export function* keptMarks(prefix: string): Generator<[id: string, mark: Mark]> {
  for (let drawer = 0; drawer < drawerCount; drawer++) {
    const text = load(`${prefix}marks:${drawer}`);
    if (text) yield* parseMarks(text);
  }
}
