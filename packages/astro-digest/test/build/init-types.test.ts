import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { inhabitedSites } from '../site/inhabited/sites.ts';
import { Site } from '../site/site.ts';

// One site of many, because most of a check is its beginning.
const sites = inhabitedSites
  .filter(({ layout }) => layout !== undefined)
  .map((site, index) => ({
    ...site,
    folder: join(`site-${index}`, site.folder ?? '.'),
    place: `site-${index}`,
  }));

test.each(['strict', 'strictest'])('what init writes has no errors of types under %s', async (name) => {
  const shared = await Site.create(`init-types-${name}`, {
    'astro.config.mjs': "import { defineConfig } from 'astro/config';\n\nexport default defineConfig({});\n",
  });
  const paths: Record<string, string[]> = {};
  for (const { place, folder, files } of sites) {
    for (const [path, text] of Object.entries(files)) await shared.write(join(place, path), text);
    // Each has its own short names, and the options that the check has.
    const own = /"paths": (\{.*?\})/.exec(files['tsconfig.json'] ?? '')?.[1] ?? '{}';
    const options = JSON.stringify({
      extends: `astro/tsconfigs/${name}`,
      compilerOptions: { paths: JSON.parse(own) },
    });
    await shared.write(join(folder, 'tsconfig.json'), options);
    for (const [alias, [target = '']] of Object.entries(JSON.parse(own) as Record<string, string[]>))
      paths[alias] = [`./${join(folder, target)}`];
    const print = () => undefined;
    const status = await run(['init', '--yes', '--root', join(shared.root, folder)], {
      out: print,
      error: print,
      colours: false,
    });
    expect(status, folder).toBe(0);
  }
  await shared.write(
    'tsconfig.json',
    JSON.stringify({
      extends: `astro/tsconfigs/${name}`,
      compilerOptions: { paths },
      include: ['.astro/types.d.ts', ...sites.map(({ folder }) => `${folder}/src/layouts/*`)],
    }),
  );
  const check = await shared.astro(['check', '--minimumSeverity', 'error']);
  expect(check.status, check.output).toBe(0);
  expect(check.output).toContain('- 0 errors');
});
