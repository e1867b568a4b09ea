import { load, onChangeElsewhere, save } from '../../reader/storage.ts';
import { parseSaved, serializeSaved, type SavedSearch } from './saved-searches.ts';

/** The searches that the browser keeps for one digest. */
export interface SavedStore {
  read(): SavedSearch[];
  /** Where they can't be kept, the change holds as long as the page. */
  change(change: (searches: readonly SavedSearch[]) => SavedSearch[]): void;
}

/**
 * Opens the searches that are kept for the digest that an element belongs to, until the signal ends that.
 *
 * @param onChange is called when another tab may have changed them
 */
export function openSaved(root: HTMLElement, signal: AbortSignal, onChange: () => void): SavedStore {
  // Two digests of a host keep theirs apart.
  const key = `${root.closest<HTMLElement>('[data-marks]')?.dataset['marks']}searches`;
  let unsaved: SavedSearch[] | undefined;
  const read = (): SavedSearch[] => unsaved ?? parseSaved(load(key) ?? null);
  onChangeElsewhere(key, onChange, signal);
  return {
    read,
    change(change) {
      const searches = change(read());
      unsaved = save(key, serializeSaved(searches)) ? undefined : searches;
    },
  };
}
