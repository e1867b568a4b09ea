import { parseTags } from '../tags.ts';
import type { KnownPaper, Star } from '../starred.ts';

/** The longest note that is kept, in characters. */
export const longestNote = 5000;

/** The longest id of a paper. */
const longestId = 500;

/**
 * Reads marks of a file: an object with `read`, the days by the ids of papers, and `starred`, the stars by their ids. Whatever in it has another
 * shape is left out.
 */
export function* checkedMarks(value: {
  read?: unknown;
  starred?: unknown;
}): Generator<[id: string, known: KnownPaper]> {
  // A time is never 0.
  let place = 1;
  for (const [id, star] of entriesOf(value.starred)) {
    const checked = checkedStar(star, place++);
    if (checked) yield [id, { star: checked }];
  }
  for (const [id, day] of entriesOf(value.read)) {
    const read = checkedDay(day);
    if (read) yield [id, { read }];
  }
}

/**
 * A star of a file; `undefined` where it is none.
 *
 * @param place among the others, which stands in for the time that older files don't tell: their stars come after all that are kept
 */
export function checkedStar(value: unknown, place: number): Star | undefined {
  const { title, url, date, since, tags, note } = (value ?? {}) as { [Key in keyof Star]?: unknown };
  // Of a length that titles and addresses have. The address is a path of this host in the form that URLs have it: no `//host`, and
  // nothing that browsers make a slash of or drop.
  if (!isText(title, /^.{1,2000}$/s) || !isText(url, /^\/(?!\/)[!-[\]-~]{0,2000}$/)) return undefined;
  const known = Array.isArray(tags) ? parseTags(tags.filter((tag) => typeof tag === 'string').join(',')) : [];
  return {
    title,
    url,
    date: checkedDay(date),
    since: typeof since === 'number' && since > 0 && since < 1e15 ? since : place,
    ...(known.length > 0 && { tags: known }),
    ...(typeof note === 'string' && note !== '' && { note: note.slice(0, longestNote) }),
  };
}

/** A day of a file; `undefined` where it is none. */
export function checkedDay(value: unknown): string | undefined {
  return isText(value, /^\d{4}-\d\d-\d\d$/) ? value : undefined;
}

/** Puts what a file tells of a paper to what is known of it, which stays. */
export function mergeKnown(known: KnownPaper, added: KnownPaper): KnownPaper {
  const read = known.read ?? added.read;
  // Own words come from whichever has some.
  const star =
    known.star && added.star
      ? {
          ...added.star,
          ...known.star,
          tags: known.star.tags ?? added.star.tags,
          note: known.star.note ?? added.star.note,
        }
      : (known.star ?? added.star);
  return { read, star };
}

function isText(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}

function entriesOf(value: unknown): [id: string, value: unknown][] {
  // The entries of a long text would be its characters, and take seconds.
  const entries = Object.entries(value instanceof Object && !Array.isArray(value) && value);
  return entries.filter(([id]) => id.length <= longestId && id !== '');
}
