/** What a page and the one that keeps what all of them share tell each other. */
interface StorageMessage {
  /** Everything that is kept, by its keys. */
  digestStorage: Record<string, string>;
}

/** What a page wants to have kept: a text, or `null` to forget it. */
export interface StorageChange {
  digestKey: string;
  value: string | null;
}

/** How long a page waits for what is kept before it goes on without, in milliseconds. */
const patience = 5000;

/**
 * Lets pages that are read from files share what they keep, in browsers where each file has a storage of its own: one page, which all
 * have in a frame, keeps it for them. Firefox is such a browser. What a page wants to keep before it has heard of the rest can't be
 * kept, and our scripts try again.
 *
 * @param address of the page that keeps it
 */
export function shareStorage(address: string): void {
  // The origin of a file is opaque there; elsewhere all files are of one.
  if (location.protocol !== 'file:' || location.origin !== 'null') return;
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.tabIndex = -1;
  frame.src = address;
  const keepHere = Storage.prototype.setItem;
  const forgetHere = Storage.prototype.removeItem;
  let isReady = false;

  const tell = (digestKey: string, value: string | null): void =>
    frame.contentWindow?.postMessage({ digestKey, value } satisfies StorageChange, '*');
  Storage.prototype.setItem = function (key, value) {
    if (this === localStorage) {
      if (!isReady) throw new DOMException('Nothing is known yet of what is kept.', 'InvalidStateError');
      tell(key, value);
    }
    keepHere.call(this, key, value);
  };
  Storage.prototype.removeItem = function (key) {
    if (this === localStorage) tell(key, null);
    forgetHere.call(this, key);
  };

  addEventListener('message', ({ source, data }: MessageEvent<StorageMessage | undefined>) => {
    if (source !== frame.contentWindow || !data?.digestStorage) return;
    isReady = true;
    for (const key of Object.keys(localStorage))
      if (!(key in data.digestStorage)) forgetHere.call(localStorage, key);
    for (const [key, value] of Object.entries(data.digestStorage)) keepHere.call(localStorage, key, value);
    // As if another tab had changed it.
    dispatchEvent(new StorageEvent('storage', { key: null }));
  });
  setTimeout(() => (isReady = true), patience);
  document.body.append(frame);
}
