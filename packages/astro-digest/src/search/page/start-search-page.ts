import { element } from '../../reader/element.ts';
import type { Strings } from '../../strings/en.ts';
import { makeTranslate } from '../../strings/translate.ts';
import { readAddress, type SearchState } from '../address.ts';
import { openEngine, type SearchAnswer, type SearchEngine } from '../engine.ts';
import { browserHost, canRunWebAssembly } from '../load-in-browser.ts';
import { markedPapers } from '../marked-papers.ts';
import { onTyped } from '../on-typed.ts';
import { openRecentSearches } from '../recent-searches.ts';
import { sayFailure } from '../say-failure.ts';
import { showChips } from './chips.ts';
import { openFilters } from './filter-controls.ts';
import { findPart } from './find-part.ts';
import { nameOfSearch } from './name-of-search.ts';
import {
  asksForSomething,
  keepInAddress,
  pageQuery,
  pageState,
  searchAddress,
  type HistoryStep,
} from './page-address.ts';
import { openRecentList } from './recent-list.ts';
import { openResults } from './result-list.ts';
import { openSavedList } from './saved-list.ts';
import { withSearch, withoutSearch } from './saved-searches.ts';
import { openSaved } from './saved-store.ts';
import { statusNotes } from './status-notes.ts';
import { startTakeAlong } from './take-along.ts';

/** How long after the last key a search begins, in milliseconds. */
const pause = 40;

/** How long after the last result of what is being typed its count is told, in milliseconds: one who hears the page is told once. */
const settling = 250;

/**
 * Makes the search page work: results while one types, everything that was chosen in the address, the count read out.
 *
 * @param root the element of the page; `data-indexes` has the folders of the indexes as JSON, `data-author` and `data-issue` the addresses
 * of an author's page and an issue, with `*` for the name, `data-strings` the strings as JSON
 * @param signal ends it when the page has gone
 */
export function startSearchPage(root: HTMLElement, signal: AbortSignal): void {
  const form = findPart<HTMLFormElement>(root, 'form');
  const input = findPart<HTMLInputElement>(root, 'input[name=q]');
  const status = findPart(root, '[role="status"]');
  const notes = findPart(root, '.digest-notes');
  const found = findPart(root, '.digest-found');
  const tools = findPart(root, '.digest-tools');
  const start = findPart(root, '.digest-start');
  const help = findPart(root, '.digest-help');
  const again = findPart(root, '.digest-again');
  const clear = findPart(root, '.digest-clear-field');
  const save = findPart(root, '.digest-save');
  const chips = findPart(root, '.digest-chips');
  const lang = root.closest<HTMLElement>('[lang]')?.lang ?? '';
  const t = makeTranslate(JSON.parse(root.dataset['strings'] ?? '{}') as Strings, lang);
  const { author = '*', issue = '*', indexes = '[]' } = root.dataset;
  const hasWebAssembly = canRunWebAssembly();

  let opened: Promise<SearchEngine> | undefined;
  let answer: SearchAnswer | undefined;
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** What can't be loaded is asked for again the next time. */
  function engine(): Promise<SearchEngine> {
    if (!hasWebAssembly) return Promise.reject(new Error(t('searchWithoutWebAssembly')));
    opened ??= openEngine(JSON.parse(indexes) as string[], {
      ...(globalThis.digestPortable?.search ?? browserHost),
      marked: markedPapers(root),
    });
    opened.catch(() => (opened = undefined));
    return opened;
  }

  const filters = openFilters(root, { t, lang }, () => void search('push'));
  const results = openResults(
    {
      list: findPart(root, '.digest-found > ol'),
      more: findPart(root, '.digest-more-results'),
      field: input,
    },
    { t, lang, authorPage: author, issuePage: issue },
    showError,
  );
  const store = openSaved(root, signal, drawSaved);
  const saved = openSavedList(
    findPart(root, '.digest-saved'),
    store,
    t,
    (query) => nameOfSearch(query, t, lang),
    input,
  );
  const recent = openRecentSearches(root.closest<HTMLElement>('[data-marks]')?.dataset['marks'] ?? '');
  const drawRecent = openRecentList(findPart(root, '.digest-recent'), recent, input);
  startTakeAlong(findPart(root, '.digest-take'), t, () => answer);

  const state = (): SearchState => ({ text: input.value, ...filters.read() });
  /** The search as it is saved: what stands behind the path. */
  const saving = (): string => searchAddress(state()).replace(/^[^?]*/, '');

  function show(asked: SearchState): void {
    input.value = asked.text;
    filters.show(asked);
    drawField();
  }

  function drawField(): void {
    clear.hidden = input.value === '';
  }

  function drawSaved(): void {
    saved.draw();
    const isSaved = store.read().some(({ query }) => query === saving());
    save.ariaPressed = String(isSaved);
  }

  /** Shows a sentence, and has it read out. */
  function say(sentence: readonly string[]): void {
    notes.replaceChildren(...sentence);
    status.replaceChildren(...sentence);
  }

  function drawChips(): void {
    const all = { text: t('searchClearAll'), remove: filters.clear };
    showChips(chips, filters.chips(), all, input);
  }

  function showStart(): void {
    answer = undefined;
    results.clear();
    say([]);
    filters.showCounts(undefined);
    tools.hidden = found.hidden = help.hidden = again.hidden = true;
    start.hidden = false;
    drawSaved();
    drawRecent();
    const number = newest;
    // What can't be counted is not told; the reader has asked for nothing.
    if (store.read().length > 0)
      saved.countNew(engine(), () => number === newest && !signal.aborted).catch(() => {});
    root.removeAttribute('aria-busy');
  }

  /** @param isTyping whether more may follow at once, so that the count can wait */
  async function search(step: HistoryStep, isTyping = false): Promise<void> {
    clearTimeout(timer);
    // With a client-side router the page, and its address, may be another one by now.
    if (signal.aborted) return;
    const asked = state();
    const number = ++newest;
    root.setAttribute('aria-busy', 'true');
    keepInAddress(asked, step);
    drawChips();
    if (!asksForSomething(asked)) return showStart();
    start.hidden = true;
    found.hidden = false;
    if (results.isEmpty) say([t('searching')]);
    try {
      const next = await (await engine()).search(asked);
      const items = await results.load(next);
      // An answer that comes after that of a later query is too late.
      if (number !== newest) return;
      answer = next;
      notes.replaceChildren(...statusNotes(next, t, lang, linkTo));
      results.show(next, items);
      again.hidden = true;
      tools.hidden = items.length === 0;
      help.hidden = items.length > 0;
      drawSaved();
      keepSeen(next);
      void showCounts(next, number);
      if (isTyping) await new Promise((resolve) => setTimeout(resolve, settling));
      if (number !== newest) return;
      status.textContent = notes.textContent;
      root.removeAttribute('aria-busy');
    } catch (error) {
      if (number === newest) showError(error);
    }
  }

  /** Counts come after the results, and never in place of them. */
  async function showCounts(next: SearchAnswer, number: number): Promise<void> {
    const counts = await next.counts().catch(() => undefined);
    if (number === newest) filters.showCounts(counts);
  }

  /** Whoever looks at a saved search has seen what it finds. */
  function keepSeen({ complete }: SearchAnswer): void {
    const query = saving();
    if (store.read().some((known) => known.query === query && known.seen !== complete))
      store.change((searches) => withSearch(searches, { query, seen: complete }));
  }

  function linkTo(text: string): HTMLAnchorElement {
    const link = element('a', '', text);
    const asked = { ...state(), text };
    link.href = searchAddress(asked);
    link.dataset['search'] = link.href.replace(/^[^?]*/, '');
    return link;
  }

  function showError(error: unknown): void {
    say([sayFailure(error, t)]);
    results.clear();
    tools.hidden = help.hidden = true;
    again.hidden = !hasWebAssembly;
    root.removeAttribute('aria-busy');
  }

  function empty(): void {
    input.value = '';
    drawField();
    input.focus();
    void search('replace');
  }

  input.addEventListener('input', drawField);
  onTyped(input, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void search('replace', true), pause);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || input.value === '') return;
    event.preventDefault();
    empty();
  });
  clear.addEventListener('click', empty);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search('push');
  });
  again.addEventListener('click', () => {
    input.focus();
    void search('keep');
  });
  save.addEventListener('click', () => {
    const query = saving();
    const isSaved = save.ariaPressed === 'true';
    store.change((searches) =>
      isSaved ? withoutSearch(searches, query) : withSearch(searches, { query, seen: answer?.complete }),
    );
    drawSaved();
  });
  // What led somewhere is recent, as in the dialog.
  found.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a')) recent.add(input.value);
  });
  root.addEventListener('click', (event) => {
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    const chosen = (event.target as Element).closest<HTMLElement>('[data-search]');
    if (!chosen || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    show(readAddress(chosen.dataset['search'] ?? ''));
    input.focus();
    void search('push');
  });
  const onPopState = (): void => {
    show(pageState());
    void search('keep');
  };
  addEventListener('popstate', onPopState, { signal });
  addEventListener('online', () => again.hidden || void search('keep'), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));

  // What was typed before this script came stays.
  const typed = input.value;
  const asked = pageState();
  show({ ...asked, text: asked.text || typed });
  // With the next picture: to give the focus lays out the page, which would happen twice on a slow phone.
  requestAnimationFrame(() => input.focus());
  if (pageQuery() !== '' || typed !== '') void search(typed === '' ? 'keep' : 'replace');
  else showStart();
  // Nobody may ever search; whoever does is told.
  engine().catch(() => {});
}
