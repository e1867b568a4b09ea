import { changePage } from './change-page.ts';

/** Which part of a file with many pages an address asks for. */
export interface PlaceInFile {
  /** The page, such as `/2025-03-12/some-slug/`; `/` for the front page. */
  page: string;
  /** From the question mark on, or the empty text. */
  query: string;
  /** A place on the page: from the `#` on, or the empty text. */
  anchor: string;
}

/** Id of the element, of no effect where scripts run, in which the pages are. */
const pagesId = 'digest-pages';

/** Stands at the start of each page: its path and its title. */
const pageStart = /<section id="([^"]*)" data-title="([^"]*)">\n/g;

/** What stands at its end. */
const pageEnd = '\n</section>';

/** Reads what is behind the `#` of an address. */
export function pageAt(hash: string): PlaceInFile {
  const [, page = '/', query = '', anchor = ''] = /^#(\/[^?#]*)(\?[^#]*)?(#.*)?$/s.exec(hash) ?? [];
  return { page: decoded(page), query, anchor: anchor === '#' ? '' : anchor };
}

interface StoredPage {
  title: string;
  /** What is in its body. */
  html: string;
}

/**
 * Shows the page that the address asks for, now and whenever the address changes: as a site does, with its title, from its top, or from
 * where the reader was.
 */
export function followAddress(): void {
  const store = document.getElementById(pagesId);
  const pages = readPages(store?.textContent ?? '');
  pages.set('/', { title: document.title, html: htmlBefore(store) });
  // It may be long, and is read.
  store?.remove();
  const announcer = document.createElement('div');
  announcer.setAttribute('aria-live', 'assertive');
  announcer.style.cssText =
    'position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)';
  let shown = '/';
  history.scrollRestoration = 'manual';

  const show = (isFirst: boolean): void => {
    // Something on the page that is shown.
    if (!isFirst && /^#[^/]/.test(location.hash)) return;
    const { page, anchor } = pageAt(location.hash);
    const isOther = page !== shown;
    if (isOther) {
      const stored = pages.get(page) ?? pages.get('/');
      if (!stored) return;
      shown = page;
      changePage(stored.html);
      document.title = stored.title;
      if (!isFirst) {
        document.dispatchEvent(new Event('astro:after-swap'));
        document.dispatchEvent(new Event('astro:page-load'));
        document.body.append(announcer);
        // What is there already when it comes is not read out.
        setTimeout(() => (announcer.textContent = stored.title), 60);
      }
    }
    const scroll = (history.state as { digestScroll?: number } | null)?.digestScroll;
    const target = anchor === '' ? null : document.getElementById(decoded(anchor.slice(1)));
    if (scroll !== undefined) scrollBack(scroll);
    else if (target) moveTo(target);
    else if (isOther && !isFirst) {
      scrollTo({ top: 0, behavior: 'instant' });
      if (!document.querySelector('digest-search')) focusStart(document.body);
    }
  };

  addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const action = form.getAttribute('action') ?? '';
    if (event.defaultPrevented || !action.startsWith('#/')) return;
    // A browser would put what was typed before the `#`, and load the whole file again.
    event.preventDefault();
    const typed = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    location.hash = `${action}?${new URLSearchParams(typed)}`;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Where the reader was on one page is not to be kept for the next one, which the address may be of already.
  addEventListener('popstate', () => clearTimeout(timer));
  addEventListener('hashchange', () => {
    clearTimeout(timer);
    show(false);
  });
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const state = { ...(history.state as object | null), digestScroll: scrollY };
      history.replaceState(state, '');
    }, 100);
  });
  show(true);
}

/** How long a page that is gone back to may take to be as long as it was, in milliseconds. */
const patience = 3000;

/** Scrolls to where the reader was, as soon as the page is long enough: results of a search take their time. */
function scrollBack(top: number): void {
  const stop = new AbortController();
  const observer = new ResizeObserver(() => {
    scrollTo({ top, behavior: 'instant' });
    if (scrollY >= top - 1) stop.abort();
  });
  stop.signal.addEventListener('abort', () => observer.disconnect());
  observer.observe(document.body);
  for (const event of ['wheel', 'keydown', 'pointerdown', 'hashchange'])
    addEventListener(event, () => stop.abort(), { signal: stop.signal });
  setTimeout(() => stop.abort(), patience);
  scrollTo({ top, behavior: 'instant' });
}

/** Goes to a place on the page as a browser does: it is in sight, and the next press of Tab goes on from there. */
function moveTo(target: HTMLElement): void {
  target.scrollIntoView({ behavior: 'instant' });
  focusStart(target);
}

/** Lets the keyboard begin at an element, which gets the focus only where it can have it anyway. */
function focusStart(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.style.outline = 'none';
  const end = (): void => {
    element.removeAttribute('tabindex');
    element.style.outline = '';
  };
  element.addEventListener('blur', end, { once: true });
}

/** What is in the body before an element, as HTML. */
function htmlBefore(element: Element | null): string {
  let html = '';
  for (const node of document.body.childNodes) {
    if (node === element) break;
    html += node instanceof Element ? node.outerHTML : (node.textContent ?? '');
  }
  return html;
}

function readPages(text: string): Map<string, StoredPage> {
  const pages = new Map<string, StoredPage>();
  const starts = [...text.matchAll(pageStart)];
  for (const [index, start] of starts.entries()) {
    const [whole, path = '', title = ''] = start;
    const end = text.lastIndexOf(pageEnd, starts[index + 1]?.index ?? text.length);
    pages.set(plain(path), { title: plain(title), html: text.slice(start.index + whole.length, end) });
  }
  return pages;
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
