import anyAscii from 'any-ascii';

/** The longest slug, in bytes (which are characters: slugs are ASCII). */
const longest = 80;

/** Names that a paper's or an issue's address must not have: our own routes, and files that Windows keeps for itself. */
const reserved = new RegExp(
  '^(?:index|404|pagefind|search|archive|topics|authors|organizations|categories|subscribe|about|starred|rss|atom|feed' +
    '|papers|mail|by-votes|sitemap|llms|images|watch|trends|reviews' +
    '|con|prn|aux|nul|com[0-9]|lpt[0-9])$',
);

/**
 * Makes a name for addresses and files from a text: ASCII letters, digits and hyphens, at most 80 bytes, cut at a word,
 * never empty and never a reserved name.
 *
 * @param text what to name
 * @param kind what the name begins with where the text gives none, or a reserved one
 */
export function slugify(
  text: string,
  kind: 'paper' | 'issue' | 'topic' | 'author' | 'organization' | 'category' | 'watch',
): string {
  const words = anyAscii(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const slug = cutAtWord(words.join('-'), longest);
  if (slug === '') return `${kind}-${hash(text)}`;
  return reserved.test(slug) ? `${kind}-${slug}` : slug;
}

/** What a paper's identity rests on. */
export interface Identified {
  title: string;
  /** Gives the text of the abstract; asked for only where two papers have one title. */
  abstract(): string;
}

/**
 * Gives each paper of an issue a slug of its own.
 *
 * A slug rests on the paper's text alone, never on its place, so it stays when papers are added or put in another
 * order. Of papers with one title, the one with the lowest hash has the bare slug and the others carry their hash.
 */
export function paperSlugs(papers: readonly Identified[]): string[] {
  const groups = new Map<string, number[]>();
  for (const [index, paper] of papers.entries()) {
    const slug = slugify(paper.title, 'paper');
    const group = groups.get(slug);
    if (group) group.push(index);
    else groups.set(slug, [index]);
  }
  const free = namer(new Set(groups.keys()));
  const slugs: string[] = papers.map(() => '');
  for (const [slug, group] of groups) {
    if (group.length === 1) {
      slugs[group[0] as number] = slug;
      continue;
    }
    for (const [rank, { index, hash }] of byHash(papers, group).entries()) {
      slugs[index] = rank === 0 ? slug : free(`${cutAtWord(slug, longest - 11)}-${hash}`);
    }
  }
  return slugs;
}

/** The beginning of a slug, whole words where it has more than one. */
function cutAtWord(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const hyphen = slug.lastIndexOf('-', length);
  return slug.slice(0, hyphen > 0 ? hyphen : length);
}

/** Papers by the hash of their text. */
function byHash(papers: readonly Identified[], group: readonly number[]): { index: number; hash: string }[] {
  return group
    .map((index) => {
      const { title, abstract } = papers[index] as Identified;
      return { index, hash: hash(`${title}\n${abstract()}`) };
    })
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.index - b.index));
}

/** Gives out names, each once, with a number after one that is taken. */
function namer(taken: Set<string>): (name: string) => string {
  // Where to look next, so that a thousand equal names don't count from the start each time.
  const next = new Map<string, number>();
  return (name) => {
    let free = name;
    let number = next.get(name) ?? 2;
    for (; taken.has(free); number++) free = `${name}-${number}`;
    next.set(name, number);
    taken.add(free);
    return free;
  };
}

/** Seven characters of base 36 that tell texts apart: FNV-1a over UTF-16 units, 32 bits, padded. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36).padStart(7, '0');
}
