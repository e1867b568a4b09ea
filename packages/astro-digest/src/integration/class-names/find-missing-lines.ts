import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { missingLine, tellMissingLine, type MissingLine } from './missing-line.ts';
import { siteVersion } from './site-version.ts';

/**
 * Finds the lines that a site has to write itself so that no word of a digest is taken for a class name: in the configuration of
 * Tailwind 3, and in the style sheets that the command of Tailwind 4 reads. Everywhere else the digest does it.
 *
 * @param root folder of the site
 * @param srcDir folder of its sources, from there
 * @param folder folder of the digests, from there
 */
export function findMissingLines(root: string, srcDir: string, folder: string): MissingLine[] {
  return filesToLookAt(root, srcDir).flatMap(
    (file) => missingLine(file, readFileSync(join(root, file), 'utf8'), folder) ?? [],
  );
}

/** Says what a site has to do itself, a sentence for each line; the arguments are those of {@link findMissingLines}. */
export function tellMissingLines(root: string, srcDir: string, folder: string): string[] {
  const version = siteVersion(root, 'tailwindcss');
  if (version?.startsWith('4.0.')) {
    return [
      `Tailwind ${version} takes words of digests for class names, and nothing can stop it: update it to 4.1 or newer.`,
    ];
  }
  return findMissingLines(root, srcDir, folder).map(tellMissingLine);
}

function filesToLookAt(root: string, srcDir: string): string[] {
  if (siteVersion(root, 'tailwindcss')?.startsWith('3.')) {
    return ['js', 'cjs', 'mjs', 'ts', 'cts', 'mts']
      .map((extension) => `tailwind.config.${extension}`)
      .filter((file) => existsSync(join(root, file)));
  }
  if (siteVersion(root, '@tailwindcss/cli') === undefined || !existsSync(join(root, srcDir))) return [];
  return readdirSync(join(root, srcDir), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => join(srcDir, file).replaceAll('\\', '/'))
    .sort();
}
