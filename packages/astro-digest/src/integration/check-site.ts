import type { Logger } from '../content/printable-logger.ts';
import { readReport } from '../content/sync-files.ts';
import type { DigestSetup } from './digest-setup.ts';
import { unfinished } from './unfinished.ts';

const missingSite =
  '`site` is not set in astro.config, so there are no feeds, no mail edition, no sitemap, no llms.txt and no pictures of the ' +
  'issues, which all need whole addresses: set it to the address of the site, such as `https://example.org`.';

/**
 * Warns of what a site still lacks for its digest.
 *
 * @param hasTitle whether the options give the digest a title
 * @returns why there is no digest at all, as a sentence: its collections are not defined; undefined when there is one
 */
export async function checkSite(
  { options, files, content, lacksSite }: DigestSetup,
  hasTitle: boolean,
  logger: Logger,
): Promise<string | undefined> {
  const reports = [await readReport(files.issues), await readReport(files.papers)];
  const hasCollections = reports.every((report) => report !== undefined);
  const problem = unfinished({ name: options.name, hasCollections, hasTitle, ...content });
  if (!hasCollections) return problem;
  if (problem !== undefined) logger.warn(problem);
  if (lacksSite) logger.warn(missingSite);
  return undefined;
}
