import type { StarredRow } from './starred-rows.ts';

/** So many papers are shown at a time: a page of 40,000 would take minutes to lay out. */
const piece = 100;

/** The items that a page shows of a list. */
export interface ListView {
  /**
   * Shows papers. Those that are shown already stay as they are, and so does how far one has scrolled.
   *
   * @param isOther whether it is another choice, which begins at its top
   */
  show(rows: readonly StarredRow[], isOther: boolean): void;
}

/**
 * Opens the list: the first papers of it, and more as one scrolls, or by the button.
 *
 * @param none gives what gets the focus when what had it has gone and nothing is left
 */
export function openListView(
  list: HTMLElement,
  more: HTMLButtonElement,
  toItem: (row: StarredRow) => HTMLLIElement,
  none: () => HTMLElement,
  signal: AbortSignal,
): ListView {
  let rows: readonly StarredRow[] = [];
  let length = piece;
  const items = new Map<string, { row: string; item: HTMLLIElement }>();
  // What the page had before this script came.
  const early = new Map([...list.querySelectorAll('li')].map((item) => [item.dataset['paper'], item]));

  function itemOf(row: StarredRow): HTMLLIElement {
    const text = JSON.stringify(row);
    const known = items.get(row.id);
    if (known?.row === text) return known.item;
    const made = toItem(row);
    const before = early.get(row.id);
    early.delete(row.id);
    const item = before?.isEqualNode(made) ? before : made;
    items.set(row.id, { row: text, item });
    return item;
  }

  function draw(): void {
    list.replaceChildren(...rows.slice(0, length).map(itemOf));
    list.hidden = rows.length === 0;
    more.hidden = rows.length <= length;
    tellZotero();
  }

  function showMore(): void {
    const from = length;
    length += piece;
    list.append(...rows.slice(from, length).map(itemOf));
    tellZotero();
    more.hidden = rows.length <= length;
  }

  more.addEventListener('click', () => {
    const from = length;
    showMore();
    list.children[from]?.querySelector('a')?.focus();
  });
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting && !more.hidden) showMore();
    },
    { rootMargin: '800px' },
  );
  observer.observe(more);
  signal.addEventListener('abort', () => observer.disconnect());

  return {
    show(next, isOther) {
      const focused = document.activeElement as HTMLElement | null;
      const buttons = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('button.digest-unstar')];
      const place = buttons().indexOf(focused!);
      const isInside = !!focused && list.contains(focused);
      rows = next;
      if (isOther) {
        length = piece;
        items.clear();
      }
      draw();
      // An item that stays keeps the focus; one that has gone hands it to the next one.
      if (!isInside || focused.isConnected) return;
      (buttons()[place] ?? buttons().at(-1) ?? none()).focus();
    },
  };
}

/** Zotero looks at a page when that has come, and again when it is told to (https://www.zotero.org/support/dev/exposing_metadata). */
function tellZotero(): void {
  document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
}
