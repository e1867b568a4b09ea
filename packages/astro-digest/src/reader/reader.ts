import { addCopyButtons } from './copy.ts';
import { startKeys } from './keys.ts';
import { openMarks } from './marks-store.ts';
import { showPaperMarks } from './paper-marks.ts';
import { startTheme } from './theme.ts';

/**
 * Makes a page of a digest more than paper: theme switch, marks, keys, buttons that copy. The page reads without it.
 *
 * @param root the element of the page that is the digest's
 * @param signal ends it when the page has gone
 */
export function startReader(root: HTMLElement, signal: AbortSignal): void {
  startTheme(signal);
  startKeys(signal);
  addCopyButtons(root);
  showPaperMarks(openMarks(root, signal), root, signal);
}
