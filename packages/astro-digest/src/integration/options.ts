import { z } from 'astro/zod';
import { optionsError } from '../content/collections.ts';
import { joinPaths } from '../model/addresses.ts';

const optionsSchema = z.strictObject({
  title: z.string('write the name of the digest as a text').trim().min(1, 'write the name of the digest'),
  description: z.string('write one sentence as a text').trim().min(1, 'write one sentence').optional(),
  base: z
    .string('write a path such as `/papers`')
    .regex(/^[^?#\\[\]]*$/, 'write a path without `?`, `#`, `\\`, `[` and `]`, such as `/papers`')
    .refine((path) => !path.split('/').some((part) => part === '.' || part === '..'), {
      error: 'write a path from the root of the site, such as `/papers`',
    })
    .transform((path) => joinPaths(path))
    .default('/papers'),
});

/** Options of the integration. */
export interface DigestOptions {
  /** Name of the digest: its masthead, and the title of its pages. */
  title: string;
  /** One sentence about it, for the masthead and for search engines. Default: none. */
  description?: string;
  /** Path of the digest's pages within the site; `'/'` makes them the whole site. Default: `'/papers'`. */
  base?: string;
}

/** Options with their defaults filled in. */
export type ResolvedOptions = z.infer<typeof optionsSchema>;

/**
 * Checks the options and fills in the defaults.
 *
 * @throws AstroError that names each option that is unknown or wrong and says how to fix it
 */
export function resolveOptions(options: DigestOptions): ResolvedOptions {
  const parsed = optionsSchema.safeParse(options);
  if (parsed.success) return parsed.data;
  throw optionsError('digest() in astro.config', parsed.error, { '': Object.keys(optionsSchema.shape) });
}
