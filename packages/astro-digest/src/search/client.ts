import { makeTranslate } from '../strings/translate.ts';
import type { Strings } from '../strings/en.ts';
import { readAddress, writeAddress, type SearchState } from './address.ts';
import { openEngine, type SearchAnswer } from './engine.ts';
import { rangeFilters, type Filters, type Sort } from './filters.ts';
import { browserHost, canRunWebAssembly } from './load-in-browser.ts';
import { longestQuery } from './query.ts';
import { toItem } from './result-item.ts';

/** How many results are shown at a time. */
const pageLength = 10;

/** Path of the page, and what it is asked for. */
const path = (): string => globalThis.digestPortable?.searchPath() ?? location.pathname;
const query = (): string => globalThis.digestPortable?.query() ?? location.search;

/** How long after the last key a search begins, in milliseconds. */
const pause = 40;

/**
 * Makes the search of a page work: results while one types, everything that was chosen in the address, the count read out.
 *
 * @param root the element with the form, the status, the list and the button; `data-indexes` has the folders of the indexes as
 * JSON, `data-author` and `data-issue` the addresses of an author's page and an issue, with `*` for the name
 * @param signal ends it when the page has gone
 */
export function startSearch(root: HTMLElement, signal: AbortSignal): void {
  const form = find<HTMLFormElement>(root, 'form');
  const input = find<HTMLInputElement>(root, 'input[name=q]');
  const choices = [...root.querySelectorAll<HTMLSelectElement>('select')];
  const status = find(root, '[role="status"]');
  const list = find(root, 'ol');
  const more = find(root, ':scope > button');
  const lang = root.closest<HTMLElement>('[lang]')?.lang ?? '';
  const t = makeTranslate(JSON.parse(root.dataset['strings'] ?? '{}') as Strings, lang);
  const { author = '*', issue = '*', indexes = '[]' } = root.dataset;
  const options = { t, lang, authorPage: author, issuePage: issue };

  const engine = canRunWebAssembly()
    ? openEngine(JSON.parse(indexes) as string[], globalThis.digestPortable?.search ?? browserHost)
    : Promise.reject(new Error(t('searchWithoutWebAssembly')));
  // Nobody may ever search; whoever does is told.
  engine.catch(() => {});
  let answer: SearchAnswer | undefined;
  /** The range of dates of the address; the choice of a year is one. */
  let range: Filters = {};
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** What is typed and chosen now. */
  function state(): SearchState {
    const chosen = choices
      .map(({ name, value }) => [name, value] as const)
      .filter(([, value]) => value !== '');
    const { sort = 'relevance', year, ...filters } = Object.fromEntries(chosen);
    const dates = year === undefined ? range : { from: year, to: year };
    return { text: input.value, filters: { ...filters, ...dates }, sort: sort as Sort };
  }

  /** Types and chooses what an address asks for. */
  function show({ text, filters, sort }: SearchState): void {
    input.value = text;
    const { from, to } = filters;
    const values: Partial<Record<string, string>> = { ...filters, sort, ...(from === to && { year: from }) };
    for (const choice of choices) {
      choice.value = values[choice.name] ?? '';
      // What is no choice here, such as a year without papers, is none.
      if (choice.selectedIndex < 0) choice.selectedIndex = 0;
    }
    const isYear = choices.some(({ name, value }) => name === 'year' && value !== '');
    range = isYear
      ? {}
      : Object.fromEntries(rangeFilters.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));
  }

  async function search(history: 'push' | 'replace' | 'keep'): Promise<void> {
    clearTimeout(timer);
    // With a client-side router the page, and its address, may be another one by now.
    if (signal.aborted) return;
    const asked = state();
    const number = ++newest;
    root.setAttribute('aria-busy', 'true');
    const address = writeAddress(path(), asked);
    if (history === 'push' && address !== path() + query()) {
      // What a router of the site's own keeps there stays with the page.
      window.history.pushState(window.history.state, '', address);
    } else if (history !== 'keep') window.history.replaceState(window.history.state, '', address);
    if (asked.text.trim() === '' && Object.keys(asked.filters).length === 0 && asked.sort === 'relevance') {
      answer = undefined;
      list.replaceChildren();
      more.hidden = true;
      status.replaceChildren();
      root.removeAttribute('aria-busy');
      return;
    }
    if (list.childElementCount === 0) status.textContent = t('searching');
    try {
      const found = await (await engine).search(asked);
      const items = await itemsOf(found, 0);
      // An answer that comes after that of a later query is too late.
      if (number !== newest) return;
      answer = found;
      list.replaceChildren(...items);
      more.hidden = found.papers.length <= pageLength;
      status.replaceChildren(...notesOn(found));
    } catch (error) {
      if (number === newest) showError(error);
    }
    if (number === newest) root.removeAttribute('aria-busy');
  }

  function notesOn(found: SearchAnswer): Node[] {
    const count = found.papers.length;
    const others = count - found.complete;
    const text =
      count === 0
        ? t('searchNothing')
        : found.complete === 0
          ? t('searchSome', { papers: t('papers', { count }) })
          : t('papers', { count: found.complete });
    const notes: Node[] = [document.createTextNode(text)];
    if (found.complete > 0 && others > 0)
      notes.push(noteOf(t('searchSomeMore', { papers: t('papers', { count: others }) })));
    const words = new Intl.ListFormat(lang, { type: 'unit' });
    if (found.corrected !== undefined) notes.push(noteOf(t('searchCorrected', { words: found.corrected })));
    if (found.isCut) notes.push(noteOf(t('searchCut', { count: longestQuery.words })));
    if (found.unknownOperators.length > 0)
      notes.push(noteOf(t('searchUnknownOperators', { operators: words.format(found.unknownOperators) })));
    if (found.withoutQuotes) notes.push(noteOf(t('searchWithoutQuotes')));
    if (found.lacking.length > 0 && count > 0) {
      notes.push(noteOf(t('searchLacking', { words: words.format(found.lacking) })));
    }
    if (found.suggestions.length > 0) {
      const line = noteOf(t('searchSuggestions'));
      for (const suggestion of found.suggestions.slice(0, 3)) {
        const link = document.createElement('a');
        link.href = writeAddress(path(), { ...state(), text: suggestion });
        link.textContent = suggestion;
        line.append(' ', link);
      }
      notes.push(line);
    }
    return notes;
  }

  async function itemsOf({ papers, terms }: SearchAnswer, start: number): Promise<HTMLLIElement[]> {
    const shown = await Promise.all(papers.slice(start, start + pageLength).map((paper) => paper.load()));
    return shown.map(({ data, match }) => toItem(data, match, terms, options));
  }

  async function showMore(): Promise<void> {
    if (!answer) return;
    const number = newest;
    try {
      const items = await itemsOf(answer, list.childElementCount);
      if (number !== newest) return;
      list.append(...items);
      items[0]?.querySelector('a')?.focus();
      more.hidden = answer.papers.length <= list.childElementCount;
    } catch (error) {
      showError(error);
    }
  }

  function showError(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    status.textContent = t('searchBroken', { reason });
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, pause, 'replace');
  });
  for (const choice of choices) choice.addEventListener('change', () => void search('push'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search('push');
  });
  more.addEventListener('click', () => void showMore());
  const onPopState = (): void => {
    show(readAddress(query()));
    void search('keep');
  };
  addEventListener('popstate', onPopState, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));

  // What was typed before this script came stays.
  const typed = input.value;
  show(readAddress(query()));
  input.value ||= typed;
  // With the next picture: to give the focus lays out the page, which would happen twice on a slow phone.
  requestAnimationFrame(() => input.focus());
  if (query() !== '' || typed !== '') void search(typed === '' ? 'keep' : 'replace');
}

function noteOf(text: string): HTMLElement {
  const note = document.createElement('span');
  note.className = 'digest-note';
  note.textContent = text;
  return note;
}

function find<Found extends HTMLElement>(root: HTMLElement, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`The search has no ${selector}.`);
  return found;
}
