import styles from '../../../styles/search-dialog.css?inline';
import { writeAddress, type SearchState } from '../address.ts';
import { openEngine, type SearchEngine } from '../engine.ts';
import type { Sort } from '../filters.ts';
import { browserHost, canRunWebAssembly } from '../load-in-browser.ts';
import { markedPapers } from '../marked-papers.ts';
import { onTyped } from '../on-typed.ts';
import { openRecentSearches } from '../recent-searches.ts';
import { sayFailure } from '../say-failure.ts';
import { loadDialogParts, type DialogParts } from './dialog-parts.ts';
import { closeByPointer } from './close-by-pointer.ts';
import { openOptionList } from './option-list.ts';
import { toRecentOption } from './recent-option.ts';
import { toResultOption } from './result-option.ts';
import { summaryOf } from './summary.ts';

/** How many results are shown. */
const mostResults = 10;

/** How long after the last key a search begins, in milliseconds. */
const pause = 40;

/** How many options the keys for pages go on. */
const pageStep = 5;

/**
 * Gives a dialog that was opened with but a field the rest: results while one types, their order, recent searches, keys. Where that can't be
 * had, the field leads to the search page, which says why.
 *
 * @param root has the dialog, with a form that leads to the search page
 * @param signal ends it when the page has gone
 */
export async function startDialog(root: HTMLElement, signal: AbortSignal): Promise<void> {
  const dialog = find<HTMLDialogElement>(root, 'dialog');
  const form = find<HTMLFormElement>(root, 'form');
  const lang = root.closest<HTMLElement>('[lang]')?.lang ?? '';
  try {
    const parts = await loadDialogParts(form.action, lang);
    if (!signal.aborted) runDialog(dialog, form, parts, lang, signal);
  } catch {
    if (dialog.open) form.submit();
  }
}

function runDialog(
  dialog: HTMLDialogElement,
  form: HTMLFormElement,
  { content, indexes, t }: DialogParts,
  lang: string,
  signal: AbortSignal,
): void {
  addStyles();
  dialog.append(content);
  const input = find<HTMLInputElement>(form, 'input');
  const status = find(dialog, '[role=status]');
  const order = find<HTMLSelectElement>(dialog, 'select');
  const all = find<HTMLAnchorElement>(dialog, '.digest-find-all');
  const forgetAll = find(dialog, '.digest-find-forget');
  const list = openOptionList(input, find(dialog, '[role=listbox]'));
  const recent = openRecentSearches(dialog.closest<HTMLElement>('[data-marks]')?.dataset['marks'] ?? '');
  input.placeholder = t('searchLabel');

  let opened: Promise<SearchEngine> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;
  /** Ends when what was typed last has been looked for. */
  let looking: Promise<void> = Promise.resolve();
  let lookedFor: string | undefined;

  const state = (text = input.value): SearchState => ({ text, filters: {}, sort: order.value as Sort });
  const toPage = (text?: string): string => writeAddress(new URL(form.action).pathname, state(text));

  /** What can't be loaded is asked for again the next time. */
  function engine(): Promise<SearchEngine> {
    if (!canRunWebAssembly()) return Promise.reject(new Error(t('searchWithoutWebAssembly')));
    opened ??= openEngine(indexes, { ...browserHost, marked: markedPapers(dialog) });
    opened.catch(() => (opened = undefined));
    return opened;
  }

  function showRecent(chosen?: number): void {
    const texts = recent.list();
    dialog.dataset['shows'] = texts.length > 0 ? 'recent' : 'nothing';
    status.textContent = texts.length > 0 ? t('searchRecent') : '';
    const toOption = (text: string): HTMLElement => toRecentOption(text, toPage(text), () => forget(text));
    list.show(texts.map(toOption), chosen);
  }

  function forget(text: string): void {
    const place = recent.list().indexOf(text);
    recent.forget(text);
    showRecent(Math.min(place, recent.list().length - 1));
    input.focus();
  }

  async function look(): Promise<void> {
    const number = ++newest;
    const asked = state();
    lookedFor = input.value;
    all.href = toPage();
    if (asked.text.trim() === '') {
      showRecent();
      return;
    }
    if (dialog.dataset['shows'] !== 'results') {
      dialog.dataset['shows'] = 'searching';
      list.show([]);
      status.textContent = t('searching');
    }
    try {
      const found = await (await engine()).search(asked);
      const papers = await Promise.all(found.papers.slice(0, mostResults).map((paper) => paper.load()));
      // An answer that comes after that of a later query is too late.
      if (number !== newest) return;
      dialog.dataset['shows'] = papers.length > 0 ? 'results' : 'none';
      list.show(
        papers.map((paper) => toResultOption(paper, found.terms, t, lang)),
        0,
      );
      status.textContent = summaryOf(found, t);
    } catch (error) {
      if (number !== newest) return;
      dialog.dataset['shows'] = 'error';
      lookedFor = undefined;
      list.show([]);
      status.textContent = sayFailure(error, t);
    }
  }

  function lookNow(): Promise<void> {
    clearTimeout(timer);
    if (lookedFor !== input.value) looking = look();
    return looking;
  }

  /** Opens what is chosen, once what was typed has been looked for. */
  async function open(isInNewTab: boolean): Promise<void> {
    await lookNow();
    const chosen = list.chosen() as HTMLAnchorElement | undefined;
    if (!chosen || !dialog.open) return;
    if (isInNewTab) {
      if (chosen.dataset['search'] === undefined) recent.add(input.value);
      window.open(chosen.href, '_blank', 'noopener');
    } else chosen.click();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.target !== input) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const chosen = list.chosen();
    const steps: Record<string, () => unknown> = {
      ArrowDown: () => list.move(1),
      ArrowUp: () => list.move(-1),
      PageDown: () => list.move(pageStep),
      PageUp: () => list.move(-pageStep),
      Home: () => list.choose(0),
      End: () => list.choose(-1),
      Enter: () => open(isCommand),
    };
    const searched = chosen?.dataset['search'];
    if (event.key === 'Delete' && searched !== undefined) steps['Delete'] = () => forget(searched);
    if (isCommand && event.key === 'k') steps['k'] = () => input.select();
    const step = steps[event.key];
    if (!step || event.shiftKey || event.altKey || (isCommand && !['Enter', 'k'].includes(event.key))) return;
    event.preventDefault();
    void step();
  }

  onTyped(input, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void lookNow(), pause);
  });
  order.addEventListener('change', () => {
    looking = look();
  });
  dialog.addEventListener('keydown', onKey);
  dialog.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a');
    if (!link) return;
    const searched = link.dataset['search'];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (searched !== undefined && isPlain) {
      event.preventDefault();
      input.value = searched;
      input.focus();
      void lookNow();
      return;
    }
    recent.add(searched ?? input.value);
    // The address may be a place on this page.
    if (isPlain) dialog.close();
  });
  forgetAll.addEventListener('click', () => {
    recent.forgetAll();
    showRecent();
    input.focus();
  });
  find(dialog, '.digest-find-close').addEventListener('click', () => dialog.close());
  closeByPointer(dialog, signal);
  dialog.addEventListener('close', () => clearTimeout(timer));
  // What was typed is there when it is opened again, to be typed over.
  dialog.addEventListener('focusin', ({ relatedTarget }) => {
    if (!dialog.contains(relatedTarget as Node | null)) input.select();
  });
  signal.addEventListener('abort', () => clearTimeout(timer));
  void lookNow();
  // Nobody may type anything; who does is told.
  engine().catch(() => {});
}

let sheet: CSSStyleSheet | undefined;

/** Adds the styles of the dialog to the document: a policy for styles has nothing against these. */
function addStyles(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}

function find<Found extends HTMLElement>(root: HTMLElement, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`The search dialog has no ${selector}.`);
  return found;
}
