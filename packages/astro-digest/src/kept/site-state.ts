import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';

const lockfiles = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

/**
 * What the pages of a site rest on besides its code and its content, as a text: Astro's configuration, the versions of packages, of Node.js
 * and of its knowledge of languages, and the variables of the environment.
 */
export function siteState(config: AstroConfig): string {
  return JSON.stringify([
    process.version,
    process.versions.icu,
    stable(withoutPlaces(config)),
    lockfileOf(fileURLToPath(config.root)),
    environmentOf(fileURLToPath(config.root)),
  ]);
}

/** What of Astro's configuration can be in a page. */
function withoutPlaces(config: AstroConfig): unknown {
  const places = new Set(['vite', 'outDir', 'cacheDir']);
  const entries = Object.entries(config).filter(([name]) => !places.has(name));
  return { ...Object.fromEntries(entries), integrations: config.integrations.map(({ name }) => name) };
}

/** A value with the keys of its objects in order, and functions by their texts. */
function stable(value: unknown): unknown {
  if (typeof value === 'function') return String(value);
  if (value instanceof URL || value instanceof RegExp) return String(value);
  if (Array.isArray(value)) return value.map(stable);
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? String(value) : value;
  const entries = Object.entries(value).filter(([, own]) => own !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => [key, stable(own)]),
  );
}

/** The lockfile of the site, or of the workspace that it is in. */
function lockfileOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    const file = lockfiles.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (file !== undefined) return readFileSync(file, 'utf8');
    if (folder === dirname(folder)) return '';
  }
}

/** Variables that Vite hands to pages: those with its prefixes, and what stands in files of the site. */
function environmentOf(root: string): unknown {
  const files = readdirSync(root).filter((name) => /^\.env(?:\.|$)/.test(name));
  const own = Object.entries(process.env).filter(([name]) =>
    /^(?:PUBLIC_|VITE_|ASTRO_|NODE_ENV$)/.test(name),
  );
  return [files.sort().map((name) => [name, readFileSync(join(root, name), 'utf8')]), own.sort()];
}
