import { element } from '../../reader/element.ts';
import { writeAddress } from '../address.ts';
import type { RecentSearches } from '../recent-searches.ts';

/**
 * Opens the list of recent searches, which the page offers while nothing is looked for.
 *
 * @param section has a list for them, and a button that forgets them all; it is hidden while there are none
 * @param field gets the focus when they are forgotten
 * @returns what shows them as they are kept now
 */
export function openRecentList(section: HTMLElement, recent: RecentSearches, field: HTMLElement): () => void {
  const list = section.querySelector('ul') as HTMLElement;
  const forget = section.querySelector('.digest-forget') as HTMLElement;

  function draw(): void {
    const texts = recent.list();
    list.replaceChildren(...texts.map(toItem));
    section.hidden = texts.length === 0;
  }

  forget.addEventListener('click', () => {
    recent.forgetAll();
    draw();
    field.focus();
  });
  return draw;
}

function toItem(text: string): HTMLLIElement {
  const search = element('button', '', text);
  search.type = 'button';
  search.dataset['search'] = writeAddress('', { text, filters: {}, sort: 'relevance' });
  const item = element('li', '', undefined);
  item.append(search);
  return item;
}
