import type { Page } from 'playwright-core';
import { addDigest, copyFixture } from './beside-site.ts';
import { copyExample } from './example.ts';
import type { Site } from './site.ts';

/** A site that somebody has, with a digest in its layout. */
export interface HostSite {
  title: string;
  make(): Promise<Site>;
  /** A page of its own. */
  ownPage: string;
  /** A paper's page. */
  paper: string;
  /** What is around the digest, on its pages and on the site's own. */
  around: string;
  /** What the digest stands in. */
  column: string;
  /** Chooses dark as a reader does. */
  switchToDark(page: Page): Promise<unknown>;
}

const starlightLayout = `---
import StarlightPage from '@astrojs/starlight/components/StarlightPage.astro';
import type { LayoutProps } from 'astro-digest';

type Props = LayoutProps;

const { shortTitle, description } = Astro.props;
---

<StarlightPage frontmatter={{ title: shortTitle, description, tableOfContents: false, editUrl: false }}>
  <slot />
</StarlightPage>
`;

/** Sites with a digest in their layouts, by name. */
export const hostSites: Record<string, HostSite> = {
  blog: {
    title: 'a blog with Tailwind 4',
    make: () => copyExample('existing-blog', 'existing-blog'),
    ownPage: '/blog/',
    paper: '/papers/2025-03-12/deep-double-descent-where-bigger-models-and-more-data-hurt/',
    around: 'body, body > header, body > header :not(a:first-child), body > footer',
    column: 'main',
    switchToDark: (page) => page.getByRole('button', { name: 'Light or dark' }).click(),
  },
  starlight: {
    title: 'Starlight',
    async make() {
      const site = await copyFixture('starlight', 'starlight-page');
      await addDigest(site, {
        options: { layout: './src/layouts/Digest.astro', heading: false, masthead: false },
      });
      await site.write('src/layouts/Digest.astro', starlightLayout);
      return site;
    },
    ownPage: '/guide/',
    paper: '/papers/2025-03-12/depths-of-small-rivers/',
    around: 'body header.header, header.header :not(svg *, option), h1',
    column: '.main-pane .content-panel:last-of-type .sl-container',
    switchToDark: (page) => page.locator('starlight-theme-select select').first().selectOption('dark'),
  },
};
