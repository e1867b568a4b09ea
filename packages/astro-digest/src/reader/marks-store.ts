import { noMarks, parseMarks, serializeMarks, type Marks } from './marks.ts';
import { load, onChangeElsewhere, save } from './storage.ts';

/** The marks that the browser keeps for one digest. */
export interface MarksStore {
  read(): Marks;
  /**
   * Changes the marks as they are kept now, whatever another tab has made of them. Where they can't be kept, the change
   * holds as long as the page, and is kept as soon as that works.
   */
  change(change: (marks: Marks) => Marks): void;
  /** Calls a function now, and after every change, in this tab or another. */
  watch(show: (marks: Marks) => void): void;
}

/** Opens the marks that are kept for the digest that an element belongs to, until the signal ends that. */
export function openMarks(root: HTMLElement, signal: AbortSignal): MarksStore {
  // Two digests of a host keep theirs apart.
  const key = `${root.closest<HTMLElement>('[data-marks]')?.dataset['marks']}marks`;
  const watchers: ((marks: Marks) => void)[] = [];
  let unsaved: ((marks: Marks) => Marks)[] = [];

  function read(): Marks {
    return unsaved.reduce((marks, change) => change(marks), parseMarks(load(key)) ?? noMarks);
  }

  /** Keeps the changes that could not be kept so far, and shows what there is. */
  function tell(): void {
    if (unsaved[0] && save(key, serializeMarks(read()))) unsaved = [];
    const marks = read();
    for (const show of watchers) show(marks);
  }

  onChangeElsewhere(key, tell, signal);
  return {
    read,
    change(change) {
      unsaved.push(change);
      tell();
    },
    watch(show) {
      watchers.push(show);
      show(read());
    },
  };
}
