import { openMarks } from '../reader/marks-store.ts';
import type { Strings } from '../strings/en.ts';
import { makeTranslate } from '../strings/translate.ts';
import { chooseRows, countTags, type ListOrder } from './choose-rows.ts';
import { editForm } from './edit-form.ts';
import { startGivenList } from './given-list.ts';
import { listIn } from './list-link.ts';
import { openListView } from './list-view.ts';
import { toItem } from './row-item.ts';
import { fromMark, rootOf, toMark, type KnownPaper } from './starred.ts';
import { readRows, type StarredRow } from './starred-rows.ts';
import { startTakeOut } from './take-out.ts';
import { startWholeKept } from './whole-kept.ts';

/**
 * Makes all of the page of starred papers work: search, filters and order; tags and notes; what takes a list along; the list of a link; what saves,
 * adds and forgets all that is kept.
 *
 * @param root the element of the page
 * @param signal ends it when the page has gone
 */
export function startLists(root: HTMLElement, signal: AbortSignal): void {
  const find = <Found extends HTMLElement>(selector: string): Found => root.querySelector(selector) as Found;
  const lang = root.closest<HTMLElement>('[lang]')?.lang ?? '';
  const t = makeTranslate(JSON.parse(root.dataset['strings'] ?? '{}') as Strings, lang);
  const store = openMarks(root, signal);
  const { prefix } = store;
  const tools = find<HTMLFormElement>('.digest-list-tools');
  const [text, tag, order, unread] = ['q', 'tag', 'order', 'unread'].map(
    (name) => tools.elements.namedItem(name) as HTMLInputElement,
  ) as [HTMLInputElement, HTMLInputElement, HTMLInputElement, HTMLInputElement];
  const none = find('.digest-none');
  const count = find('.digest-count');
  // Where the focus goes when nothing is left that could have it.
  none.tabIndex = count.tabIndex = -1;

  /** What there was no room for: it is here as long as the page is. */
  const held = new Map<string, KnownPaper>();
  // What was pressed before this script had come.
  let pressed = [...root.querySelectorAll('button')][Number(root.dataset['pressed'] ?? -1)];
  let own: StarredRow[] = [];
  let given: readonly StarredRow[] | undefined;
  let shown: StarredRow[] = [];
  let reading: AbortController | undefined;

  const list = find('ol');
  const more = find<HTMLButtonElement>('.digest-more-rows');
  const view = openListView(
    list,
    more,
    (row) => toItem(row, root, lang),
    () => (none.hidden ? count : none),
    signal,
  );

  function edit(row: StarredRow, item: HTMLElement, opener: HTMLElement): void {
    const leave = (): void => {
      form.remove();
      opener.hidden = false;
      opener.focus();
    };
    const form = editForm(row, t, {
      leave,
      save(words) {
        leave();
        store.change([row.id], (mark) => {
          const { star, ...known } = fromMark(row.id, mark, rootOf(prefix));
          return toMark(row.id, { ...known, star: star && { ...star, ...words } }, rootOf(prefix));
        });
      },
    });
    opener.hidden = true;
    item.append(form);
    form.querySelector('input')?.focus();
  }

  list.addEventListener('click', ({ target }) => {
    const pressed = (target as Element).closest('button');
    const item = pressed?.closest('li');
    const row = shown.find(({ id }) => id === item?.dataset['paper']);
    if (!pressed || !item || !row) return;
    if (pressed.matches('.digest-edit-row')) edit(row, item, pressed);
    else if (pressed.matches('.digest-unstar')) {
      held.delete(row.id);
      store.change([row.id], ([, read]) => [row.id, read]);
    }
  });

  /** Shows what is chosen of the list. */
  function draw(isOther: boolean): void {
    const rows = given ?? own;
    shown = chooseRows(rows, {
      text: text.value,
      tag: tag.value,
      unread: unread.checked,
      order: order.value as ListOrder,
    });
    root.dataset['shown'] = '';
    none.hidden = rows.length > 0;
    view.show(shown, isOther);
    list.classList.toggle('digest-given-rows', !!given);
    // Its place is kept.
    tools.style.visibility = rows.length === 0 ? 'hidden' : '';
    const nothing = rows.length === 0 ? '' : t('listNothing');
    count.textContent = shown.length === 0 ? nothing : t('papers', { count: shown.length });
    find('.digest-take').hidden = shown.length === 0;
  }

  function drawTags(): void {
    const chosen = tag.value;
    const tags = countTags(given ?? own);
    const options = tags.map(
      ([name, number]) => new Option(`${name} (${t('papers', { count: number })})`, name),
    );
    tag.replaceChildren(new Option(t('searchAll'), ''), ...options);
    tag.value = tags.some(([name]) => name === chosen) ? chosen : '';
    tag.closest('label')!.hidden = tags.length === 0;
  }

  /** Reads the list anew. */
  async function refresh(isOther = false): Promise<void> {
    reading?.abort();
    reading = new AbortController();
    const now = reading.signal;
    const rows = await readRows(prefix, now, held);
    if (now.aborted || signal.aborted) return;
    own = rows;
    drawTags();
    draw(isOther);
    whole.draw(own.length > 0);
    const button = pressed;
    pressed = undefined;
    button?.click();
  }

  const whole = startWholeKept(root, store, t, (id, known) => held.set(id, known));
  startTakeOut(find('.digest-take'), t, prefix, () => shown);
  const showGiven = startGivenList(
    find('.digest-given'),
    t,
    prefix,
    (rows) => {
      given = rows;
      drawTags();
      if (rows) draw(true);
      else void refresh(true);
    },
    (id, known) => held.set(id, known),
  );
  tools.addEventListener('input', () => draw(true));
  tools.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', () => void showGiven(), { signal });
  store.watch(() => void refresh());
  if (listIn(location.hash)) void showGiven();
}
