import { download } from '../reader/download.ts';
import { keptMarks } from '../reader/kept-marks.ts';
import { drawerCount } from '../reader/marks.ts';
import type { MarksStore } from '../reader/marks-store.ts';
import { forget, keepsAnything } from '../reader/storage.ts';
import type { Translate } from '../strings/translate.ts';
import { addExport, writeExport } from './kept/export.ts';
import type { Hold } from './kept/kept-kind.ts';

/**
 * Makes the buttons work that save all that is kept as a file, add such a file, and forget stars and what was read.
 *
 * @returns shows those that have something to do
 */
export function startWholeKept(
  root: HTMLElement,
  { prefix }: MarksStore,
  t: Translate,
  hold: Hold,
): { draw(hasStars: boolean): void } {
  const find = <Found extends HTMLElement>(selector: string): Found => root.querySelector(selector) as Found;
  const exporter = find('.digest-export');
  const importer = find('.digest-import');
  const input = find<HTMLInputElement>('.digest-import input');
  const clearer = find('.digest-clear');
  const status = find('.digest-told');

  exporter.addEventListener('click', async () =>
    download('digest-marks.json', 'application/json', await writeExport(prefix)),
  );
  clearer.addEventListener('click', () => {
    if (!confirm(t('clearMarksSure'))) return;
    forget(`${prefix}seen`);
    for (let drawer = 0; drawer < drawerCount; drawer++) forget(`${prefix}marks:${drawer}`);
    dispatchEvent(new StorageEvent('storage', { key: null }));
  });
  const read = async (): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    status.textContent = '…';
    const added = await addExport(prefix, file, hold);
    // So that the same file can be chosen again.
    input.value = '';
    if (!added) status.textContent = t('importFailed');
    else if (added.lost > 0) status.textContent = t('listFull', { count: added.lost });
    else status.textContent = t('imported', { count: added.stars });
  };
  input.addEventListener('change', () => void read());
  // What was chosen before this script had come.
  void read();
  importer.hidden = false;
  return {
    draw(hasStars) {
      const isEmpty = !hasStars && keptMarks(prefix).next().done === true;
      if (isEmpty && document.activeElement === clearer) find('.digest-none').focus();
      clearer.hidden = isEmpty;
      exporter.hidden = isEmpty && !keepsAnything('digest:');
    },
  };
}
