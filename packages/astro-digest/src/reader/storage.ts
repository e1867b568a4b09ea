/** What the browser keeps: for good, or until the tab is closed. */
type Storage = 'localStorage' | 'sessionStorage';

/** Reads a text; `null` when there is none, or when the reader's browser forbids storage. */
export function load(key: string, storage: Storage = 'localStorage'): string | null {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
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

/** A choice of the reader. */
export interface Choice {
  get(): string | null;
  /** Where it can't be kept, it holds as long as the page. */
  set(value: string): void;
}

/**
 * Opens a choice of the reader.
 *
 * @param refresh is called when another tab may have changed it
 */
export function openChoice(key: string, refresh: () => void): Choice {
  let unsaved: string | undefined;
  onChangeElsewhere(refresh);
  return {
    get: () => unsaved ?? load(key),
    set(value) {
      unsaved = save(key, value) ? undefined : value;
    },
  };
}

/** Listens for what another tab may have kept: while this page is shown, or while it waited in the history. */
export function onChangeElsewhere(refresh: () => void): void {
  const { body } = document;
  const onChange = (): void => {
    // With a client-side router, a page that is gone has another body in its place.
    if (body.isConnected) refresh();
  };
  addEventListener('storage', onChange);
  addEventListener('pageshow', onChange);
}
