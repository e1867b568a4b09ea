import type { StorageChange } from './share-storage.ts';

/** Keeps, in a page that is in a frame of all others, what these share, and tells them of it: see `shareStorage`. */
export function keepForOthers(): void {
  const tell = (): void => parent.postMessage({ digestStorage: { ...localStorage } }, '*');
  addEventListener('message', ({ source, data }: MessageEvent<StorageChange | undefined>) => {
    if (source !== parent || typeof data?.digestKey !== 'string') return;
    if (data.value === null) localStorage.removeItem(data.digestKey);
    else localStorage.setItem(data.digestKey, data.value);
  });
  // Another tab has changed it.
  addEventListener('storage', tell);
  tell();
}
