import { drawerOf, parseMarks, serializeMarks, type Mark } from './marks.ts';
import { load, onChangeElsewhere, save } from './storage.ts';

/** The marks that the browser keeps for one digest. */
export interface MarksStore {
  /** How the names begin of all that is kept of the digest. */
  readonly prefix: string;
  /** What is known of a paper. */
  read(id: string): Mark;
  /**
   * Changes what is kept of papers, whatever another tab has made of it. Where it can't be kept, the change holds as long as the page, and is
   * kept as soon as that works.
   */
  change(ids: readonly string[], change: (mark: Mark) => Mark): void;
  /** Calls a function now, and after every change, in this tab or another. */
  watch(show: () => void): void;
}

/** Opens the marks that are kept for the digest that an element belongs to, until the signal ends that. */
export function openMarks(root: HTMLElement, signal: AbortSignal): MarksStore {
  // Two digests of a host keep theirs apart.
  const prefix = root.closest<HTMLElement>('[data-marks]')!.dataset['marks']!;
  const watchers: (() => void)[] = [];
  let unsaved: [id: string, change: (mark: Mark) => Mark][] = [];
  const keyOf = (id: string): string => `${prefix}marks:${drawerOf(id)}`;

  /** Keeps the changes that could not be kept so far, and shows what there is. */
  function tell(): void {
    unsaved = unsaved.filter(([id, change]) => {
      const marks = parseMarks(load(keyOf(id)));
      return !save(keyOf(id), serializeMarks(marks.set(id, change(marks.get(id) ?? [id]))));
    });
    for (const show of watchers) show();
  }

  onChangeElsewhere(`${prefix}marks`, tell, signal);
  return {
    prefix,
    read: (id) =>
      unsaved.reduce(
        (mark, [of, change]) => (of === id ? change(mark) : mark),
        parseMarks(load(keyOf(id))).get(id) ?? [id],
      ),
    change(ids, change) {
      for (const id of ids) unsaved.push([id, change]);
      tell();
    },
    watch(show) {
      watchers.push(show);
      show();
    },
  };
}
