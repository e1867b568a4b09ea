import { button, element } from './element.ts';
import { withSeen, withStar, type Marks } from './marks.ts';
import type { MarksStore } from './marks-store.ts';
import { load, save } from './storage.ts';
import { titleOf } from './title.ts';

/**
 * Shows the marks of the papers on a page, and lets the reader change them.
 *
 * @param root the element of the page that is the digest's, with what is said of the marks in its data
 * @param signal ends the waiting for the page to count as read
 */
export function showPaperMarks(store: MarksStore, root: HTMLElement, signal: AbortSignal): void {
  const texts = root.dataset;
  const lastSeen = beginVisit(store, root, texts['latest']);
  const markNew = (place: HTMLElement, date: string | undefined): void => {
    // Without a date it is not later.
    if (lastSeen && date! > lastSeen) place.after(' ', element('span', 'digest-new', texts['tNew']));
  };
  const shows = [...root.querySelectorAll<HTMLElement>('[data-paper]')].map((paper) => {
    const { star, show } = addStar(store, paper, texts);
    markNew(star, paper.dataset['date']);
    return show;
  });
  for (const link of root.querySelectorAll<HTMLElement>('[data-issue-date]'))
    markNew(link, link.dataset['issueDate']);
  store.watch((marks) => {
    for (const show of shows) show(marks);
  });
  const id = root.querySelector<HTMLElement>('.digest-paper-page')?.dataset['paper'];
  if (id) noteReading(store, id, signal);
}

/**
 * Notes what there is now, so that it is not new at the next visit.
 *
 * @returns the day after which papers are new in this visit, which is as long as the tab is open; `''` when none are,
 * because it is the reader's first
 */
function beginVisit(store: MarksStore, root: HTMLElement, latest: string | undefined): string {
  const key = `${root.dataset['marks']}since`;
  const { seen = '' } = store.read();
  const since = load(key, 'sessionStorage') ?? seen;
  save(key, since, 'sessionStorage');
  if (latest! > seen) store.change((marks) => withSeen(marks, latest!));
  return since;
}

/** Puts a star beside the title of a paper; gives it, and what shows the marks of the paper. */
function addStar(
  store: MarksStore,
  paper: HTMLElement,
  { tStar, tRead }: DOMStringMap,
): { star: HTMLElement; show(marks: Marks): void } {
  const { paper: id, url, date } = paper.dataset as { paper: string; url: string; date?: string };
  const place = titleOf(paper);
  const title = place?.textContent.trim().replace(/\s+/g, ' ') ?? '';
  const star = button('digest-star', '', () => {
    // What the reader sees decides, whatever another tab has made of it.
    const starred = star.ariaPressed === 'true';
    store.change((marks) => withStar(marks, id, starred ? undefined : { title, url, date }));
  });
  // No stars without a page that lists them.
  star.disabled = !tStar;
  star.ariaLabel = `${tStar}: ${title}`;
  place?.after(' ', star);
  // Says to screen readers that the paper was read; only then in the page.
  const read = element('span', 'digest-mark-read', tRead);
  return {
    star,
    show(marks) {
      const starred = marks.starred.has(id);
      // Lists can be long, and most of them stays as it is.
      if (star.ariaPressed !== `${starred}`) {
        star.ariaPressed = `${starred}`;
        star.textContent = starred ? '★' : '☆';
      }
      const wasRead = marks.read.has(id);
      if (paper.toggleAttribute('data-read', wasRead) !== read.isConnected) {
        if (wasRead) star.after(' ', read);
        else read.remove();
      }
    },
  };
}

/** Notes that a paper was read once its page has been in sight for two seconds, and not in a tab behind or ahead of time. */
function noteReading(store: MarksStore, id: string, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function wait(): void {
    clearTimeout(timer);
    if (document.hidden || store.read().read.has(id)) return;
    timer = setTimeout(() => {
      if (signal.aborted) return;
      // In UTC, as a day without a time has to be in one zone or another.
      const day = new Date().toISOString().slice(0, 10);
      store.change((marks) => ({ ...marks, read: new Map(marks.read).set(id, day) }));
    }, 2000);
  }
  document.addEventListener('visibilitychange', wait, { signal });
  wait();
}
