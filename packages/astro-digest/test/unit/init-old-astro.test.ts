import { expect, test } from 'vitest';
import { config, contentConfig, initSite } from './init-site.ts';

const { at, write, site, init } = initSite();

const manifest = (range: string, key = 'dependencies') => JSON.stringify({ [key]: { astro: range } });
const installed = (version: string) => JSON.stringify({ name: 'astro', version });

test.each<[string, Record<string, string>, string]>([
  ['asks for it', { 'package.json': manifest('^5.18.2') }, '5.'],
  ['asks for it in another way', { 'package.json': manifest('5.x', 'devDependencies') }, '5.'],
  ['asks for an early 6', { 'package.json': manifest('~6.1.0') }, '6.1.'],
  [
    'has it installed, whatever it asks for',
    { 'package.json': manifest('latest'), 'node_modules/astro/package.json': installed('5.18.2') },
    '5.18.2',
  ],
])('a site on an Astro that is too old stays as it is when it %s', async (_, files, version) => {
  await write({ 'astro.config.mjs': config, 'src/content.config.ts': contentConfig, ...files });
  const before = await site();
  const { status, error, out } = await init(['--yes']);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(error).toContain(`astro-digest needs Astro 6.4.6 or newer, and the site has ${version}`);
  expect(error).toMatch(/: update it with `npx @astrojs\/upgrade`\.\n$/);
  expect(await site()).toEqual(before);
});

test.each(['^6.0.0', '6', '^7.3.2', '>=5', 'latest', 'workspace:*', 'catalog:'])(
  'a site that asks for Astro %s may have one that is new enough',
  async (range) => {
    await write({ 'astro.config.mjs': config, 'package.json': manifest(range) });
    expect(await init(['--yes'])).toMatchObject({ status: 0, error: '' });
  },
);

test('in a workspace, the Astro above the site counts', async () => {
  await write({
    'node_modules/astro/package.json': installed('5.0.0'),
    'apps/web/astro.config.mjs': config,
    'apps/web/package.json': manifest('^7.0.0'),
  });
  const { status, error } = await init(['--yes', '--root', at('apps/web')]);
  expect(status).toBe(1);
  expect(error).toContain('the site has 5.0.0');
});

test('at the root of a workspace the folder of the site is named', async () => {
  await write({ 'package.json': manifest('^7.3.2'), 'apps/web/astro.config.ts': config });
  const before = await site();
  const { status, error } = await init(['--yes']);
  expect({ status, error }).toEqual({
    status: 1,
    error: `There is no astro.config in ${at()}, but one in apps/web: run this there, or with --root apps/web.\n`,
  });
  expect(await site()).toEqual(before);
});
