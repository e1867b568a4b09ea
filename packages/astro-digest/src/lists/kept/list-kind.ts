import { load, save } from '../../reader/storage.ts';
import type { KeptKind } from './kept-kind.ts';

/** How a list is kept. */
export interface ListForm<Thing> {
  /** Its name in exports. */
  field: string;
  keyOf(prefix: string): string;
  /** Reads the text that is kept, or the JSON of what an export has; it may throw where that is something else. */
  parse(text: string | null): readonly Thing[];
  serialize(things: readonly Thing[]): string;
  /** What tells a thing from others. */
  nameOf(thing: Thing): string;
}

/** A list of things, the newest first: what an export adds comes after what is there. */
export function listKind<Thing>({ field, keyOf, parse, serialize, nameOf }: ListForm<Thing>): KeptKind {
  const read = (text: string | null): readonly Thing[] => {
    try {
      return parse(text);
    } catch {
      return [];
    }
  };
  return {
    async take(prefix) {
      const things = read(load(keyOf(prefix)) ?? null);
      return things.length > 0 ? { [field]: JSON.parse(serialize(things)) as unknown } : {};
    },
    async add(prefix, { [field]: value }) {
      if (value === undefined) return undefined;
      const known = read(load(keyOf(prefix)) ?? null);
      const names = new Set(known.map(nameOf));
      const added = read(JSON.stringify(value)).filter((thing) => !names.has(nameOf(thing)));
      if (added.length === 0) return undefined;
      const isKept = save(keyOf(prefix), serialize([...known, ...added]));
      return { stars: 0, lost: isKept ? 0 : added.length };
    },
  };
}
