import { element } from '../../reader/element.ts';
import type { Strings } from '../../strings/en.ts';
import { makeTranslate } from '../../strings/translate.ts';
import type { OfflineManifest } from '../pack-table.ts';
import type { SavedVersion } from '../saved/catalogue.ts';
import { openSavedSite } from '../saved/saved-site.ts';
import { SavingError, type SavingProblem } from '../saving/load-file.ts';
import { loadManifest, packsOf, saveSite, sizeOf, type SavingProgress } from '../saving/save-site.ts';
import { openSavedStore } from '../saving/saved-store.ts';
import { formatSize } from './format-size.ts';
import { canSave, savedEvent, type OfflineConfig } from './offline-config.ts';
import { readPages } from './read-pages.ts';

/** What each problem is called among the strings. */
const problems = {
  network: 'offlineNoNetwork',
  changed: 'offlineChanged',
  space: 'offlineNoSpace',
  forbidden: 'offlineForbidden',
} as const satisfies Record<SavingProblem, keyof Strings>;

/**
 * Makes the page about reading offline work: saves, pauses, goes on, updates and removes, and tells what is saved and how much room there is.
 *
 * @param root the element with the buttons, the bar and the status; `data-strings` has the words, `data-place` where the digest is
 * @param signal ends it when the page has gone
 */
export function startOfflinePage(root: HTMLElement, signal: AbortSignal): void {
  const lang = root.closest<HTMLElement>('[lang]')?.lang ?? '';
  const { strings = '{}', place = 'null', address = '' } = root.dataset;
  const t = makeTranslate(JSON.parse(strings) as Strings, lang);
  // In the dev server there is none.
  const digest = JSON.parse(place) as OfflineConfig | null;
  const status = find(root, '[role="status"]');
  const bar = find<HTMLProgressElement>(root, 'progress');
  const room = find(root, '.digest-room');
  const read = find(root, '.digest-read');
  const saver = find<HTMLButtonElement>(root, '.digest-save');
  const pauser = find<HTMLButtonElement>(root, '.digest-pause');
  const remover = find<HTMLButtonElement>(root, '.digest-remove');
  const size = (bytes: number): string => formatSize(bytes, lang);
  let manifest: OfflineManifest | undefined;
  let saved: SavedVersion | undefined;
  let work: AbortController | undefined;

  find(root, '.digest-missing').hidden = location.pathname === address;
  if (!digest || !canSave()) {
    status.textContent = t('offlineNowhere');
    return;
  }
  const config = digest;
  saver.addEventListener('click', () => void save());
  pauser.addEventListener('click', () => work?.abort());
  remover.addEventListener('click', () => void remove());
  signal.addEventListener('abort', () => work?.abort());
  // What every page does in the background may save something, too.
  document.addEventListener(savedEvent, () => void (work ?? begin()), { signal });
  void begin();

  async function begin(): Promise<void> {
    try {
      saved = await openSavedSite(config).current();
      manifest = await loadManifest(config).catch(() => undefined);
      await draw();
    } catch (error) {
      tellProblem(error);
    }
  }

  /** Draws what is saved, and which buttons there are for it. */
  async function draw(): Promise<void> {
    const isWhole = saved?.scope === 'all';
    const isNewest = isWhole && (!manifest || saved?.version === manifest.version);
    const state = !isWhole ? 'offlineShell' : isNewest ? 'offlineWhole' : 'offlineOlder';
    status.textContent = saved ? t(state, { size: size(saved.size) }) : '';
    saver.hidden = !manifest || isNewest;
    saver.textContent = isWhole
      ? t('offlineUpdate')
      : t('offlineSave', { size: size(manifest ? sizeOf(packsOf(manifest, 'all')) : 0) });
    pauser.hidden = bar.hidden = true;
    remover.hidden = saved === undefined;
    await drawRoom();
    const pages = (await readPages(config)).filter((page) => page.address !== address);
    read.hidden = pages.length === 0;
    find(read, 'ul').replaceChildren(
      ...pages.map(({ address, title }) => {
        const link = element('a', '', title);
        link.href = address;
        const item = element('li', '', '');
        item.append(link);
        return item;
      }),
    );
  }

  async function drawRoom(): Promise<void> {
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    const isKept = await navigator.storage.persisted();
    const free = t('offlineRoom', { size: size(Math.max(0, quota - usage)) });
    room.textContent = `${free} ${t(isKept ? 'offlineKept' : 'offlineNotKept')}`;
  }

  async function save(): Promise<void> {
    if (!manifest) return;
    const { signal } = (work = new AbortController());
    saver.hidden = remover.hidden = true;
    pauser.hidden = bar.hidden = false;
    pauser.focus();
    try {
      // A browser may ask the reader, who may say no; what is saved can be read all the same.
      await navigator.storage.persist().catch(() => false);
      manifest = await loadManifest(config);
      saved = await saveSite(config, manifest, 'all', signal, drawProgress);
      await draw();
      remover.focus();
    } catch (error) {
      await draw();
      if (signal.aborted) tellPaused();
      else tellProblem(error);
      saver.focus();
    }
    work = undefined;
  }

  function drawProgress({ done, total }: SavingProgress): void {
    bar.max = total;
    bar.value = done;
    const text = t('offlineProgress', { done: size(done), total: size(total) });
    bar.setAttribute('aria-valuetext', text);
    status.textContent = text;
  }

  function tellPaused(): void {
    status.textContent = t('offlinePaused', { size: size(bar.max - bar.value) });
    saver.textContent = t('offlineResume');
  }

  function tellProblem(error: unknown): void {
    const problem = error instanceof SavingError ? error.problem : 'forbidden';
    status.textContent = t(problems[problem]);
  }

  async function remove(): Promise<void> {
    if (!confirm(t('offlineRemoveSure', { size: size(saved?.size ?? 0) }))) return;
    await openSavedStore(config).remove();
    saved = undefined;
    await draw();
    (saver.hidden ? root : saver).focus();
  }
}

function find<Found extends HTMLElement>(root: HTMLElement, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(`The page about reading offline has no ${selector}.`);
  return found;
}
