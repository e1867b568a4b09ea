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

/** Begins the keys of what is kept for the digest of this page, so that two digests of a host keep apart. */
export function keyPrefix(): string {
  return document.querySelector<HTMLElement>('[data-marks]')?.dataset['marks'] ?? 'digest:';
}

/** Opens the marks that are kept for the digest of this page. */
export function openMarks(): MarksStore {
  const key = `${keyPrefix()}marks`;
  const watchers: ((marks: Marks) => void)[] = [];
  let unsaved: ((marks: Marks) => Marks)[] = [];

  function read(): Marks {
    return unsaved.reduce((marks, change) => change(marks), parseMarks(load(key)) ?? noMarks);
  }

  function tell(): void {
    const marks = read();
    for (const show of watchers) show(marks);
  }

  onChangeElsewhere(tell);
  return {
    read,
    change(change) {
      unsaved.push(change);
      if (save(key, serializeMarks(read()))) unsaved = [];
      tell();
    },
    watch(show) {
      watchers.push(show);
      show(read());
    },
  };
}
