import { download } from '../../reader/download.ts';
import { fileTypes, writeList, type FileFormat } from '../../outputs/write-list.ts';
import type { Translate } from '../../strings/translate.ts';
import type { SearchAnswer } from '../engine.ts';
import { toCitable } from './to-citable.ts';

/** So many papers are taken along at most: each is a file to load. */
export const mostTaken = 1000;

/** How many papers are loaded at once. */
const atOnce = 25;

/**
 * Makes the buttons work that save the papers that were found as a file, and the one that copies the address.
 *
 * @param box has the buttons, `data-format` tells what each makes, and a status
 * @param answer gives what was found
 */
export function startTakeAlong(box: HTMLElement, t: Translate, answer: () => SearchAnswer | undefined): void {
  const status = box.querySelector('[data-taken]') as HTMLElement;
  const fail = (): void => {
    status.textContent = t('searchTakeFailed');
  };
  for (const button of box.querySelectorAll<HTMLElement>('[data-format]')) {
    button.addEventListener('click', () => {
      const found = answer();
      if (!found) return;
      status.textContent = '…';
      saveAs(button.dataset['format'] as FileFormat, found).then((count) => {
        status.textContent = t('searchTaken', { papers: t('papers', { count }) });
      }, fail);
    });
  }
  const copy = box.querySelector<HTMLElement>('[data-copy-link]');
  // TypeScript believes that it is everywhere; outside of secure contexts it is not.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!copy || !clipboard) return;
  copy.hidden = false;
  copy.addEventListener('click', () => {
    clipboard.writeText(location.href).then(() => {
      status.textContent = t('copied');
    }, fail);
  });
}

async function saveAs(format: FileFormat, { papers, complete }: SearchAnswer): Promise<number> {
  // Those that lack something are taken along only where there are no others.
  const taken = papers.slice(0, Math.min(complete || papers.length, mostTaken));
  const records = [];
  for (let start = 0; start < taken.length; start += atOnce) {
    const loaded = await Promise.all(taken.slice(start, start + atOnce).map((paper) => paper.load()));
    records.push(...loaded.map(({ data }) => data));
  }
  const home = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const cited = records.map((record) => toCitable(record, home));
  download(`papers.${format}`, fileTypes[format], writeList(format, cited));
  return taken.length;
}
