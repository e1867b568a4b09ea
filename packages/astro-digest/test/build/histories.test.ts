import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CleanSites } from '../histories/clean-sites.ts';
import { runHistory } from '../histories/history.ts';

const folder = fileURLToPath(new URL('../../.artifacts/sites/histories', import.meta.url));

// Of the many that `pnpm histories` draws, some that hold much, and in which no build is killed after a time.
test.each([
  ['small', 1062],
  ['small', 1065],
  ['small', 1069],
  ['volumes', 2002],
] as const)(
  'a site “%s” with history %i is what a first build makes',
  async (kind, seed) => {
    const place = join(folder, `${kind}-${seed}`);
    const { did, differences } = await runHistory(seed, kind, { site: place, clean: new CleanSites(place) });
    expect(differences, did.join('\n')).toEqual([]);
  },
  600_000,
);
