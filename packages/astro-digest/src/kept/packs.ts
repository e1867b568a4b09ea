import { closeSync, mkdirSync, openSync, readdirSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './hash.ts';
import type { KeptFile, KeptList } from './kept-list.ts';

/** Where bytes are in the packs. */
export type Packed = Pick<KeptFile, 'hash' | 'size' | 'pack' | 'start'>;

/** Files with the bytes of many others, one after another: reading them takes a fraction of what so many files would take. */
export interface Packs {
  /** Adds bytes, which nobody changes any more; they are on the disk after `close`. */
  add(content: Uint8Array, hash: string): Packed;
  /** Reads bytes; `undefined` where they are damaged. */
  read(packed: Packed): Uint8Array | undefined;
  /** Moves what a list has out of packs of which most is of no use any more, and removes what is in no list. */
  tidy(list: KeptList): void;
  close(): void;
}

/** A pack of whose bytes less than this share is of use is packed anew. */
const leastUse = 0.6;

/** There are no more packs than this: each build adds one. */
const mostPacks = 12;

/** How many bytes are written at once. */
const atOnce = 1_000_000;

/** Opens a folder of packs; it is made where it is missing. */
export function openPacks(folder: string): Packs {
  mkdirSync(folder, { recursive: true });
  const pathOf = (pack: number): string => join(folder, `${pack}.pack`);
  const numbers = (): number[] =>
    readdirSync(folder).flatMap((name) => Number(/^(\d+)\.pack$/.exec(name)?.[1] ?? []));
  const own = Math.max(0, ...numbers()) + 1;
  const opened = new Map<number, number>();
  let writing: number | undefined;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let end = 0;

  function flush(): void {
    if (waitingBytes === 0) return;
    writing ??= openSync(pathOf(own), 'wx');
    const bytes = Buffer.concat(waiting);
    for (let written = 0; written < bytes.length;) written += writeSync(writing, bytes, written);
    waiting = [];
    waitingBytes = 0;
  }

  const packs: Packs = {
    add(content, hash) {
      const packed = { hash, size: content.length, pack: own, start: end };
      waiting.push(content);
      waitingBytes += content.length;
      end += content.length;
      if (waitingBytes >= atOnce) flush();
      return packed;
    },
    read({ hash, size, pack, start }) {
      if (pack === own) flush();
      try {
        const file = opened.get(pack) ?? openSync(pathOf(pack), 'r');
        opened.set(pack, file);
        const content = Buffer.allocUnsafe(size);
        let read = 0;
        while (read < size) {
          const more = readSync(file, content, read, size - read, start + read);
          if (more === 0) return undefined;
          read += more;
        }
        return hashOf(content) === hash ? content : undefined;
      } catch {
        return undefined;
      }
    },
    tidy(list) {
      flush();
      const use = new Map<number, number>();
      for (const { files } of list.values())
        for (const { pack, size } of files) use.set(pack, (use.get(pack) ?? 0) + size);
      const old = [...use].filter(([pack]) => pack !== own);
      const wasteful = old.filter(([pack, bytes]) => bytes < leastUse * sizeOf(pathOf(pack)));
      const smallest = old
        .toSorted(([, a], [, b]) => a - b)
        .slice(0, Math.max(0, old.length + 1 - mostPacks));
      const moved = new Set([...wasteful, ...smallest].map(([pack]) => pack));
      for (const [name, { files }] of list) {
        for (const file of files) {
          if (!moved.has(file.pack)) continue;
          const content = packs.read(file);
          // What is damaged is made anew by the next build.
          if (!content) list.delete(name);
          else Object.assign(file, packs.add(content, file.hash));
        }
      }
      flush();
      const kept = new Set([...list.values()].flatMap(({ files }) => files.map(({ pack }) => pack)));
      for (const pack of numbers()) if (!kept.has(pack)) rmSync(pathOf(pack), { force: true });
    },
    close() {
      flush();
      for (const file of opened.values()) closeSync(file);
      if (writing !== undefined) closeSync(writing);
    },
  };
  return packs;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
