import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import type { Dialect, InlineOptions } from 'remark-digest';
import { dialectNames } from 'remark-digest/light';
import { digestName, digestNameAdvice } from '../model/digest-name.ts';
import { configFile } from './config-file.ts';
import { makeIssuesLoader, makePapersLoader } from './loaders.ts';
import { optionsError } from './options-error.ts';
import { issueSchemaOf, paperSchemaOf } from './schemas.ts';
import { createSource, type Source } from './source.ts';

const howInline = 'write `false`, or an object such as `{ maths: false }`';
const isMended = z.boolean('write `true` or `false`').optional();

const inlineSchema = z.strictObject(
  {
    links: isMended,
    typography: isMended,
    markup: isMended,
    code: isMended,
    lists: isMended,
    maths: isMended,
  },
  howInline,
);

const howDialects = 'write a list of dialects, such as `[mine, ...dialects]`';

function isDialect(value: unknown): boolean {
  const { name, detect, read } = (value ?? {}) as Partial<Dialect>;
  return typeof name === 'string' && typeof detect === 'function' && typeof read === 'function';
}

const aYear = 'write a year as a number, such as 2025';

const optionsShape = z.strictObject({
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
  inline: z.union([z.boolean(howInline), inlineSchema], howInline).optional(),
  year: z.int(aYear).min(1, aYear).max(9999, aYear).optional(),
  dialect: z.string('write the name of a dialect, such as `hugging-face`').optional(),
  dialects: z.array(z.custom<Dialect>(isDialect, howDialects), howDialects).min(1, howDialects).optional(),
  name: z.string(digestNameAdvice).regex(digestName, digestNameAdvice).optional(),
});

const optionsSchema = optionsShape.check(({ value, issues }) => {
  const names = value.dialects?.map(({ name }) => name) ?? dialectNames;
  if (value.dialect === undefined || names.includes(value.dialect)) return;
  issues.push({
    code: 'custom',
    path: ['dialect'],
    input: value.dialect,
    message: `write one of ${names.join(', ')}`,
  });
});

/** Options of {@link digestCollections} and of the two loaders. */
export interface DigestCollectionsOptions {
  /** Folder of the digests, from the site's root. Default: `'src/content/digests'`. */
  base?: string;
  /**
   * What is mended inside titles and abstracts. Default: all of it. `false` mends nothing, and an object such as
   * `{ maths: false }` leaves out what it names: `links`, `typography`, `markup`, `code`, `lists`, `maths`.
   */
  inline?: boolean | Partial<InlineOptions>;
  /** Year of digests whose file name and front matter tell none. Default: such a digest is undated. */
  year?: number;
  /** Name of the dialect of all digests in the folder. Default: it is told from each text, and front matter names another. */
  dialect?: string;
  /** The dialects to choose from, yours beside those of `remark-digest`: `[mine, ...dialects]`. Default: all of `remark-digest`. */
  dialects?: readonly Dialect[];
  /**
   * Name of the digest where a site has several, as `digest({ name })` has it in astro.config: its collections are then called
   * `<name>-issues` and `<name>-papers`. Default: none.
   */
  name?: string;
}

/** The collections of a digest, by their names. */
type DigestCollections<Name extends string | undefined> = {
  [Key in Name extends string ? `${Name}-issues` : 'issues']: IssuesCollection;
} & { [Key in Name extends string ? `${Name}-papers` : 'papers']: PapersCollection };

type IssuesCollection = ReturnType<typeof issuesCollection>;
type PapersCollection = ReturnType<typeof papersCollection>;

/**
 * Defines the collections `issues` and `papers` of a site's digests; those of a second digest have its name before them.
 *
 * ```ts
 * // src/content.config.ts
 * import { digestCollections } from 'astro-digest/content';
 * export const collections = {
 *   ...digestCollections(),
 *   ...digestCollections({ name: 'vision', base: 'src/content/vision' }),
 * };
 * ```
 *
 * @throws AstroError when an option is unknown or wrong
 */
export function digestCollections<const Name extends string | undefined = undefined>(
  options: DigestCollectionsOptions & { name?: Name } = {},
): DigestCollections<Name> {
  const source = sourceOf('digestCollections', options);
  const { issues, papers } = source.collections;
  return {
    [issues]: issuesCollection(source),
    [papers]: papersCollection(source),
  } as DigestCollections<Name>;
}

const issuesCollection = (source: Source) =>
  defineCollection({
    loader: makeIssuesLoader(source),
    schema: issueSchemaOf(source.collections),
  });

const papersCollection = (source: Source) =>
  defineCollection({
    loader: makePapersLoader(source),
    schema: paperSchemaOf(source.collections),
  });

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
  if (parsed.success) {
    const { base, year, name, dialect, dialects } = parsed.data;
    return createSource({ base, year, inline: options.inline, name, dialect, dialects });
  }
  const file = configFile('content.config', 'src/content.config.ts');
  throw optionsError(`${call}() in ${file}`, parsed.error, {
    '': Object.keys(optionsShape.shape),
    inline: Object.keys(inlineSchema.shape),
  });
}
