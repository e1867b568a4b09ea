// The script of every page: theme switch, keys, search, buttons that copy, and the marks of papers. The page reads without it.
import { addCopyButtons } from './copy.ts';
import { openMarks } from './marks-store.ts';
import { onEachPage } from './on-each-page.ts';
import { showPaperMarks } from './paper-marks.ts';

// With a client-side router it may find itself on a page that brings its own.
onEachPage('[data-reader]', (root, signal) => {
  addCopyButtons(root);
  showPaperMarks(openMarks(root, signal), root, signal);
});
