import { button, element } from '../../reader/element.ts';
import type { Translate } from '../../strings/translate.ts';
import { readAddress } from '../address.ts';
import type { SearchEngine } from '../engine.ts';
import { searchAddress } from './page-address.ts';
import { withSearch, withoutSearch, type SavedSearch } from './saved-searches.ts';
import type { SavedStore } from './saved-store.ts';

/** The saved searches that the page offers while nothing is looked for. */
export interface SavedList {
  /** Shows them as they are kept now. */
  draw(): void;
  /** Tells of each how many papers are new, one search after another, as long as that is wanted. */
  countNew(engine: Promise<SearchEngine>, isWanted: () => boolean): Promise<void>;
}

/**
 * Opens the list.
 *
 * @param section has a list for them; it is hidden while none is saved
 * @param nameOf what a search asks for, for readers
 * @param field gets the focus when no search is left
 */
export function openSavedList(
  section: HTMLElement,
  store: SavedStore,
  t: Translate,
  nameOf: (query: string) => string,
  field: HTMLElement,
): SavedList {
  const list = section.querySelector('ul') as HTMLElement;
  const news = new Map<string, number>();

  function draw(): void {
    const buttons = [...list.querySelectorAll('button')];
    const focused = buttons.findIndex((made) => made === document.activeElement);
    const searches = store.read();
    list.replaceChildren(...searches.map(toItem));
    section.hidden = searches.length === 0;
    if (focused >= 0) ([...list.querySelectorAll('button')].slice(0, focused + 1).at(-1) ?? field).focus();
  }

  function toItem({ query }: SavedSearch): HTMLLIElement {
    const name = nameOf(query);
    const link = element('a', '', name);
    link.href = searchAddress(readAddress(query));
    link.dataset['search'] = query;
    const item = element('li', '', '');
    item.append(link);
    const count = news.get(query) ?? 0;
    if (count > 0) item.append(' ', element('span', 'digest-new-count', t('searchNew', { count })));
    const remove = button('digest-remove', '×', () => {
      store.change((searches) => withoutSearch(searches, query));
      draw();
    });
    remove.ariaLabel = t('searchRemove', { what: name });
    item.append(' ', remove);
    return item;
  }

  return {
    draw,
    async countNew(engine, isWanted) {
      for (const { query, seen } of store.read()) {
        await idle();
        if (!isWanted()) return;
        const { complete } = await (await engine).search(readAddress(query));
        if (seen === undefined) store.change((searches) => withSearch(searches, { query, seen: complete }));
        else news.set(query, complete - seen);
        if (!isWanted()) return;
        draw();
      }
    },
  };
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // TypeScript believes that it is everywhere; Safari has none.
    const request = globalThis.requestIdleCallback as typeof requestIdleCallback | undefined;
    if (request) request(() => resolve());
    else setTimeout(resolve, 50);
  });
}
