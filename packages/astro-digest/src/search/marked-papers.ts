import { keptMarks } from '../reader/kept-marks.ts';
import type { MarkedPapers } from './operators/open-scope.ts';

/** The papers that the browser has marks of, for the digest that an element belongs to; they are read each time they are asked for. */
export function markedPapers(root: Element): MarkedPapers {
  const prefix = root.closest<HTMLElement>('[data-marks]')?.dataset['marks'] ?? '';
  return function* (mark) {
    for (const [id, [, read, since]] of keptMarks(prefix)) if (mark === 'read' ? read : since) yield id;
  };
}
