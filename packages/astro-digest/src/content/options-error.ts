import type { AstroError } from 'astro/errors';
import type { z } from 'astro/zod';
import { siteError } from './site-error.ts';

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
  const sentences = error.issues.flatMap(issuesWithin).flatMap((issue) => {
    const path = issue.path.join('.');
    if (path === '' && issue.code === 'invalid_type')
      return [`\`options\` is not valid: write an object with some of ${(known[''] ?? []).join(', ')}.`];
    if (issue.code !== 'unrecognized_keys')
      return [`\`${path || 'options'}\` is not valid: ${issue.message}.`];
    const names = (known[path] ?? []).join(', ');
    return issue.keys.map((key) => `\`${[...issue.path, key].join('.')}\` is not an option: use ${names}.`);
  });
  return siteError(`${where}: ${sentences.join(' ')}`);
}

/** Of a value that may be of several kinds: what is wrong inside of it, where it is of one of them. */
function issuesWithin(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inside = issue.errors.find((issues) => issues.some(({ path }) => path.length > 0));
  if (!inside) return [issue];
  return inside.flatMap((inner) => issuesWithin({ ...inner, path: [...issue.path, ...inner.path] }));
}
