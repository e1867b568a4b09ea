import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestQuery } from './digest-modules.ts';
import type { DigestRoute } from './routes.ts';

/**
 * Writes an entry for each route of a named digest, because Astro tells routes apart by the files they are in: it hands on what
 * the route of this package makes, with the configuration of the digest.
 *
 * @param codegenDir folder for what this integration writes
 * @returns the routes, with these entries for theirs
 */
export function writeRouteEntries(
  routes: readonly DigestRoute[],
  name: string,
  codegenDir: URL,
): DigestRoute[] {
  const folder = join(fileURLToPath(codegenDir), name);
  rmSync(folder, { recursive: true, force: true });
  const written = new Set<string>();
  return routes.map((route) => {
    const file = join(folder, route.entrypoint.replace(/^astro-digest\//, ''));
    if (!written.has(file)) {
      written.add(file);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, entryOf(route, name));
    }
    return { ...route, entrypoint: file };
  });
}

function entryOf({ entrypoint, pattern }: DigestRoute, name: string): string {
  const specifier = JSON.stringify(entrypoint + digestQuery(name));
  if (entrypoint.endsWith('.js')) return `export * from ${specifier};\n`;
  const paths = pattern.includes('[')
    ? [
        'import Route, { getStaticPaths as paths } from ' + specifier + ';',
        'export const getStaticPaths = paths;',
      ]
    : ['import Route from ' + specifier + ';'];
  return ['---', ...paths, '---', '<Route {...Astro.props} />', ''].join('\n');
}
