import { addCopyButtons } from './copy.ts';
import { startKeys } from './keys.ts';
import { openMarks } from './marks-store.ts';
import { showPaperMarks } from './paper-marks.ts';
import { startTheme } from './theme.ts';

/**
 * Makes a page of a digest more than paper: theme switch, marks, keys, buttons that copy. The page reads without it.
 *
 * @param root the element of the page that is the digest's
 */
export function startReader(root: HTMLElement): void {
  startTheme();
  startKeys();
  addCopyButtons(root);
  showPaperMarks(openMarks(), root);
}
