/** Text that is put into a file at a place; what stands there moves behind it. */
export interface Insertion {
  /** Place in the text, in UTF-16 code units. */
  offset: number;
  text: string;
}

/** What is to be done to a file of the site. */
export type Edit =
  | { kind: 'present' }
  | { kind: 'changed'; text: string }
  | { kind: 'refused'; reason: string; place?: Place | undefined };

/** A place in a file, both counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Why a file can't be changed safely: half a sentence that says what is in it. */
export class Refusal extends Error {
  readonly place: Place | undefined;

  constructor(reason: string, place?: Place) {
    super(reason);
    this.place = place;
  }
}

/**
 * Works out a change of a file and makes sure of it: what comes out must have, when it is read again, all that was to be added.
 *
 * @param find gives what has to be put in, and nothing where all is there; it throws a {@link Refusal} where it can't tell
 */
export function editText(text: string, find: (text: string) => Insertion[]): Edit {
  try {
    const insertions = find(text);
    if (insertions.length === 0) return { kind: 'present' };
    const changed = insert(text, insertions);
    if (find(changed).length === 0) return { kind: 'changed', text: changed };
    return { kind: 'refused', reason: 'it would not have them afterwards' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'refused', reason: error.message, place: error.place };
  }
}

function insert(text: string, insertions: readonly Insertion[]): string {
  let result = '';
  let from = 0;
  for (const { offset, text: added } of insertions.toSorted((a, b) => a.offset - b.offset)) {
    result += text.slice(from, offset) + added;
    from = offset;
  }
  return result + text.slice(from);
}
