import { button, element } from './element.ts';
import type { MarksStore } from './marks-store.ts';
import { noteReading } from './note-reading.ts';
import { showLeft } from './left-to-read.ts';
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
  const lastSeen = beginVisit(store.prefix, texts['latest']);
  const markNew = (place: HTMLElement, date: string | undefined): void => {
    // Without a date it is not later.
    if (lastSeen && date! > lastSeen) place.after(' ', element('span', 'digest-new', texts['tNew']));
  };
  for (const paper of root.querySelectorAll<HTMLElement>('[data-paper]'))
    markNew(addStar(store, paper, texts), paper.dataset['date']);
  for (const link of root.querySelectorAll<HTMLElement>('[data-issue-date]'))
    markNew(link, link.dataset['issueDate']);
  showLeft(store, root, signal);
  noteReading(store, root, signal);
}

/**
 * Notes what there is now, so that it is not new at the next visit.
 *
 * @param prefix how the names begin of what is kept
 * @param latest day of the newest issue that the page shows
 * @returns the day after which papers are new in this visit, which is as long as the tab is open; `''` when none are,
 * because it is the reader's first
 */
function beginVisit(prefix: string, latest: string | undefined): string {
  const seenKey = `${prefix}seen`;
  const sinceKey = `${prefix}since`;
  const seen = load(seenKey) ?? '';
  const since = load(sinceKey, 'sessionStorage') ?? seen;
  save(sinceKey, since, 'sessionStorage');
  if (latest! > seen) save(seenKey, latest!);
  return since;
}

/** Puts a star beside the title of a paper, and keeps it as the paper is marked. */
function addStar(store: MarksStore, paper: HTMLElement, { tStar, tRead }: DOMStringMap): HTMLElement {
  const { paper: id, url, date } = paper.dataset as { paper: string; url: string; date?: string };
  const place = titleOf(paper);
  const title = place?.textContent.trim().replace(/\s+/g, ' ') ?? '';
  const star = button('digest-star', '', () => {
    // What the reader sees decides, whatever another tab has made of it.
    const isStarred = star.ariaPressed === 'true';
    store.change([id], ([, read]) =>
      isStarred ? [id, read] : [id, read, Date.now(), title, url, date ?? 0],
    );
  });
  // No stars without a page that lists them.
  star.disabled = !tStar;
  star.ariaLabel = `${tStar}: ${title}`;
  place?.after(' ', star);
  // Says to screen readers that the paper was read; only then in the page.
  const read = element('span', 'digest-mark-read', tRead);
  store.watch(() => {
    const [, isRead, since] = store.read(id);
    const pressed = `${!!since}`;
    // Lists can be long, and most of them stays as it is.
    if (star.ariaPressed !== pressed) {
      star.ariaPressed = pressed;
      star.textContent = since ? '★' : '☆';
    }
    if (paper.toggleAttribute('data-read', !!isRead) !== read.isConnected) {
      if (isRead) star.after(' ', read);
      else read.remove();
    }
  });
  return star;
}
