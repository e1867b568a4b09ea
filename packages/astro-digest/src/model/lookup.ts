/** Somewhere that a paper can be looked for. */
export interface LookupPlace {
  /** What it is called. */
  name: string;
  /** Address of its search, with `{title}` in the place of what is looked for. */
  url: string;
}

/** Places that have a name of their own in the option `lookup`, in the order in which they are linked. */
export const knownPlaces = {
  arxiv: { name: 'arXiv', url: 'https://arxiv.org/search/?query={title}&searchtype=title' },
  'semantic-scholar': {
    name: 'Semantic Scholar',
    url: 'https://www.semanticscholar.org/search?q={title}',
  },
  'google-scholar': { name: 'Google Scholar', url: 'https://scholar.google.com/scholar?q={title}' },
  'hugging-face': { name: 'Hugging Face', url: 'https://huggingface.co/papers?q={title}' },
} as const satisfies Record<string, LookupPlace>;

/** Name of a place in the option `lookup`. */
export type KnownPlace = keyof typeof knownPlaces;

/**
 * The address under which a place is asked for a title.
 *
 * @param title plain text; signs of TeX, which no search knows, are left out
 */
export function lookupAddress({ url }: LookupPlace, title: string): string {
  const words = title
    .replace(/\\[a-z]+(?![a-z])|[\\${}^_~]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return url.replaceAll('{title}', () => encodeURIComponent(words));
}
