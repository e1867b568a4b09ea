import { posix } from 'node:path';
import { keyName } from '../module.ts';
import { objectAt, readObject, textAt } from './json-object.ts';
import type { SiteFiles } from './site-files.ts';

/** Where the names of a site's imports lead, beside those that are paths. */
export interface ImportPaths {
  /** Folder that bare paths begin in, from the site's root; undefined where there is none. */
  baseUrl: string | undefined;
  /** Patterns of names, such as `@/*`, with the paths that they stand for. */
  aliases: { pattern: string; targets: string[] }[];
}

/** How many folders above the site packages are looked for, as a workspace has them. */
const levels = 4;

/** Reads which short names a site has for its folders, from `compilerOptions` of its tsconfig.json or jsconfig.json. */
export function readImportPaths(files: SiteFiles): ImportPaths {
  for (const path of ['tsconfig.json', 'jsconfig.json']) {
    const text = files.read(path);
    const options = text === undefined ? undefined : objectAt(readObject(text), 'compilerOptions');
    if (!options) continue;
    const baseUrl = textAt(options, 'baseUrl');
    const paths = objectAt(options, 'paths');
    return {
      baseUrl,
      aliases: (paths?.properties ?? []).flatMap((property) => {
        if (property.type !== 'ObjectProperty' || property.value.type !== 'ArrayExpression') return [];
        const targets = property.value.elements.flatMap((each) =>
          each?.type === 'StringLiteral' ? [posix.join(baseUrl ?? '.', each.value)] : [],
        );
        return [{ pattern: keyName(property.key) ?? '', targets }];
      }),
    };
  }
  return { baseUrl: undefined, aliases: [] };
}

/** What the name of a file with types may leave out. */
const typeEndings = ['', '.ts', '.d.ts', '.mts', '/index.ts', '/index.d.ts'];

/**
 * Finds the Astro file that an import means.
 *
 * @param specifier what is imported, such as `../layouts/Base.astro`
 * @param from path of the file that imports it
 * @returns its path from the site's root, which may lead out of the site for what a workspace shares; undefined when it can't be told
 */
export function resolveAstroFile(
  files: SiteFiles,
  paths: ImportPaths,
  specifier: string,
  from: string,
): string | undefined {
  if (!specifier.endsWith('.astro')) return undefined;
  const packages = /^[./]/.test(specifier)
    ? []
    : Array.from({ length: levels }, (_, level) =>
        posix.join('../'.repeat(level), 'node_modules', specifier),
      );
  return firstThere(files, [...placesOf(paths, specifier, from), ...packages]);
}

/** Finds the file with types that an import means, where it is one of the site's own; the same as {@link resolveAstroFile} otherwise. */
export function resolveTypes(
  files: SiteFiles,
  paths: ImportPaths,
  specifier: string,
  from: string,
): string | undefined {
  const places = placesOf(paths, specifier, from);
  const found = firstThere(
    files,
    places.flatMap((place) => typeEndings.map((ending) => `${place}${ending}`)),
  );
  return found !== undefined && /\.(?:m?ts|astro)$/.test(found) ? found : undefined;
}

/** The places in the site where something may be that a file imports, the likeliest first. */
function placesOf({ baseUrl, aliases }: ImportPaths, specifier: string, from: string): string[] {
  if (specifier.startsWith('.')) return [posix.join(posix.dirname(from), specifier)];
  if (specifier.startsWith('/')) return [specifier.slice(1)];
  const named = aliases.flatMap(({ pattern, targets }) => {
    const [before = '', after] = pattern.split('*');
    if (after === undefined) return pattern === specifier ? targets : [];
    if (!specifier.startsWith(before) || !specifier.endsWith(after)) return [];
    const middle = specifier.slice(before.length, specifier.length - after.length);
    return targets.map((target) => target.replace('*', () => middle));
  });
  return baseUrl === undefined ? named : [...named, posix.join(baseUrl, specifier)];
}

function firstThere(files: SiteFiles, paths: readonly string[]): string | undefined {
  return paths.map((path) => posix.normalize(path)).find((path) => files.isFile(path));
}
