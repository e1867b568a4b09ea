import { versionName } from '../pack-table.ts';
import { offlineAddress, type DigestPlace } from '../saved/place.ts';
import { openSavedSite } from '../saved/saved-site.ts';
import { loadManifest, packsOf, saveSite, sizeOf } from '../saving/save-site.ts';
import { canSave, savedEvent, savedUnasked, type OfflineConfig } from './offline-config.ts';

/** Ends what the last page of this document has begun. */
let life: AbortController | undefined;

/**
 * Starts the worker, keeps what is saved up to date, and says when there is no network and when a newer version has come.
 *
 * @param root the element with `data-offline` and the words; its notice is read out by assistive technology
 */
export async function keepOffline(root: HTMLElement): Promise<void> {
  life?.abort();
  const { signal } = (life = new AbortController());
  const notice = root.querySelector<HTMLElement>('.digest-notice');
  if (!notice || !canSave()) return;
  const { tOffline = '', tUpdated = '', offline = '' } = root.dataset;
  const config = JSON.parse(offline) as OfflineConfig;
  const tell = (text: string): void => {
    if (signal.aborted) return;
    notice.hidden = text === '';
    notice.textContent = text;
  };
  const check = async (): Promise<void> => {
    const version = await askVersion(config);
    if (version === 'unreachable') return tell(tOffline);
    if (notice.textContent === tOffline) tell('');
    if (version !== undefined && (await update(config, version))) tell(tUpdated);
  };
  addEventListener('offline', () => tell(tOffline), { signal });
  addEventListener('online', () => void check(), { signal });
  try {
    await startWorker(config);
  } catch {
    // The page about reading offline says so; all else works as it is.
    return;
  }
  await check();
}

/** Registers the worker, and has it keep this page where it did not answer for it yet. */
async function startWorker({ worker, scope }: OfflineConfig): Promise<void> {
  const workers = navigator.serviceWorker;
  const isFirst = workers.controller === null;
  await workers.register(worker, { scope, updateViaCache: 'none' });
  if (!isFirst) return;
  if (!workers.controller) {
    await new Promise((resolve) => workers.addEventListener('controllerchange', resolve, { once: true }));
  }
  await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => {});
}

/** The version that the host has; `undefined` where it does not tell. */
async function askVersion(place: DigestPlace): Promise<string | undefined> {
  try {
    const response = await fetch(offlineAddress(place, versionName), { cache: 'no-cache' });
    if (!response.ok) return response.status >= 500 ? 'unreachable' : undefined;
    const { version } = (await response.json().catch(() => ({}))) as { version?: string };
    return version;
  } catch {
    return 'unreachable';
  }
}

/** Saves a version where that needs no asking; tells whether it has taken the place of another. */
async function update(config: OfflineConfig, version: string): Promise<boolean> {
  const before = await openSavedSite(config).current();
  if (before?.version === version || savesData()) return false;
  try {
    const manifest = await loadManifest(config);
    const isSmall = sizeOf(packsOf(manifest, 'all')) <= savedUnasked;
    const scope = isSmall || before?.scope === 'all' ? 'all' : 'shell';
    await saveSite(config, manifest, scope, new AbortController().signal, () => {});
    document.dispatchEvent(new Event(savedEvent));
    return before?.scope === 'all';
  } catch {
    // The old version stays; the page about reading offline tells what is wrong when somebody asks there.
    return false;
  }
}

/** Whether the reader wants as little loaded as can be. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
