import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';

const names = ['mjs', 'js', 'mts', 'ts'].map((extension) => `content.config.${extension}`);

/**
 * Path of a site's content config from its root, where Astro finds it first; undefined when the site has none.
 *
 * @param root folder of the site
 * @param srcDir folder of its sources, from there
 */
export function findContentConfig(root: string, srcDir: string): string | undefined {
  return names.map((name) => posix.join(srcDir, name)).find((path) => existsSync(join(root, path)));
}
