import type { PageEnding } from '../built-site.ts';

/** What tells how addresses in the site and in a folder belong together. */
export interface PageForm {
  /** Path of the digest in the site with its `base`, without a slash at its end; the empty text for the whole host. */
  base: string;
  /** How addresses of pages end in the site. */
  ending: PageEnding;
}

/**
 * Takes the path of a page apart, as the site has it.
 *
 * @returns the page, such as `2025-03-12/some-slug`, the empty text for the front page, and what stands behind; `undefined` for what is
 *   no page of the digest
 */
export function splitPath(path: string, { base }: PageForm): { page: string; behind: string } | undefined {
  const [, whole = '', behind = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  const own = whole.replace(/\.html$|\/$/, '');
  if (own === base) return { page: '', behind };
  return own.startsWith(`${base}/`) ? { page: own.slice(base.length + 1), behind } : undefined;
}

/** The path of a page in the site: what `splitPath` takes apart. */
export function joinPath(page: string, behind: string, { base, ending }: PageForm): string {
  const path = page === '' ? base : `${base}/${page}`;
  return (path === '' ? '/' : path + ending) + behind;
}
