import { z } from 'astro/zod';

/** Bytes that a feed has at most where the site says nothing: what the strictest services take. */
const usualBytes = 512_000;

/** Below that, not even the papers of a usual day would be whole. */
const fewestBytes = 50_000;

const howMuch = `write how many bytes a feed may have, at least ${fewestBytes}`;

const howIdentity = 'write an address such as `https://example.org/papers/`';

const howFeeds = 'write an object such as `{ maxBytes: 512000 }`';

/** Checks the option `feeds`; every message is part of a sentence and says how to mend it. */
export const feedsSchema = z.strictObject(
  {
    maxBytes: z.int(howMuch).min(fewestBytes, howMuch).default(usualBytes),
    identity: z
      .string(howIdentity)
      .refine(isWebAddress, { error: howIdentity })
      .transform((address) => address.replace(/\/*$/, '/'))
      .optional(),
  },
  howFeeds,
);

/** Names that the option may have. */
export const feedsOptionNames = Object.keys(feedsSchema.shape);

/** What the pages need to know of the option. */
export type FeedsConfig = z.infer<typeof feedsSchema>;

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, search, hash } = new URL(address);
  return /^https?:$/.test(protocol) && search === '' && hash === '';
}
