import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestText, plainSite, Site } from '../site/site.ts';

test.skipIf(process.platform === 'win32').each([
  [
    'ended by the system',
    'index-killed',
    'kill -9 $$',
    'most likely because memory ran out: give the build more',
  ],
  ['refuses', 'index-refused', 'echo "No room for owls." >&2; exit 1', 'the search index: No room for owls.'],
])('a build whose Pagefind %s says so in a sentence', async (_, name, script, says) => {
  const site = await Site.create(name, {
    ...plainSite,
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [['Owls', 'Owls hunt at dusk.']]),
    pagefind: `#!/bin/sh\n${script}\n`,
  });
  await chmod(join(site.root, 'pagefind'), 0o755);
  const { status, output } = await site.astro(['build'], {
    PAGEFIND_EXTENDED_BINARY_PATH: join(site.root, 'pagefind'),
  });
  expect(status).toBe(1);
  expect(output).toContain('Pagefind could not make the search index');
  expect(output).toContain(says);
  expect(output).not.toMatch(/^\s+at /m);
});
