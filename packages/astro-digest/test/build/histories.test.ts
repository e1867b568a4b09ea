import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runHistory } from '../histories/history.ts';

const folder = mkdtempSync(join(tmpdir(), 'histories '));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Seeds of histories in which most kinds of steps occur; `pnpm histories` runs hundreds. */
test.each([3, 102, 104, 105, 107, 300])(
  'after the history %i a site is that of a first build',
  async (seed) => {
    const places = { site: join(folder, 'site'), clean: join(folder, 'clean') };
    const { did, differences } = await runHistory(seed, 'small', places);
    expect(differences, did.join('\n')).toEqual([]);
  },
);
