import { slugify } from 'remark-digest/light';

/**
 * Names things for addresses, each with a name of its own: of names that come out equal, the first keeps it and the
 * others get a number.
 *
 * @param names what to name, in a fixed order
 * @param kind what a name begins with where `slugify` finds no word, or a reserved one
 */
export function uniqueSlugs(names: readonly string[], kind: Parameters<typeof slugify>[1]): string[] {
  const bare = names.map((name) => slugify(name, kind));
  const taken = new Set(bare);
  const given = new Set<string>();
  const next = new Map<string, number>();
  return bare.map((slug) => {
    let free = slug;
    let number = next.get(slug) ?? 2;
    if (given.has(slug)) {
      do free = `${slug}-${number++}`;
      while (taken.has(free));
    }
    next.set(slug, number);
    taken.add(free);
    given.add(free);
    return free;
  });
}
