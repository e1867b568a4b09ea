import { z } from 'astro/zod';
import { knownPlaces, type KnownPlace, type LookupPlace } from '../model/lookup.ts';

const names = Object.keys(knownPlaces) as [KnownPlace, ...KnownPlace[]];

const howName = 'write what the place is called as a text';

const howUrl =
  'write the address of a search with `{title}` in it, such as `https://example.org/search?q={title}`';

const howPlace = `write one of ${names.map((name) => `\`${name}\``).join(', ')}, or an object such as \`{ name: "My library", url: "https://example.org/search?q={title}" }\``;

const howLookup = 'write `false`, or a list such as `["arxiv", "google-scholar"]`';

const placeSchema = z.strictObject(
  {
    name: z.string(howName).trim().min(1, howName),
    url: z.string(howUrl).refine(isSearch, { error: howUrl }),
  },
  howPlace,
);

/** Checks the option `lookup`; every message is part of a sentence and says how to mend it. */
export const lookupSchema = z.union(
  [
    z.literal(false, howLookup),
    z.array(z.union([z.enum(names, howPlace), placeSchema], howPlace), howLookup),
  ],
  howLookup,
);

/** Names that a place of the option may have, by the path of each: for the message about one that it may not. */
export function lookupPlaceNames(lookup: unknown): Record<string, string[]> {
  const count = Array.isArray(lookup) ? lookup.length : 0;
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`lookup.${index}`, Object.keys(placeSchema.shape)]),
  );
}

/** What the option is where the site says nothing. */
export const usualLookup: KnownPlace[] = names;

/** The places that the option names, in its order. */
export function toLookupPlaces(lookup: z.infer<typeof lookupSchema>): LookupPlace[] {
  return lookup === false
    ? []
    : lookup.map((place) => (typeof place === 'string' ? { ...knownPlaces[place] } : place));
}

function isSearch(url: string): boolean {
  const address = url.replaceAll('{title}', 'title');
  return url.includes('{title}') && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
