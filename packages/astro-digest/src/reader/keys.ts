import { openChoice } from './storage.ts';
import { titleOf } from './title.ts';

/** Where it is kept that the reader wants no keys: `off`. All digests of a host share it. */
export const keysKey = 'digest:keys';

/** What people search with, outside of a digest. */
const searches = ':is([role=search], [type=search], [aria-keyshortcuts]):not(.digest *)';

/**
 * Makes single keys work, and the dialog that lists them and turns them off (WCAG 2.2, success criterion 2.1.4).
 *
 * They do nothing while somebody types, in dialogs, or together with keys that belong to the browser or the system. `Ctrl K` does: where it is
 * the browser's own, a page has it first, as pages with a search do.
 */
export function startKeys(signal: AbortSignal): void {
  const dialog = document.querySelector<HTMLDialogElement>('.digest-keys');
  if (!dialog) return;
  const use = dialog.querySelector('input');
  const opener = document.querySelector<HTMLElement>('[data-digest-keys]');
  const choice = openChoice(keysKey, show, signal);

  function show(): void {
    if (use) use.checked = choice.get() !== 'off';
  }

  const open = (): void => dialog.showModal();

  // A search that the site has around the digest keeps its keys.
  if (document.querySelector(searches)) dialog.querySelector('[data-search]')?.remove();
  show();
  use?.addEventListener('change', () => choice.set(use.checked ? 'on' : 'off'));
  if (opener) {
    opener.hidden = false;
    opener.addEventListener('click', open);
  }

  const onKey = (event: KeyboardEvent): void => {
    // Inside of custom elements too; it is the document itself where nothing has the focus.
    const target = event.composedPath()[0] as Partial<HTMLElement>;
    const isTyping = target.isContentEditable || target.matches?.('input, textarea, select');
    const command = event.ctrlKey || event.metaKey;
    const pressed = (command ? 'Ctrl ' : '') + event.key;
    const key = dialog.querySelector<HTMLElement>(`[data-key=${JSON.stringify(pressed)}]`);
    if (
      key &&
      !(
        event.defaultPrevented ||
        event.isComposing ||
        event.altKey ||
        (isTyping && !command) ||
        document.querySelector('dialog[open]') ||
        choice.get() === 'off'
      ) &&
      press(key.dataset['does']!, event.repeat, open)
    ) {
      event.preventDefault();
    }
  };
  // What the site's own scripts listen to they have first.
  addEventListener('keydown', onKey, { signal });
}

/** Does what a key is for, and tells whether it is for anything on this page as it is now. */
function press(does: string, repeat: boolean, showHelp: () => void): boolean {
  const page = document.querySelector('.digest-paper-page');
  const step = { next: 1, prev: -1 }[does];
  if (step && !page) return moveInList(step);
  // A key that is held down would run through page after page, or switch to and fro.
  if (repeat) return false;
  if (step) return click(`.digest-turn a[rel=${does}]`);
  if (does === 'star') {
    const paper = document.activeElement?.closest('[data-paper]') ?? page;
    return !!paper && click('.digest-star, .digest-unstar', paper);
  }
  if (does === 'search') {
    const input = document.querySelector<HTMLInputElement>('.digest-search input');
    if (!input) return click('[data-digest-search]');
    input.select();
    return true;
  }
  showHelp();
  return true;
}

/** Moves the focus to the paper after the one that has it, or before; where none has it, from where one has scrolled to. */
function moveInList(step: number): boolean {
  const papers = [...document.querySelectorAll('[data-paper]')];
  const here = papers.findIndex((paper) => paper.contains(document.activeElement));
  const isAhead = (paper: Element): boolean => paper.getBoundingClientRect().top >= 0 === step > 0;
  const paper = here < 0 ? papers.filter(isAhead).at(step > 0 ? 0 : -1) : papers[here + step];
  if (!paper) return false;
  titleOf(paper)?.focus({ preventScroll: true });
  paper.scrollIntoView({ behavior: 'instant' });
  return true;
}

function click(selector: string, root: ParentNode = document): boolean {
  const found = root.querySelector<HTMLElement>(selector);
  found?.click();
  return !!found;
}
