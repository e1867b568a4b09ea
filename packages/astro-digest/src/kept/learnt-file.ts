import { createHash } from 'node:crypto';
import { codeHash } from '../content/code-hash.ts';
import { keepLearnt, recall, type KeptLearnt, type Learnt } from '../model/learnt.ts';
import type { Lesson, LearntMemory } from '../model/learnt-memory.ts';
import { readSealedData, writeSealedData } from './sealed-data.ts';

/** A memory in a file. */
export interface LearntFile extends LearntMemory {
  /** Writes what was learnt anew, if anything was; the next build needs it, and this one does not. */
  write(): void;
}

/** What is in the file. */
interface Kept {
  /** Hash of the lesson. */
  key: string;
  learnt: KeptLearnt;
}

/**
 * Remembers what was learnt in a file that is kept from build to build, and reads it at once, since a lesson that is known comes later. A
 * damaged one, or one of another lesson or code, is not believed.
 */
export function learntFile(file: string): LearntFile {
  const kept = readSealedData(file, codeHash()) as Kept | undefined;
  const known = kept && { key: kept.key, learnt: recall(kept.learnt) };
  let fresh: { key: string; learnt: Learnt } | undefined;
  return {
    recall(lesson, learn) {
      const key = keyOf(lesson);
      if (known?.key === key) return known.learnt;
      const learnt = learn();
      fresh = { key, learnt };
      return learnt;
    },
    write() {
      if (!fresh) return;
      writeSealedData(file, { key: fresh.key, learnt: keepLearnt(fresh.learnt) } satisfies Kept, codeHash());
      fresh = undefined;
    },
  };
}

/** Hash of all that a lesson and what is kept of it rest on besides the code. */
function keyOf({ papers, options }: Lesson): string {
  const hash = createHash('sha256').update(JSON.stringify(options));
  for (const { id, body, data } of papers) hash.update(JSON.stringify([id, data.title, body]));
  return hash.digest('base64url');
}
