import { onChangeElsewhere } from '../reader/storage.ts';
import { toItem } from './row-item.ts';
import { readRows } from './starred-rows.ts';

/** How many papers are shown before anybody does anything. */
const first = 50;

/** What shows that somebody begins to use the page. */
const beginnings = [
  'pointermove',
  'pointerdown',
  'keydown',
  'focusin',
  'change',
  'wheel',
  'touchstart',
  'hashchange',
];

/**
 * Shows the latest starred papers, and loads what else the page can do as soon as somebody begins to use it, or comes by a link that carries a
 * list: it is in the template.
 *
 * @param root has the list, the template, and what the template's script makes work
 */
export function startStarred(root: HTMLElement, signal: AbortSignal): void {
  const { marks: prefix = '' } = root.closest<HTMLElement>('[data-marks]')!.dataset;
  const template = (document.querySelector<HTMLTemplateElement>('#digest-lists') ??
    root.querySelector('template'))!;
  const isUntouched = (): boolean => !!template.content.firstChild;
  const begin = (): void => template.after(template.content);
  for (const name of beginnings) addEventListener(name, begin, { signal });
  // What is pressed before the script has come is pressed again then.
  root.addEventListener('click', ({ target }) => {
    const pressed = (target as Element).closest('button');
    root.dataset['pressed'] ??= `${[...root.querySelectorAll('button')].indexOf(pressed!)}`;
  });
  async function showLatest(): Promise<void> {
    const rows = await readRows(prefix, signal);
    if (!isUntouched()) return;
    const lang = root.closest<HTMLElement>('[lang]')?.lang;
    root.querySelector('ol')!.replaceChildren(...rows.slice(0, first).map((row) => toItem(row, root, lang)));
    const show = (name: string, isShown: boolean): void => {
      root.querySelector<HTMLElement>(`.digest-${name}`)!.hidden = !isShown;
    };
    root.dataset['shown'] = '';
    show('none', !rows[0]);
    show('export', !!rows[0]);
    show('clear', !!rows[0]);
    show('import', true);
    root.querySelector('form')!.style.visibility = rows[0] ? '' : 'hidden';
  }
  if (location.hash.includes('papers=')) begin();
  else {
    void showLatest();
    // What pages that are read from files share comes later.
    onChangeElsewhere(`${prefix}marks`, () => void showLatest(), signal);
  }
}
