import { withSeen, type Marks } from './marks.ts';

/** Marks with those of an export added; where both know a paper, what was here stays. */
export function mergeMarks(marks: Marks, added: Marks): Marks {
  return {
    ...withSeen(marks, added.seen ?? ''),
    read: new Map([...added.read, ...marks.read]),
    starred: new Map([...added.starred, ...marks.starred]),
  };
}
