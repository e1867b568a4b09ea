import { withRead } from './marks.ts';
import type { MarksStore } from './marks-store.ts';
import { openChoice } from './storage.ts';

/** Where it is kept that the reader wants to see only what is left to read: `on`. All digests of a host share it. */
export const unreadKey = 'digest:unread';

/**
 * Tells on each list of papers how many of them are left to read, lets the reader mark all as read, and take that back; and hides those that
 * were read, where the reader wants that: what was read when the page came, and not what is read meanwhile.
 *
 * @param root the element of the page that is the digest's
 */
export function showLeft(store: MarksStore, root: HTMLElement, signal: AbortSignal): void {
  const choice = openChoice(unreadKey, hide, signal);
  const lists = [...root.querySelectorAll<HTMLElement>('.digest-left')].map((box) => {
    const { tLeft, tAll, tUndo } = box.dataset;
    const line = box.querySelector('span')!;
    const check = box.querySelector('input');
    const all = box.querySelector('button');
    const papers = [...box.nextElementSibling!.querySelectorAll<HTMLElement>('[data-paper]')];
    let marked: string[] | undefined;
    let left: HTMLElement[];
    store.watch(() => {
      // What is read the marks before have told.
      left = papers.filter((paper) => !paper.matches('[data-read]'));
      line.textContent = tLeft!.replace('{count}', `${left.length}`);
      if (all) all.textContent = (marked ? tUndo : tAll)!;
    });
    all?.addEventListener('click', () => {
      const isBack = marked;
      const ids = marked ?? left.map(({ dataset }) => dataset['paper']!);
      marked = isBack ? undefined : ids;
      store.change(ids, (mark) => withRead(mark, !isBack));
      hide();
    });
    check?.addEventListener('change', () => {
      choice.set(check.checked ? 'on' : 'off');
      hide();
    });
    return { check, papers };
  });

  function hide(): void {
    const isOn = choice.get() === 'on';
    for (const { check, papers } of lists) {
      if (check) check.checked = isOn;
      for (const paper of papers)
        paper.closest('li')!.toggleAttribute('data-skip', isOn && paper.matches('[data-read]'));
    }
  }
  hide();
}
