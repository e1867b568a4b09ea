import anyAscii from 'any-ascii';

/** The longest slug, in bytes (which are characters: slugs are ASCII). */
const longest = 80;

/** Names that a paper's or an issue's address must not have: our own routes, and files that Windows keeps for itself. */
const reserved = new RegExp(
  '^(?:index|404|pagefind|search|archive|topics|authors|subscribe|about|rss|atom|feed|papers|mail' +
    '|con|prn|aux|nul|com[0-9]|lpt[0-9])$',
);

/**
 * Makes a name for addresses and files from a text: ASCII letters, digits and hyphens, at most 80 bytes, cut at a word,
 * never empty and never a reserved name.
 *
 * @param text what to name
 * @param kind what the name begins with where the text gives none, or a reserved one
 */
export function slugify(text: string, kind: 'paper' | 'issue'): string {
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
  /** Text of the abstract. */
  abstract: string;
}

/**
 * Gives each paper of an issue a slug of its own.
 *
 * A slug rests on the paper's text alone, never on its place, so it stays when papers are added or put in another
 * order. Of papers with one title, the one with the lowest hash has the bare slug and the others carry their hash.
 */
export function paperSlugs(papers: readonly Identified[]): string[] {
  const groups = new Map<string, { index: number; hash: string }[]>();
  for (const [index, paper] of papers.entries()) {
    const slug = slugify(paper.title, 'paper');
    const group = groups.get(slug) ?? [];
    group.push({ index, hash: hash(`${paper.title}\n${paper.abstract}`) });
    groups.set(slug, group);
  }
  const slugs: string[] = papers.map(() => '');
  const taken = new Set(groups.keys());
  for (const [slug, group] of groups) {
    group.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.index - b.index));
    for (const [rank, { index, hash }] of group.entries()) {
      slugs[index] = rank === 0 ? slug : firstFree(`${cutAtWord(slug, longest - 11)}-${hash}`, taken);
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

function firstFree(slug: string, taken: Set<string>): string {
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
  taken.add(free);
  return free;
}

/** Seven characters of base 36 that tell texts apart: FNV-1a over UTF-16 units, 32 bits, padded. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36).padStart(7, '0');
}
