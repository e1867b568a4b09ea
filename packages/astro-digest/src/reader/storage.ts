/** What the browser keeps: for good, or until the tab is closed. */
type Storage = 'localStorage' | 'sessionStorage';

/** Reads a text; nothing when there is none, or when the reader's browser forbids storage. */
export function load(key: string, storage: Storage = 'localStorage'): string | null | undefined {
  try {
    return window[storage].getItem(key);
  } catch {
    return undefined;
  }
}

/** Keeps a text, and tells whether that worked: storage may be forbidden or full. */
export function save(key: string, text: string, storage: Storage = 'localStorage'): boolean {
  try {
    window[storage].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Keeps a text no longer. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where storage is forbidden there is nothing.
  }
}

/** Whether anything is kept whose name begins so. */
export function keepsAnything(start: string): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(start));
  } catch {
    return false;
  }
}

/** A choice of the reader. */
export interface Choice {
  get(): string | null | undefined;
  /** Where it can't be kept, it holds as long as the page. */
  set(value: string): void;
}

/**
 * Opens a choice of the reader.
 *
 * @param refresh is called when another tab may have changed it, until the signal ends that
 */
export function openChoice(key: string, refresh: () => void, signal: AbortSignal): Choice {
  let unsaved: string | undefined;
  onChangeElsewhere(key, refresh, signal);
  return {
    get: () => unsaved ?? load(key),
    set(value) {
      unsaved = save(key, value) ? undefined : value;
    },
  };
}

/**
 * Listens for what another tab may have kept: while this page is shown, or while it waited in the history; until the signal ends it.
 *
 * @param key how the names begin of what is listened for
 */
export function onChangeElsewhere(key: string, refresh: () => void, signal: AbortSignal): void {
  const onEvent = (event: Event & Partial<StorageEvent & PageTransitionEvent>): void => {
    // The key is null when everything was removed.
    if (event.persisted ?? (event.key ?? key).startsWith(key)) refresh();
  };
  addEventListener('storage', onEvent, { signal });
  addEventListener('pageshow', onEvent, { signal });
}
