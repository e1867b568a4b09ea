import type { DigestPlace } from '../saved/place.ts';

/** What the pages of a digest know about reading it offline: JSON, in `data-offline`. */
export interface OfflineConfig extends DigestPlace {
  /** Address of the worker's script. */
  worker: string;
  /** What pages answer for: their addresses begin with it. */
  scope: string;
}

/** Archives of so many bytes are saved without asking: a few pictures on other pages take more. */
export const savedUnasked = 3_000_000;

/** The event of a document that says that another version is saved. */
export const savedEvent = 'astro-digest:saved';

/** Whether this browser can keep pages here: not without https, and in some private windows not at all. */
export function canSave(): boolean {
  return isSecureContext && 'serviceWorker' in navigator && 'caches' in window && 'locks' in navigator;
}
