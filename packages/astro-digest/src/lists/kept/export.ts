import type { Added, Hold } from './kept-kind.ts';
import { keptKinds } from './kinds.ts';

/** The version of exports: it changes when older ones could no longer be read, and not when a kind of thing is added. */
const version = 1;

/** The largest file that is read, in bytes. */
const fileLimit = 50_000_000;

/** Writes everything that the browser keeps of a digest as JSON: one object, with a field for each kind of thing. */
export async function writeExport(prefix: string): Promise<string> {
  const fields: Record<string, unknown> = { version };
  for (const kind of keptKinds) Object.assign(fields, await kind.take(prefix));
  return JSON.stringify(fields);
}

/**
 * Adds a file that was exported, of this version or an earlier one, to what is kept, which stays.
 *
 * @returns nothing where the file is none of ours
 */
export async function addExport(prefix: string, file: File, hold: Hold): Promise<Added | undefined> {
  if (file.size > fileLimit) return undefined;
  // A file that can't be read, because it is gone, say, has nothing either.
  const fields = await file.text().then(parseFields, () => undefined);
  if (!fields) return undefined;
  const all: Added = { stars: 0, lost: 0 };
  for (const kind of keptKinds) {
    const added = await kind.add(prefix, fields, hold);
    all.stars += added?.stars ?? 0;
    all.lost += added?.lost ?? 0;
  }
  // The page learns of it as if another tab had changed it.
  dispatchEvent(new StorageEvent('storage', { key: null }));
  return all;
}

function parseFields(text: string): Record<string, unknown> | undefined {
  try {
    const fields = JSON.parse(text) as Record<string, unknown> | null;
    return fields?.['version'] === version ? fields : undefined;
  } catch {
    return undefined;
  }
}
