import { unusedKeys, type Report } from '../../messages.ts';
import type { DigestText } from '../../text/digest-text.ts';
import type { Extent } from '../../text/located-text.ts';

/** Counts the fields that nothing is made of, by their names. */
export interface UnusedFields {
  /** Counts one; `start` and `end` are its place. */
  add(name: string, start: number, end: number): void;
  /** Reports all of them in one message, where the first one stands. */
  report(text: DigestText, report: Report): void;
}

/** Begins to count. */
export function countUnused(): UnusedFields {
  const counts = new Map<string, number>();
  let first: Extent | undefined;
  return {
    add: (name, start, end) => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (!first || start < first.start) first = { start, end };
    },
    report: (text, report) => {
      if (!first) return;
      const keys = [...counts].map(([name, count]) => ({ name, count }));
      report(unusedKeys(keys), text.place(first.start, first.end));
    },
  };
}
