import { fullDate } from '../model/dates.ts';
import type { Strings } from '../strings/en.ts';
import { makeTranslate } from '../strings/translate.ts';
import { exactTitleFirst } from './exact-title.ts';

/** What of Pagefind's browser API is used here. See https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  init(): Promise<void>;
  mergeIndex(folder: string, options: { baseUrl: string }): Promise<void>;
  search(query: string): Promise<{ results: { id: string; data(): Promise<Result> }[] }>;
}

interface Result {
  url: string;
  /** HTML: text with its markup escaped, the words of the query in `<mark>`. */
  excerpt: string;
  /** The whole text that the excerpt is from. */
  content: string;
  meta: { title?: string; issue?: string; date?: string };
}

/** How many results are shown at a time. */
const pageLength = 10;

/** How long after the last key a search begins, in milliseconds. */
const pause = 60;

/**
 * Makes the search of a page work: results while one types, the query in the address, the count read out.
 *
 * @param root the element with the form, the status, the list and the button; `data-indexes` the folders of the index as JSON
 */
export function startSearch(root: HTMLElement): void {
  const form = find(root, 'form');
  const input = find<HTMLInputElement>(root, 'input');
  const status = find(root, '[role="status"]');
  const list = find(root, 'ol');
  const more = find(root, 'button');

  const t = makeTranslate(
    JSON.parse(root.dataset['strings'] ?? '{}') as Strings,
    document.documentElement.lang,
  );

  const pagefind = loadPagefind(JSON.parse(root.dataset['indexes'] ?? '[]') as string[]);
  let results: Awaited<ReturnType<Pagefind['search']>>['results'] = [];
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function search(): Promise<void> {
    const query = input.value.trim();
    const number = ++newest;
    root.setAttribute('aria-busy', 'true');
    history.replaceState(
      history.state,
      '',
      query === '' ? location.pathname : `?${new URLSearchParams({ q: query })}`,
    );
    if (query === '') {
      results = [];
      list.replaceChildren();
      more.hidden = true;
      status.textContent = '';
      root.removeAttribute('aria-busy');
      return;
    }
    if (list.childElementCount === 0) status.textContent = t('searching');
    try {
      const found = (await (await pagefind).search(query)).results;
      const first = await Promise.all(found.slice(0, pageLength).map((result) => result.data()));
      // An answer that comes after that of a later query is too late.
      if (number !== newest) return;
      results = found;
      list.replaceChildren(...exactTitleFirst(first, query).map(toItem));
      more.hidden = found.length <= pageLength;
      status.textContent = found.length === 0 ? t('searchNothing') : t('papers', { count: found.length });
    } catch (error) {
      if (number === newest) showError(error);
    }
    if (number === newest) root.removeAttribute('aria-busy');
  }

  async function showMore(): Promise<void> {
    const number = newest;
    const shown = list.childElementCount;
    try {
      const next = await Promise.all(results.slice(shown, shown + pageLength).map((result) => result.data()));
      if (number !== newest) return;
      const items = next.map(toItem);
      list.append(...items);
      items[0]?.querySelector('a')?.focus();
      more.hidden = results.length <= list.childElementCount;
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
    timer = setTimeout(search, pause);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void search();
  });
  more.addEventListener('click', () => void showMore());

  input.value ||= new URLSearchParams(location.search).get('q') ?? '';
  input.focus();
  if (input.value !== '') void search();
}

async function loadPagefind([folder, ...others]: readonly string[]): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  // Our records hold whole paths; Pagefind would put the site's base in front of them once more.
  await pagefind.options({ baseUrl: '/' });
  await pagefind.init();
  for (const other of others) await pagefind.mergeIndex(other, { baseUrl: '/' });
  return pagefind;
}

function toItem({ url, excerpt, content, meta }: Result): HTMLLIElement {
  const title = document.createElement('h2');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  title.append(link);
  const facts = document.createElement('p');
  facts.className = 'digest-quiet';
  facts.textContent = meta.date ? fullDate(meta.date, document.documentElement.lang) : (meta.issue ?? '');
  const text = document.createElement('p');
  text.append(...toNodes(excerpt));
  const words = (text.textContent ?? '').trim();
  if (!content.startsWith(words)) text.prepend('… ');
  if (!content.endsWith(words)) text.append(' …');
  const item = document.createElement('li');
  item.append(title, facts, text);
  return item;
}

/** The words of an excerpt, with those of the query marked; no other element is taken from it. */
function toNodes(excerpt: string): Node[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    if (node.nodeName !== 'MARK') return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

function find<Found extends HTMLElement>(root: HTMLElement, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`The search has no ${selector}.`);
  return found;
}
