import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { siteError } from '../content/site-error.ts';
import type { Logger } from '../content/printable-logger.ts';
import { writeBuiltSite, type BuiltSite } from '../offline/portable/built-site.ts';
import type { SiteDigest } from './site-digests.ts';

/**
 * Ends a build whose site is in its place: writes down what `astro-digest portable` has to know of it, and makes portable folders of the
 * digests that ask for them.
 *
 * @param folder of the site
 */
export async function finishPortable(
  folder: string,
  config: AstroConfig,
  digests: readonly SiteDigest[],
  logger: Logger,
): Promise<void> {
  // Of a shard there is only a part of the pages.
  if (digests.some(({ isShard }) => isShard)) {
    if (digests.some(({ isPortable }) => isPortable))
      logger.warn(
        'A shard makes no portable folder, since it has a part of the pages: build the whole site for one.',
      );
    return;
  }
  const root = fileURLToPath(config.root);
  const site: BuiltSite = {
    folder,
    siteBase: config.base.replace(/\/+$/, ''),
    site: config.site,
    ending: config.build.format === 'directory' ? (config.trailingSlash === 'never' ? '' : '/') : '.html',
    digests: digests.map(({ title, base }) => ({ title, base })),
  };
  writeBuiltSite(root, site);
  const wanted = digests.filter(({ isPortable }) => isPortable).map(({ title, base }) => ({ title, base }));
  if (wanted.length === 0) return;
  // Most builds need none of this.
  const { makePortableSite } = await import('../offline/portable/make-portable.ts');
  const { PortableError } = await import('../offline/portable/portable-error.ts');
  const { tellPortable } = await import('../offline/portable/tell-portable.ts');
  try {
    const made = await makePortableSite(site, wanted, { zip: false });
    for (const line of tellPortable(made, root)) logger.info(line);
  } catch (error) {
    if (error instanceof PortableError) throw siteError(error.message);
    throw error;
  }
}
