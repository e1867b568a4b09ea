import { fileTypes, writeList, type FileFormat } from '../outputs/write-list.ts';
import { download } from '../reader/download.ts';
import type { Translate } from '../strings/translate.ts';
import { citedRows } from './cited-rows.ts';
import { linkOf } from './list-link.ts';
import type { StarredRow } from './starred-rows.ts';

/**
 * Makes the buttons work that save the papers that are shown as a file, and the one that copies a link that carries them.
 *
 * @param box has the buttons, `data-format` tells what each makes, and a status
 * @param rows gives what is shown
 */
export function startTakeOut(
  box: HTMLElement,
  t: Translate,
  prefix: string,
  rows: () => readonly StarredRow[],
): void {
  const status = box.querySelector('[data-taken]') as HTMLElement;
  const files = box.dataset['files'];
  const tell = async (work: () => Promise<string>): Promise<void> => {
    status.textContent = '…';
    status.textContent = await work().catch(() => t('searchTakeFailed'));
  };
  for (const button of box.querySelectorAll<HTMLElement>('[data-format]')) {
    const format = button.dataset['format'] as FileFormat;
    button.addEventListener('click', () => {
      const taken = rows();
      void tell(async () => {
        const text = writeList(format, await citedRows(taken, files));
        download(`papers.${format}`, fileTypes[format], text);
        return t('searchTaken', { papers: t('papers', { count: taken.length }) });
      });
    });
  }
  const copy = box.querySelector<HTMLElement>('[data-copy-link]')!;
  // TypeScript believes that they are everywhere; outside of secure contexts, and in older browsers, they are not.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard || !('CompressionStream' in globalThis)) return;
  copy.hidden = false;
  copy.addEventListener('click', () => {
    void tell(async () => {
      await clipboard.writeText(await linkOf(location.href, rows(), prefix));
      return t('copied');
    });
  });
}
