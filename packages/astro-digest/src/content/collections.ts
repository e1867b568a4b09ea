import { AstroError } from 'astro/errors';
import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import { makeIssuesLoader, makePapersLoader } from './loaders.ts';
import { issueSchema, paperSchema } from './schemas.ts';
import { createSource, type Source } from './source.ts';

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
  year: z.int('write a year as a number, such as 2025').min(1).max(9999).optional(),
});

/** Options of {@link digestCollections} and of the two loaders. */
export interface DigestCollectionsOptions {
  /** Folder of the digests, from the site's root. Default: `'src/content/digests'`. */
  base?: string;
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
  if (parsed.success) return createSource({ base: parsed.data.base, year: parsed.data.year });
  throw optionsError(`${call}() in src/content.config.ts`, parsed.error, Object.keys(optionsSchema.shape));
}

/** Says which option is wrong and how to fix it, one sentence each. */
export function optionsError(where: string, error: z.ZodError, known: readonly string[]): AstroError {
  const sentences = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(
          (key) => `\`${[...issue.path, key].join('.')}\` is not an option: use ${known.join(', ')}.`,
        )
      : [`\`${issue.path.join('.') || 'options'}\` is not valid: ${issue.message}.`],
  );
  return new AstroError(`${where}: ${sentences.join(' ')}`);
}
