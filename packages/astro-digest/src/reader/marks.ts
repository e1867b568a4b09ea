/**
 * What a reader's browser knows of one paper, as it is kept: in an order, and without names, since browsers keep no more than some 5 MB for a host.
 * Nothing changes it. What lists make of it is in `lists/starred.ts`.
 */
export type Mark = readonly [
  /** Id of the paper; only that of its issue, with the slash, where the slug follows from the title. */
  id: string,
  /** Day on which it was read, `YYYY-MM-DD`. */
  read?: string | null | undefined,
  /** When it got its star, in milliseconds, never 0; nothing without one, as with all that follows. */
  since?: number | null,
  title?: string | null,
  /** Path of the paper's page, root-relative; nothing where that is the usual one. */
  url?: string | null | undefined,
  /** Day of its issue, `YYYY-MM-DD`; nothing where the id begins with it, 0 where there is none. */
  date?: string | 0 | null | undefined,
  /** Words of the reader's own. */
  tags?: readonly string[] | null | undefined,
  /** A note of the reader's own. */
  note?: string | undefined,
];

/** Marks of papers, by their ids. */
export type Marks = Map<string, Mark>;

/**
 * In so many texts marks are kept. A page reads those that its papers are in, and to change a mark writes one anew: of 40,000 marks each has forty.
 */
export const drawerCount = 1000;

/** The number of the text that has the mark of a paper. */
export function drawerOf(id: string): number {
  return [...id].reduce((hash, character) => (hash * 31 + character.charCodeAt(0)) % drawerCount, 0);
}

/** Reads the marks of one text. What is no such text counts as none. */
export function parseMarks(text: string | null | undefined): Marks {
  try {
    return new Map((JSON.parse(text as string) as Mark[]).map((mark) => [idOf(mark), mark]));
  } catch {
    return new Map();
  }
}

/** Writes marks as `parseMarks` reads them; those that tell nothing are left out. */
export function serializeMarks(marks: Marks): string {
  return JSON.stringify([...marks.values()].filter(([, read, since]) => read || since));
}

const idOf = ([id, , , title]: Mark): string => (id.endsWith('/') ? id + slugOf(title!) : id);

/** What the slug of most titles is: of those that are short, and of plain letters to their ends. */
export const slugOf = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** A mark of a paper that was read, today or on no day. */
export const withRead = ([id, , ...star]: Mark, isRead: boolean): Mark => [
  id,
  // In UTC, as a day without a time has to be in one zone or another.
  isRead ? new Date().toISOString().slice(0, 10) : null,
  ...star,
];
