import { posix } from 'node:path';
import { objectAt, readObject, textAt, valueAt } from './json-object.ts';
import type { SiteFiles } from './site-files.ts';

/** How many files of TypeScript's options may rest on one another. */
const deepest = 8;

/** Astro's own options that have it, as a file names them. */
const strictest = /^astro\/tsconfigs\/strictest(?:\.json)?$/;

/**
 * Whether TypeScript tells in a site what may be left out from what may be `undefined` (`exactOptionalPropertyTypes`), by its tsconfig.json
 * and those of its files that this one extends, or by Astro's own.
 */
export function hasExactTypes(files: SiteFiles): boolean {
  return isExact(files, 'tsconfig.json') ?? false;
}

/** What a file says of that; undefined when it says nothing. */
function isExact(files: SiteFiles, path: string, depth = 0): boolean | undefined {
  const text = depth > deepest ? undefined : files.read(path);
  const config = text === undefined ? undefined : readObject(text);
  const own = valueAt(objectAt(config, 'compilerOptions'), 'exactOptionalPropertyTypes');
  if (own?.type === 'BooleanLiteral') return own.value;
  // The last of several holds.
  for (const base of config ? basesOf(config).toReversed() : []) {
    if (strictest.test(base)) return true;
    if (!base.startsWith('.')) continue;
    const place = posix.join(posix.dirname(path), base);
    const found = isExact(files, place.endsWith('.json') ? place : `${place}.json`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a file extends. */
function basesOf(config: NonNullable<ReturnType<typeof readObject>>): string[] {
  const base = textAt(config, 'extends');
  if (base !== undefined) return [base];
  const bases = valueAt(config, 'extends');
  return bases?.type === 'ArrayExpression'
    ? bases.elements.flatMap((each) => (each?.type === 'StringLiteral' ? [each.value] : []))
    : [];
}
