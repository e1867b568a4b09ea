import { addCopyButtons } from './copy.ts';
import { startKeys } from './keys.ts';
import { openMarks } from './marks-store.ts';
import { showPaperMarks } from './paper-marks.ts';
import { startTheme } from './theme.ts';

/**
 * Makes a page of a digest more than paper: theme switch, marks, keys, buttons that copy. The page reads without it.
 *
 * `data-marks` of the body begins the keys of what is kept for this digest; strings are in its `data-t-…`.
 */
export function startReader(): void {
  startTheme();
  startKeys();
  addCopyButtons();
  showPaperMarks(openMarks());
}
