/** A paper with a star, with what a list of them shows. */
export interface Star {
  title: string;
  /** Path of the paper's page, root-relative, such as `/papers/2025-03-12/some-slug/`. */
  url: string;
  /** Day of its issue, `YYYY-MM-DD`. */
  date?: string | undefined;
}

/** What a reader's browser knows of papers, by their ids. Nothing changes it: the functions below give new ones. */
export interface Marks {
  /** Day of the newest issue that there was at the last visit, `YYYY-MM-DD`. */
  readonly seen?: string | undefined;
  /** Papers that were read, with the day of that, `YYYY-MM-DD`. */
  readonly read: ReadonlyMap<string, string>;
  /** In the order in which they got their stars. */
  readonly starred: ReadonlyMap<string, Star>;
}

/** The marks of a reader who is here for the first time. */
export const noMarks: Marks = { read: new Map(), starred: new Map() };

/**
 * Reads marks that were kept or exported. Whatever in them has another shape is left out.
 *
 * @returns nothing, when the text is no JSON or holds no marks of this version
 */
export function parseMarks(text: string | null | undefined): Marks | undefined {
  try {
    const value = JSON.parse(text as string) as { [Key in 'version' | keyof Marks]?: unknown };
    if (value.version === 1)
      return {
        seen: toDay(value.seen),
        read: toMap(value.read, toDay),
        starred: toMap(value.starred, toStar),
      };
  } catch {
    // It is no JSON, or there is nothing.
  }
  return undefined;
}

/** Writes marks as JSON, as `parseMarks` reads them. */
export function serializeMarks(marks: Marks): string {
  return JSON.stringify({
    version: 1,
    ...marks,
    // These define properties and never set them, so that a paper may be called `__proto__`.
    read: Object.fromEntries(marks.read),
    starred: Object.fromEntries(marks.starred),
  });
}

/** Marks with a star more, or with one less where none is given. */
export function withStar(marks: Marks, id: string, star: Star | undefined): Marks {
  const starred = new Map(marks.starred);
  if (star) starred.set(id, star);
  else starred.delete(id);
  return { ...marks, starred };
}

/** Marks that know of issues up to a day. */
export function withSeen(marks: Marks, day: string): Marks {
  return (marks.seen ?? '') < day ? { ...marks, seen: day } : marks;
}

function toDay(value: unknown): string | undefined {
  return isText(value, /^\d{4}-\d\d-\d\d$/) ? value : undefined;
}

function toStar(value: unknown): Star | undefined {
  const { title, url, date } = (value ?? {}) as { [Key in keyof Star]?: unknown };
  // Of a length that titles and addresses have. The address is a path of this host in the form that URLs have it: no `//host`, and
  // nothing that browsers make a slash of or drop.
  return isText(title, /^.{1,2000}$/s) && isText(url, /^\/(?!\/)[!-[\]-~]{0,2000}$/)
    ? { title, url, date: toDay(date) }
    : undefined;
}

function isText(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}

function toMap<Value>(
  value: unknown,
  read: (value: unknown) => Value | undefined,
): ReadonlyMap<string, Value> {
  // The entries of a long text would be its characters, and take seconds.
  const entries = Object.entries(value instanceof Object && value);
  return new Map(
    entries.flatMap(([id, entry]) => {
      const known = read(entry);
      return known ? [[id, known]] : [];
    }),
  );
}
