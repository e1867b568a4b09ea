import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { Html } from '../site/html.ts';
import { inhabitedSites } from '../site/inhabited/sites.ts';
import { Site } from '../site/site.ts';

test.each(inhabitedSites.map((site, index) => ({ ...site, index })))(
  'a site that has $name builds with the digest in it',
  async ({ index, files, folder = '.', isAround, hasTitle = true, hasHead, link }) => {
    const whole = await Site.create(`init-layout-${index}`, files);
    const site = Site.open(join(whole.root, folder));
    const print = () => undefined;
    expect(
      await run(['init', '--yes', '--root', site.root], { out: print, error: print, colours: false }),
    ).toBe(0);
    const build = await site.astro(['build']);
    expect(build.status, build.output).toBe(0);

    const page = new Html(await site.read('dist/papers/index.html'));
    for (const element of ['title', 'h1', 'main', 'body'])
      expect(page.texts(element), element).toHaveLength(1);
    expect(page.texts('main .digest-paper')).toHaveLength(3);
    expect(page.texts('body[data-owner=owls] .digest-page.digest')).toHaveLength(isAround ? 1 : 0);
    expect(page.texts('title').join('').includes('Daily Papers')).toBe(hasTitle);
    expect(page.attributes('head link[rel=alternate]', 'href').includes('/papers/rss.xml')).toBe(hasHead);

    const home = new Html(await site.read('dist/index.html'));
    expect(home.texts('nav a[href^="/papers"]')).toEqual(link ? ['Daily Papers'] : []);
  },
);
