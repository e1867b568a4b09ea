import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { codeHash } from '../content/code-hash.ts';
import { keepLearnt, recall, type KeptLearnt, type Learnt } from '../model/learnt.ts';
import type { Lesson, LearntMemory } from '../model/learnt-memory.ts';

/** A memory in a file. */
export interface LearntFile extends LearntMemory {
  /** Writes what was learnt anew, if anything was; the next build needs it, and this one does not. */
  write(): void;
}

/** How many bytes a hash has. */
const hashSize = 32;

/**
 * Remembers what was learnt in a file that is kept from build to build, and reads it at once, since a lesson that is known comes later. A
 * damaged one, or one of another lesson or code, is not believed.
 */
export function learntFile(file: string): LearntFile {
  const known = read(file);
  let fresh: { key: Buffer; learnt: Learnt } | undefined;
  return {
    recall(lesson, learn) {
      const key = keyOf(lesson);
      if (known?.key.equals(key)) return known.learnt;
      const learnt = learn();
      fresh = { key, learnt };
      return learnt;
    },
    write() {
      if (!fresh) return;
      const content = serialize(keepLearnt(fresh.learnt));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, Buffer.concat([fresh.key, sealOf(fresh.key, content), content]));
      renameSync(`${file}.new`, file);
      fresh = undefined;
    },
  };
}

function read(file: string): { key: Buffer; learnt: Learnt } | undefined {
  try {
    const bytes = readFileSync(file);
    const key = bytes.subarray(0, hashSize);
    const content = bytes.subarray(2 * hashSize);
    const isWhole = bytes.subarray(hashSize, 2 * hashSize).equals(sealOf(key, content));
    return isWhole ? { key, learnt: recall(deserialize(content) as KeptLearnt) } : undefined;
  } catch {
    // It is not there, or was written by another engine.
    return undefined;
  }
}

/** Hash of all that a lesson and what is kept of it rest on. */
function keyOf({ papers, options }: Lesson): Buffer {
  const hash = createHash('sha256').update(JSON.stringify([codeHash(), process.versions.v8, options]));
  for (const { id, body, data } of papers) hash.update(JSON.stringify([id, data.title, body]));
  return hash.digest();
}

function sealOf(key: Buffer, content: Uint8Array): Buffer {
  return createHash('sha256').update(key).update(content).digest();
}
