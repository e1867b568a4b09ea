/** How often pages of a digest were rendered into a layout of the site's own, and how often that took what they have for the head. */
export interface HeadCount {
  pages: number;
  heads: number;
}

// Pages and the integration have modules of their own, and one process.
const place = Symbol.for('astro-digest.heads');
const counts = ((globalThis as { [place]?: Map<string, HeadCount> })[place] ??= new Map());

/** What was counted of the digest that has its pages below a path of the site. */
export function headCount(base: string): HeadCount {
  return counts.get(base) ?? startHeadCount(base);
}

/** Begins to count anew: one process may build several sites, or one after a change. */
export function startHeadCount(base: string): HeadCount {
  const count = { pages: 0, heads: 0 };
  counts.set(base, count);
  return count;
}
