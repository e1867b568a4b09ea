import { formsOfAll, type Learnt, type LearntOptions } from './learnt.ts';
import { once } from './once.ts';
import type { TextPaper } from './reading.ts';

/** What something is learnt from. */
export interface Lesson {
  /** The papers, the earliest first. */
  papers: readonly TextPaper[];
  options: LearntOptions;
}

/** Remembers what was learnt, since that stays the same from day to day. */
export interface LearntMemory {
  /** What was learnt from the same before; else it is learnt now. */
  recall(lesson: Lesson, learn: () => Learnt): Learnt;
}

const memories = new Map<string, LearntMemory>();

/**
 * The memory of a digest, as long as the process runs. It is here, because the dev server makes modules anew that rest on the digests, when one
 * is saved.
 */
export function memoryOf(digest: string): LearntMemory {
  const memory = memories.get(digest) ?? memoryOfOne();
  memories.set(digest, memory);
  return memory;
}

/** Remembers the last lesson. */
function memoryOfOne(): LearntMemory {
  let last: { lesson: Lesson; learnt: Learnt } | undefined;
  return {
    recall(lesson, learn) {
      if (!last || !isSame(last.lesson, lesson)) last = { lesson, learnt: withForms(learn()) };
      return last.learnt;
    },
  };
}

/** Finds all terms as they stand most often at once and once: to look for a few takes as long. */
function withForms(learnt: Learnt): Learnt {
  const forms = once(() => formsOfAll(learnt));
  // A copy would work out all that is left until somebody asks for it.
  return Object.create(learnt, {
    formsOf: {
      value: (terms: readonly number[]) =>
        new Map(terms.flatMap((term) => (forms().has(term) ? [[term, forms().get(term)]] : []))),
    },
  }) as Learnt;
}

function isSame(a: Lesson, b: Lesson): boolean {
  return (
    JSON.stringify(a.options) === JSON.stringify(b.options) &&
    a.papers.length === b.papers.length &&
    a.papers.every((paper, index) => {
      const other = b.papers[index] as TextPaper;
      return paper.id === other.id && paper.body === other.body && paper.data.title === other.data.title;
    })
  );
}
