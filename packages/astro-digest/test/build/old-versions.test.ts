import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { plainSite, Site } from '../site/site.ts';

const packages = fileURLToPath(new URL('../../../', import.meta.url));
/** Has a program believe that it runs on an old version of Node.js. */
const onOldNode = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})`;

test.each([
  ['remark-digest', 'check'],
  ['astro-digest', 'init'],
])('on an old Node.js the command %s says what to install, and does nothing', async (name, command) => {
  const args = ['--import', onOldNode, `${packages}${name}/dist/cli/main.js`, command];
  const ran = await new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) =>
      resolve({ status: error?.code, stdout, stderr }),
    );
  });
  expect(ran).toEqual({
    status: 1,
    stdout: '',
    stderr: `${name} needs Node.js 22.12.0 or newer, and this is 20.20.2: install a newer one, then run the command again.\n`,
  });
});

test('a site on an old Astro is not built, and one sentence says why', async () => {
  const site = await Site.create('old-astro', plainSite);
  // What the package is told of its Astro.
  await site.write(
    'old-astro.mjs',
    `import { registerHooks } from 'node:module';
    registerHooks({
      load: (url, context, next) =>
        url.endsWith('/astro-version.js')
          ? { format: 'module', shortCircuit: true, source: "export const astroVersion = '5.18.2', isAstro6 = false;" }
          : next(url, context),
    });`,
  );
  const { status, output } = await site.astro(['build'], { NODE_OPTIONS: `--import ./old-astro.mjs` });
  expect(status).toBe(1);
  expect(output).toContain(
    'astro-digest needs Astro 6.4.6 or newer, and the site has 5.18.2: update it with `npx @astrojs/upgrade`.',
  );
  expect(output).not.toMatch(/^\s+at /m);
});
