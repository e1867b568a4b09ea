import { withRead } from './marks.ts';
import type { MarksStore } from './marks-store.ts';

/** How long a paper is in sight before it counts as read, in milliseconds. */
const patience = 2000;

/**
 * Notes that papers were read: one on its own page once that has been in sight for two seconds, and not in a tab behind or ahead of time; one
 * that has no page once what stands below its text has been in the middle of the window for that long, and the text was whole.
 *
 * @param signal ends the waiting
 */
export function noteReading(store: MarksStore, root: HTMLElement, signal: AbortSignal): void {
  const waits = new Map<Element, ReturnType<typeof setTimeout>>();
  const wait = (paper: Element): void => {
    clearTimeout(waits.get(paper));
    const note = (): void => {
      const id = (paper as HTMLElement).dataset['paper'];
      const text = paper.querySelector('.digest-abstract');
      // Of a text that is folded half can be seen.
      const isFolded = text && text.scrollHeight > text.clientHeight + 1;
      if (!id || isFolded || !waits.has(paper) || document.hidden || signal.aborted || store.read(id)[1])
        return;
      store.change([id], (mark) => withRead(mark, true));
    };
    waits.set(paper, setTimeout(note, patience));
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const paper = target.closest('[data-paper]')!;
        if (isIntersecting) wait(paper);
        else waits.delete(paper);
      }
    },
    { rootMargin: '-15% 0px' },
  );
  for (const end of root.querySelectorAll('.digest-more')) observer.observe(end);
  const page = root.querySelector('.digest-paper-page');
  if (page) wait(page);
  document.addEventListener('visibilitychange', () => waits.forEach((_, paper) => wait(paper)), { signal });
}
