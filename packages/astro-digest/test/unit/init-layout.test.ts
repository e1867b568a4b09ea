import { expect, test } from 'vitest';
import { inhabitedSites } from '../site/inhabited/sites.ts';
import { initSite } from './init-site.ts';

const { at, write, site, init } = initSite();
const firstLines = "import type { LayoutProps } from 'astro-digest';\n";

test.each(inhabitedSites)('$name', async ({ files, folder = '.', layout, says = '', link }) => {
  await write(files);
  const before = await site();
  const args = ['--root', at(folder), '--yes'];
  const first = await init(args);
  expect({ status: first.status, error: first.error }).toEqual({ status: 0, error: '' });
  expect(first.out).toContain(says);

  const after = await site();
  const path = Object.keys(after).find((each) => each.endsWith('/layouts/Digest.astro')) ?? '';
  expect(after[path]?.split(firstLines)[1]).toBe(layout);
  // Of the site itself nothing has changed but the configs and the file with the links.
  const changed = Object.keys(before).filter((each) => after[each] !== before[each]);
  expect(changed.filter((each) => !each.includes('config.'))).toEqual(link ? [link.path] : []);
  expect(link && after[link.path]?.split('\n').some((line) => line.includes(link.line))).toBe(link && true);

  expect(await init(args)).toMatchObject({ status: 0, out: expect.stringContaining('nothing to do') });
  expect(await site()).toEqual(after);
});
