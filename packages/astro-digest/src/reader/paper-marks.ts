import { button, element } from './element.ts';
import { withRead, withSeen, withStar, type Marks } from './marks.ts';
import { keyPrefix, type MarksStore } from './marks-store.ts';
import { load, save } from './storage.ts';
import { titleOf } from './title.ts';

/** How long a paper's page is in sight before the paper counts as read, in milliseconds. */
const readingTime = 2000;

/**
 * Shows the marks of the papers on a page, and lets the reader change them.
 *
 * @param root the element of the page that is the digest's, with what is said of the marks in its data
 */
export function showPaperMarks(store: MarksStore, root: HTMLElement): void {
  const { latest = '', tNew } = root.dataset;
  const lastSeen = beginVisit(store, latest);
  const papers = [...root.querySelectorAll<HTMLElement>('[data-paper]')].map((paper) =>
    addStar(store, paper, root.dataset),
  );
  for (const { paper, star } of papers) markNew(star, paper.dataset['date'], lastSeen, tNew);
  for (const link of root.querySelectorAll<HTMLElement>('[data-issue-date]')) {
    markNew(link, link.dataset['issueDate'], lastSeen, tNew);
  }
  store.watch((marks) => {
    for (const show of papers) showMarks(show, marks);
  });
  const page = root.querySelector<HTMLElement>('.digest-paper-page');
  if (page) noteReading(store, page);
}

/**
 * Notes what there is now, so that it is not new at the next visit.
 *
 * @returns the day after which papers are new in this visit, which is as long as the tab is open; `''` when none are,
 * because it is the reader's first
 */
function beginVisit(store: MarksStore, latest: string): string {
  const key = `${keyPrefix()}since`;
  const { seen = '' } = store.read();
  let since = load(key, 'sessionStorage');
  if (since === null) save(key, (since = seen), 'sessionStorage');
  if (latest > seen) store.change((marks) => withSeen(marks, latest));
  return since;
}

function markNew(
  place: Element,
  date: string | undefined,
  lastSeen: string,
  label: string | undefined,
): void {
  if (lastSeen !== '' && (date ?? '') > lastSeen) {
    place.after(' ', element('span', 'digest-new', label));
  }
}

/** A paper on the page, with what shows its marks. */
interface ShownPaper {
  paper: HTMLElement;
  id: string;
  star: HTMLElement;
  /** Says to screen readers that the paper was read; only then in the page. */
  read: HTMLElement;
}

function addStar(store: MarksStore, paper: HTMLElement, { tStar, tRead }: DOMStringMap): ShownPaper {
  const { paper: id = '', date } = paper.dataset;
  const place = titleOf(paper);
  const title = (place?.textContent ?? '').trim().replace(/\s+/g, ' ');
  const star = button('digest-star', '', () => {
    // What the reader sees decides, whatever another tab has made of it.
    const starred = star.ariaPressed === 'true';
    // A paper may be a place on a page; what the address of a page of its own has besides its path is only the reader's.
    const url = place instanceof HTMLAnchorElement ? place.pathname + place.hash : location.pathname;
    store.change((marks) => withStar(marks, id, starred ? undefined : { title, url, date }));
  });
  // No stars without a page that lists them.
  star.disabled = !tStar;
  star.ariaLabel = `${tStar}: ${title}`;
  place?.after(' ', star);
  return { paper, id, star, read: element('span', 'digest-mark-read', tRead) };
}

function showMarks({ paper, id, star, read }: ShownPaper, marks: Marks): void {
  const pressed = `${marks.starred.has(id)}`;
  // Lists can be long, and most of them stays as it is.
  if (star.ariaPressed !== pressed) {
    star.ariaPressed = pressed;
    star.textContent = pressed === 'true' ? '★' : '☆';
  }
  const wasRead = marks.read.has(id);
  if (paper.toggleAttribute('data-read', wasRead) !== read.isConnected) {
    if (wasRead) star.after(' ', read);
    else read.remove();
  }
}

/** Notes that a paper was read once its page has been in sight for a while, and not in a tab behind or ahead of time. */
function noteReading(store: MarksStore, page: HTMLElement): void {
  const { paper = '' } = page.dataset;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function wait(): void {
    clearTimeout(timer);
    if (document.hidden || store.read().read.has(paper)) return;
    timer = setTimeout(() => {
      // In UTC, as a day without a time has to be in one zone or another.
      if (page.isConnected)
        store.change((marks) => withRead(marks, paper, new Date().toISOString().slice(0, 10)));
    }, readingTime);
  }
  document.addEventListener('visibilitychange', wait);
  wait();
}
