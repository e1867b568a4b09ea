import { slugOf, type Mark } from '../reader/marks.ts';

/** A paper with a star, with what a list of them shows. */
export interface Star {
  title: string;
  /** Path of the paper's page, root-relative, such as `/papers/2025-03-12/some-slug/`. */
  url: string;
  /** Day of its issue, `YYYY-MM-DD`. */
  date?: string | undefined;
  /** When it got its star, in milliseconds: what a list is in order by. */
  since: number;
  /** Words of the reader's own. */
  tags?: readonly string[] | undefined;
  /** A note of the reader's own. */
  note?: string | undefined;
}

/** What is known of a paper, by names. */
export interface KnownPaper {
  /** Day on which it was read, `YYYY-MM-DD`. */
  read?: string | undefined;
  star?: Star | undefined;
}

/**
 * What a mark tells.
 *
 * @param root path of the digest in the site, such as `/papers/`
 */
export function fromMark(id: string, mark: Mark, root: string): KnownPaper {
  const [, read, since, title, url, date, tags, note] = mark;
  const star = since &&
    title && {
      title,
      url: url ?? usualPath(root, id),
      date: date === 0 ? undefined : (date ?? id.slice(0, 10)),
      since,
      ...(tags && { tags }),
      ...(note && { note }),
    };
  return { ...(read && { read }), ...(star && { star }) };
}

/** The mark that tells of a paper, as short as it can be. */
export function toMark(id: string, { read, star }: KnownPaper, root: string): Mark {
  if (!star) return [id, read];
  const { title, url, date, since, tags, note } = star;
  const issue = id.slice(0, id.indexOf('/') + 1);
  const mark = [
    issue + slugOf(title) === id && issue ? issue : id,
    read,
    since,
    title,
    url === usualPath(root, id) ? undefined : url,
    date === undefined ? 0 : id.startsWith(date) ? undefined : date,
    tags,
    note,
  ] as const;
  const length = mark.findLastIndex((part) => part !== undefined) + 1;
  return mark.slice(0, length) as unknown as Mark;
}

/** Path of a digest in its site, by how the names begin of what is kept of it: `data-marks` of its pages. */
export function rootOf(prefix: string): string {
  return prefix.split(':')[1] ?? '/';
}

/** Where a paper's page is in most sites. */
function usualPath(root: string, id: string): string {
  return `${root}${id}/`;
}
