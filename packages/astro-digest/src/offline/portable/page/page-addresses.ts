/**
 * Takes the path of a page apart, as the site has it.
 *
 * @param base path of the digest in the site with its `base`, without a slash at its end; the empty text for the whole host
 * @returns the page, such as `2025-03-12/some-slug`, the empty text for the front page, and what stands behind; `undefined` for what is
 *   no page of the digest
 */
export function splitPath(path: string, base: string): { page: string; behind: string } | undefined {
  const [, whole = '', behind = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  const own = whole.replace(/\.html$|\/$/, '');
  if (own === base) return { page: '', behind };
  return own.startsWith(`${base}/`) ? { page: own.slice(base.length + 1), behind } : undefined;
}
