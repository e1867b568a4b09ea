import { button, element } from './element.ts';
import { noMarks, parseMarks, serializeMarks, withStar, type Marks } from './marks.ts';
import type { MarksStore } from './marks-store.ts';
import { mergeMarks } from './merge-marks.ts';

/** The largest file that is read, in bytes: as much as browsers keep for one host. */
const fileLimit = 5_000_000;

/**
 * Makes the page of the papers with a star work: lists the papers, the latest star first, and saves, adds and forgets marks.
 *
 * @param root the element with the list, the buttons and the status; what does not work without the script is hidden in it
 */
export function startStarredPage(store: MarksStore, root: HTMLElement): void {
  const none = find(root, '.digest-none');
  const list = find(root, 'ol');
  const exporter = find(root, '.digest-export');
  const importer = find(root, '.digest-import');
  const input = find<HTMLInputElement>(importer, 'input');
  const clearer = find(root, '.digest-clear');
  const status = find(root, '[role="status"]');
  const buttons = (): HTMLButtonElement[] => [...list.querySelectorAll('button')];
  // Where the focus goes when nothing is left that could have it.
  none.tabIndex = -1;

  store.watch((marks) => {
    const focused = buttons().indexOf(document.activeElement as HTMLButtonElement);
    list.replaceChildren(...toItems(marks, store, root));
    none.hidden = marks.starred.size > 0;
    list.hidden = !none.hidden;
    const atClearer = clearer === document.activeElement;
    exporter.hidden = clearer.hidden = marks.starred.size + marks.read.size === 0;
    if (focused >= 0) (buttons()[focused] ?? buttons().at(-1) ?? none).focus();
    else if (atClearer && clearer.hidden) none.focus();
  });

  exporter.addEventListener('click', () => download(serializeMarks(store.read())));
  clearer.addEventListener('click', () => {
    if (confirm(root.dataset['tClear'])) store.change(() => noMarks);
  });
  input.addEventListener('change', async () => {
    const [file] = input.files ?? [];
    if (!file) return;
    // A file that can't be read, because it is gone, say, has no marks either.
    const added = file.size <= fileLimit && parseMarks(await file.text().catch(() => undefined));
    if (added) store.change((marks) => mergeMarks(marks, added));
    const { tImported, tImportFailed } = root.dataset;
    status.textContent = (
      added ? tImported?.replace('{count}', `${added.starred.size}`) : tImportFailed
    ) as string;
    // So that the same file can be chosen again.
    input.value = '';
  });
  importer.hidden = false;
}

function toItems(marks: Marks, store: MarksStore, root: HTMLElement): HTMLLIElement[] {
  const { tUnstar } = root.dataset;
  const language = root.closest<HTMLElement>('[lang]')?.lang;
  return [...marks.starred].toReversed().map(([id, { title, url, date }]) => {
    const link = element('a', '', title);
    link.href = url;
    const remove = button('digest-unstar', tUnstar, () =>
      store.change((marks) => withStar(marks, id, undefined)),
    );
    remove.ariaLabel = `${tUnstar}: ${title}`;
    const item = element('li', 'digest-title', '');
    item.dataset['paper'] = id;
    item.append(link, ' ');
    if (date) {
      const time = element('time', 'digest-quiet', dayInFull(date, language));
      time.dateTime = date;
      item.append(time, ' ');
    }
    item.append(remove);
    return item;
  });
}

/** A day in the language of the page; a day has no time zone. */
function dayInFull(date: string, language: string | undefined): string {
  return new Date(date).toLocaleDateString(language, { dateStyle: 'full', timeZone: 'UTC' });
}

function download(text: string): void {
  const link = element('a', '', '');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'digest-marks.json';
  link.click();
  // Some browsers read the file only after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** An element that the component always has. */
function find<Found extends HTMLElement>(root: HTMLElement, selector: string): Found {
  return root.querySelector(selector) as Found;
}
