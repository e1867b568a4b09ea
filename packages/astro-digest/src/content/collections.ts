import { AstroError } from 'astro/errors';
import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import type { InlineOptions } from 'remark-digest';
import { makeIssuesLoader, makePapersLoader } from './loaders.ts';
import { issueSchema, paperSchema } from './schemas.ts';
import { createSource, type Source } from './source.ts';

const inlineSchema = z.strictObject({
  links: z.boolean().optional(),
  typography: z.boolean().optional(),
  markup: z.boolean().optional(),
  lists: z.boolean().optional(),
  maths: z.boolean().optional(),
});

const optionsSchema = z.strictObject({
  base: z
    .string('write the folder as a text, such as `src/content/digests`')
    .min(1, 'write a folder, such as `src/content/digests`')
    .refine((path) => !path.startsWith('/') && !path.split('/').includes('..'), {
      error: 'write a path inside the site, from its root, such as `src/content/digests`',
    })
    .transform((path) =>
      path
        .split('/')
        .filter((part) => part !== '' && part !== '.')
        .join('/'),
    )
    .default('src/content/digests'),
  inline: z
    .union([z.boolean(), inlineSchema], 'write `false`, or an object such as `{ maths: false }`')
    .optional(),
  year: z.int('write a year as a number, such as 2025').min(1).max(9999).optional(),
});

/** Options of {@link digestCollections} and of the two loaders. */
export interface DigestCollectionsOptions {
  /** Folder of the digests, from the site's root. Default: `'src/content/digests'`. */
  base?: string;
  /**
   * What is mended inside titles and abstracts. Default: all of it. `false` mends nothing, and an object such as
   * `{ maths: false }` leaves out what it names: `links`, `typography`, `markup`, `lists`, `maths`.
   */
  inline?: boolean | Partial<InlineOptions>;
  /** Year of digests whose file name and front matter tell none. Default: such a digest is undated. */
  year?: number;
}

/**
 * Defines the collections `issues` and `papers` of a site's digests.
 *
 * ```ts
 * // src/content.config.ts
 * import { digestCollections } from 'astro-digest/content';
 * export const collections = { ...digestCollections() };
 * ```
 *
 * @throws AstroError when an option is unknown or wrong
 */
export function digestCollections(options: DigestCollectionsOptions = {}) {
  const source = sourceOf('digestCollections', options);
  return {
    issues: defineCollection({ loader: makeIssuesLoader(source), schema: issueSchema }),
    papers: defineCollection({ loader: makePapersLoader(source), schema: paperSchema }),
  };
}

/**
 * Loader of the collection `issues`, for a site that defines the collection itself.
 *
 * @throws AstroError when an option is unknown or wrong
 */
export function issuesLoader(options: DigestCollectionsOptions = {}) {
  return makeIssuesLoader(sourceOf('issuesLoader', options));
}

/**
 * Loader of the collection `papers`, for a site that defines the collection itself.
 *
 * @throws AstroError when an option is unknown or wrong
 */
export function papersLoader(options: DigestCollectionsOptions = {}) {
  return makePapersLoader(sourceOf('papersLoader', options));
}

function sourceOf(call: string, options: DigestCollectionsOptions): Source {
  const parsed = optionsSchema.safeParse(options);
  if (parsed.success)
    return createSource({ base: parsed.data.base, year: parsed.data.year, inline: options.inline });
  throw optionsError(`${call}() in src/content.config.ts`, parsed.error, {
    '': Object.keys(optionsSchema.shape),
    inline: Object.keys(inlineSchema.shape),
  });
}

/**
 * Says which option is wrong and how to fix it, one sentence each.
 *
 * @param where whose options they are
 * @param known names of the options, by the path of the object they are in; `''` is the outermost
 */
export function optionsError(
  where: string,
  error: z.ZodError,
  known: Record<string, readonly string[]>,
): AstroError {
  const sentences = error.issues.flatMap((issue) => {
    const path = issue.path.join('.');
    if (issue.code !== 'unrecognized_keys')
      return [`\`${path || 'options'}\` is not valid: ${issue.message}.`];
    const names = (known[path] ?? []).join(', ');
    return issue.keys.map((key) => `\`${[...issue.path, key].join('.')}\` is not an option: use ${names}.`);
  });
  return new AstroError(`${where}: ${sentences.join(' ')}`);
}
