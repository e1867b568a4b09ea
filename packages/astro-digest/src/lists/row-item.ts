import { button, element } from '../reader/element.ts';
import type { StarredRow } from './starred-rows.ts';

/**
 * Makes the item of a starred paper: its title, the day of its issue, the reader's own tags and note, and the buttons that change these and take
 * the star away. The list listens for what is pressed.
 *
 * @param root has the names of the buttons
 */
export function toItem(
  { id, title, url, date, tags, note, isRead }: StarredRow,
  { dataset }: HTMLElement,
  lang: string | undefined,
): HTMLLIElement {
  const link = element('a', '', title);
  link.href = url;
  const item = element('li', 'digest-title', '');
  item.dataset['paper'] = id;
  item.toggleAttribute('data-read', isRead);
  item.append(link, coins(title, link.href));
  if (date) {
    // A day has no time zone.
    const text = new Date(date).toLocaleDateString(lang, { dateStyle: 'full', timeZone: 'UTC' });
    const time = element('time', 'digest-quiet', text);
    time.dateTime = date;
    item.append(' ', time);
  }
  for (const [name, text] of [
    ['digest-edit-row', dataset['tEdit']],
    ['digest-unstar', dataset['tUnstar']],
  ] as const) {
    const made = button(name, text, () => {});
    made.ariaLabel = `${text}: ${title}`;
    item.append(' ', made);
  }
  if (tags) item.append(' ', element('span', 'digest-tags', tags.map((tag) => `#${tag}`).join(' ')));
  if (note) item.append(' ', element('p', 'digest-note', note));
  return item;
}

/** What reference managers such as Zotero find in a page: COinS (https://en.wikipedia.org/wiki/COinS), by Dublin Core's names. */
function coins(title: string, address: string): HTMLElement {
  const span = element('span', 'Z3988', '');
  span.title = `${new URLSearchParams({
    ctx_ver: 'Z39.88-2004',
    rft_val_fmt: 'info:ofi/fmt:kev:mtx:dc',
    'rft.type': 'preprint',
    'rft.title': title,
    'rft.identifier': address,
  })}`;
  return span;
}
