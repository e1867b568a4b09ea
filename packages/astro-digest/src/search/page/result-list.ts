import type { SearchAnswer } from '../engine.ts';
import { toItem, type ItemOptions } from '../result-item.ts';

/** How many results are shown at a time. */
const pageLength = 10;

/** The results that the page shows. */
export interface ResultList {
  readonly isEmpty: boolean;
  /** Makes the first items of an answer. */
  load(answer: SearchAnswer): Promise<HTMLLIElement[]>;
  /** Puts items in place of those that there are. A result that had the focus keeps it; where it is gone, the field gets it. */
  show(answer: SearchAnswer, items: readonly HTMLLIElement[]): void;
  clear(): void;
}

/**
 * Opens the list of results, with the button that shows more of them, and the arrow keys that lead from the field through them and back.
 *
 * @param onError is told why more can't be shown
 */
export function openResults(
  { list, more, field }: { list: HTMLElement; more: HTMLElement; field: HTMLInputElement },
  options: ItemOptions,
  onError: (error: unknown) => void,
): ResultList {
  let answer: SearchAnswer | undefined;

  async function itemsOf({ papers, terms }: SearchAnswer, start: number): Promise<HTMLLIElement[]> {
    const shown = await Promise.all(papers.slice(start, start + pageLength).map((paper) => paper.load()));
    return shown.map(({ data, match }) => toItem(data, match, terms, options));
  }

  const titles = (): HTMLAnchorElement[] => [...list.querySelectorAll<HTMLAnchorElement>('h2 a')];
  const showMoreOf = (): void => {
    more.hidden = !answer || answer.papers.length <= list.childElementCount;
  };

  more.addEventListener('click', async () => {
    const asked = answer;
    if (!asked) return;
    try {
      const items = await itemsOf(asked, list.childElementCount);
      if (asked !== answer) return;
      list.append(...items);
      items[0]?.querySelector('a')?.focus();
      showMoreOf();
    } catch (error) {
      onError(error);
    }
  });

  field.addEventListener('keydown', (event) => {
    const [first] = titles();
    if (event.key !== 'ArrowDown' || hasCommand(event) || !first) return;
    event.preventDefault();
    first.focus();
  });

  list.addEventListener('keydown', (event) => {
    if (hasCommand(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      field.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const here = [...list.children].findIndex((item) => item.contains(document.activeElement));
    const next = here + step;
    if (next < 0) field.focus();
    else (titles()[next] ?? (more.hidden ? undefined : more))?.focus();
  });

  more.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowUp' || hasCommand(event)) return;
    event.preventDefault();
    titles().at(-1)?.focus();
  });

  return {
    get isEmpty() {
      return list.childElementCount === 0;
    },
    load: (found) => itemsOf(found, 0),
    show(found, items) {
      const focused = list.contains(document.activeElement) || document.activeElement === more;
      const address = (document.activeElement as Partial<HTMLAnchorElement> | null)?.href;
      answer = found;
      list.replaceChildren(...items);
      showMoreOf();
      if (focused) (titles().find(({ href }) => href === address) ?? field).focus();
    },
    clear() {
      if (list.contains(document.activeElement)) field.focus();
      answer = undefined;
      list.replaceChildren();
      more.hidden = true;
    },
  };
}

function hasCommand({ ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey || isComposing;
}
