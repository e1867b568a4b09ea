import { readFileSync } from 'node:fs';

/** Version of this package; the manifest is at the same place from `src/cli` and from `dist/cli`. */
export function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
