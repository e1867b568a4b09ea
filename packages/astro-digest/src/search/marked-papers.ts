import { parseMarks } from '../reader/marks.ts';
import { load } from '../reader/storage.ts';
import type { MarkedPapers } from './operators/open-scope.ts';

/** The papers that the browser has marks of, for the digest that an element belongs to; they are read each time they are asked for. */
export function markedPapers(root: Element): MarkedPapers {
  const key = `${root.closest<HTMLElement>('[data-marks]')?.dataset['marks']}marks`;
  return (mark) => parseMarks(load(key))?.[mark].keys() ?? [];
}
