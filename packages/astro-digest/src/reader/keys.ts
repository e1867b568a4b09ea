import { openChoice } from './storage.ts';
import { titleOf } from './title.ts';

/** Where it is kept that the reader wants no keys: `off`. All digests of a host share it. */
const keysKey = 'digest:keys';

/**
 * Makes single keys work, and the dialog that lists them and turns them off (WCAG 2.2, success criterion 2.1.4).
 *
 * They do nothing while somebody types, in dialogs, or together with keys that belong to the browser or the system.
 */
export function startKeys(signal: AbortSignal): void {
  const dialog = document.querySelector<HTMLDialogElement>('.digest-keys');
  const use = dialog?.querySelector('input');
  const opener = document.querySelector<HTMLElement>('[data-digest-keys]');
  const choice = openChoice(keysKey, show, signal);

  function show(): void {
    if (use) use.checked = choice.get() !== 'off';
  }

  show();
  use?.addEventListener('change', () => choice.set(use.checked ? 'on' : 'off'));
  if (dialog && opener) {
    opener.hidden = false;
    opener.addEventListener('click', () => dialog.showModal());
  }

  const onKey = (event: KeyboardEvent): void => {
    // Inside of custom elements too; it is the document itself where nothing has the focus.
    const target = event.composedPath()[0] as Partial<HTMLElement>;
    const isTyping = target.isContentEditable || target.matches?.('input, textarea, select');
    const command = event.ctrlKey || event.metaKey;
    // Where it is the browser's own, the page has it first, as pages with a search do.
    const isSearch = command && event.key === 'k';
    if (
      !(event.defaultPrevented || event.isComposing || event.altKey) &&
      isSearch === command &&
      !((isTyping && !isSearch) || document.querySelector('dialog[open]') || choice.get() === 'off') &&
      press(isSearch ? '/' : event.key, event.repeat, dialog)
    ) {
      event.preventDefault();
    }
  };
  document.addEventListener('keydown', onKey, { signal });
}

/** Does what a key is for, and tells whether it is for anything on this page as it is now. */
function press(key: string, repeat: boolean, dialog: HTMLDialogElement | null): boolean {
  const page = document.querySelector('.digest-paper-page');
  const step = { j: 1, k: -1 }[key] ?? 0;
  if (step && !page) return moveInList(step);
  // A key that is held down would run through page after page, or switch to and fro.
  if (repeat) return false;
  if (step) return click(`.digest-turn a[rel=${step > 0 ? 'next' : 'prev'}]`);
  if (key === 's') {
    const paper = document.activeElement?.closest('[data-paper]') ?? page;
    return !!paper && click('.digest-star, .digest-unstar', paper);
  }
  if (key === '/') {
    const input = document.querySelector<HTMLInputElement>('.digest-search input');
    input?.select();
    return !!input || click('[data-digest-search]');
  }
  if (key !== '?' || !dialog) return false;
  dialog.showModal();
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
