import { z } from 'astro/zod';
import { slugify } from 'remark-digest/light';
import type { WatchedQuery } from '../model/watches.ts';
import { longestQuery, parseQuery } from '../search/query.ts';

const howWatch = 'write a list such as `[{ name: "Sparse attention", query: "sparse attention" }]`';

const howName = 'write what the page is called as a text';

const howQuery = 'write what is looked for as a text, such as `sparse attention`';

const entrySchema = z.strictObject(
  {
    name: z.string(howName).trim().min(1, howName),
    query: z
      .string(howQuery)
      .trim()
      .refine((query) => asksForSomething(query), { error: howQuery })
      .refine((query) => parseQuery(query).operators.every(({ name }) => name !== 'is'), {
        error: 'leave out `is:…`: what readers have marked is in their browsers alone',
      })
      .refine((query) => !parseQuery(query).isCut, {
        error: `write fewer words: the search looks for ${longestQuery.words} in ${longestQuery.characters} characters`,
      }),
  },
  howWatch,
);

/** Checks the option `watch`; every message is part of a sentence and says how to mend it. */
export const watchSchema = z.array(entrySchema, howWatch).superRefine((entries, { addIssue }) => {
  const names = new Map<string, string>();
  for (const [index, { name }] of entries.entries()) {
    const slug = slugOf(name);
    const other = names.get(slug);
    names.set(slug, name);
    if (other === undefined) continue;
    const message =
      other === name
        ? `two queries are called \`${name}\`: give one of them another name`
        : `\`${name}\` and \`${other}\` would have the same address: give one of them another name`;
    addIssue({ code: 'custom', path: [index, 'name'], message });
  }
});

/** Names that an entry of the option may have, by the path of each entry: for the message about one that it may not. */
export function watchOptionNames(watch: unknown): Record<string, string[]> {
  const count = Array.isArray(watch) ? watch.length : 0;
  const names = Object.keys(entrySchema.shape);
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`watch.${index}`, names]));
}

/** What the pages need to know of an entry. */
export function toWatchedQuery({ name, query }: z.infer<typeof entrySchema>): WatchedQuery {
  return { name, slug: slugOf(name), query };
}

function asksForSomething(query: string): boolean {
  const { terms, operators } = parseQuery(query);
  return terms.length + operators.length > 0;
}

const slugOf = (name: string): string => slugify(name, 'watch');
