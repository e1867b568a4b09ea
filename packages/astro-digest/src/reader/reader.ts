import { addCopyButtons } from './copy.ts';
import type { MarksStore } from './marks-store.ts';
import { showPaperMarks } from './paper-marks.ts';

/**
 * Gives a page of a digest its buttons that copy, and the marks of its papers. The page reads without it.
 *
 * @param root the element of the page that is the digest's
 * @param signal ends it when the page has gone
 */
export function startReader(store: MarksStore, root: HTMLElement, signal: AbortSignal): void {
  addCopyButtons(root);
  showPaperMarks(store, root, signal);
}
