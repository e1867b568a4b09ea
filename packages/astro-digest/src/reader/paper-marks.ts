import { button, element } from './element.ts';
import { withRead, withSeen, withStar, type Marks } from './marks.ts';
import type { MarksStore } from './marks-store.ts';
import { load, save } from './storage.ts';
import { titleOf } from './title.ts';

/** How long a paper's page is in sight before the paper counts as read, in milliseconds. */
const readingTime = 2000;

/**
 * Shows the marks of the papers on a page, and lets the reader change them.
 *
 * @param prefix begins the keys of what is kept for this digest
 */
export function showPaperMarks(store: MarksStore, prefix: string): void {
  const lastSeen = beginVisit(store, prefix);
  const papers = [...document.querySelectorAll<HTMLElement>('[data-paper]')].map((paper) =>
    addStar(store, paper),
  );
  for (const { paper, star } of papers) markNew(star, paper.dataset['date'], lastSeen);
  for (const link of document.querySelectorAll<HTMLElement>('[data-issue-date]')) {
    markNew(link, link.dataset['issueDate'], lastSeen);
  }
  store.watch((marks) => {
    for (const show of papers) showMarks(show, marks);
  });
  const id = document.querySelector<HTMLElement>('.digest-paper-page')?.dataset['paper'];
  if (id !== undefined) noteReading(store, id);
}

/** On the first page of a visit, notes what there is now; gives the day after which papers are new, or `''` for never. */
function beginVisit(store: MarksStore, prefix: string): string {
  const key = `${prefix}since`;
  const { latest } = document.body.dataset;
  const known = load(key, 'sessionStorage');
  if (known !== null) return known;
  const { seen = '' } = store.read();
  save(key, seen, 'sessionStorage');
  if (latest !== undefined) store.change((marks) => withSeen(marks, latest));
  return seen;
}

function markNew(place: Element, date: string | undefined, lastSeen: string): void {
  if (lastSeen !== '' && date !== undefined && date > lastSeen) {
    place.after(' ', element('span', 'digest-new', document.body.dataset['tNew']));
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

function addStar(store: MarksStore, paper: HTMLElement): ShownPaper {
  const { tStar, tRead } = document.body.dataset;
  const { paper: id = '', date } = paper.dataset;
  const place = titleOf(paper);
  const title = (place?.textContent ?? '').trim().replace(/\s+/g, ' ');
  const star = button('digest-star', '', () => {
    // What the reader sees decides, whatever another tab has made of it.
    const starred = star.ariaPressed === 'true';
    const { pathname: url } = place instanceof HTMLAnchorElement ? place : location;
    store.change((marks) =>
      withStar(marks, id, starred ? undefined : { title, url, ...(date !== undefined && { date }) }),
    );
  });
  star.ariaLabel = `${tStar}: ${title}`;
  place?.after(' ', star);
  return { paper, id, star, read: element('span', 'digest-mark-read', tRead) };
}

function showMarks({ paper, id, star, read }: ShownPaper, marks: Marks): void {
  const starred = marks.starred.has(id);
  star.ariaPressed = `${starred}`;
  star.textContent = starred ? '★' : '☆';
  const wasRead = marks.read.has(id);
  if (paper.toggleAttribute('data-read', wasRead) !== read.isConnected) {
    if (wasRead) star.after(' ', read);
    else read.remove();
  }
}

/** Notes that a paper was read once its page has been in sight for a while, and not in a tab behind or ahead of time. */
function noteReading(store: MarksStore, id: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function wait(): void {
    clearTimeout(timer);
    if (document.hidden || store.read().read.has(id)) return;
    timer = setTimeout(() => {
      // In UTC, as a day without a time has to be in one zone or another.
      store.change((marks) => withRead(marks, id, new Date().toISOString().slice(0, 10)));
    }, readingTime);
  }
  document.addEventListener('visibilitychange', wait);
  wait();
}
