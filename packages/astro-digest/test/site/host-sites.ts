import type { Page } from 'playwright-core';
import { addDigest, copyFixture, removeMark } from './beside-site.ts';
import { copyExample } from './example.ts';
import type { Site } from './site.ts';

/** A site that somebody has, with a digest in its layout. */
export interface HostSite {
  /** Makes the site with the digest, in a folder of that name. */
  make(folder: string): Promise<Site>;
  /** Makes the site as it was before, with a page of its own where the digest's archive would be. */
  makeWithout(folder: string): Promise<Site>;
  /** What the digest is told besides the layout. */
  options: { title: string; heading?: boolean; masthead?: boolean };
  /** Pages of its own. */
  ownPages: readonly string[];
  /** A paper's page. */
  paper: string;
  /** A word of the digest. */
  word: string;
  /** What the digest stands in. */
  column: string;
  /** Chooses dark as a reader does. */
  switchToDark(page: Page): Promise<unknown>;
  /** Whether the site is dark then. */
  hasDark: boolean;
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

/** Has no code, unlike the fixture's own page: Shiki gives up on the colours of code where a machine is slow. */
const starlightPage = `---
title: Rivers
---

Rivers [run](/), and *slowly*.

## Depths

- Shallow
- Deep

| place | depth |
| ----- | ----- |
| mouth | 3 m   |
`;

/** A page in the layout of the digest's pages, so long that a window has a bar to scroll it, as the digest's have. */
const tallPage = `---
import Layout from '../../layouts/Digest.astro';
---
<Layout title="Archive" shortTitle="Archive"><div data-place style="height: 4000px">Rivers and stones.</div></Layout>
`;

async function addTallPage(site: Site): Promise<Site> {
  await site.write('src/pages/papers/archive.astro', tallPage);
  return site;
}

/** A fixture with the digest in its file `src/layouts/Digest.astro`, which is there or among the files that are added to it. */
function fixtureHost(
  name: string,
  options: Omit<HostSite['options'], 'title'>,
  files: Readonly<Record<string, string>> = {},
): Pick<HostSite, 'options' | 'make' | 'makeWithout' | 'paper' | 'word'> {
  const copy = async (folder: string): Promise<Site> => {
    const site = await copyFixture(name, folder);
    for (const [path, text] of Object.entries(files)) await site.write(path, text);
    return site;
  };
  return {
    options: { title: 'Daily Papers', ...options },
    async make(folder) {
      const site = await copy(folder);
      await addDigest(site, { options: { layout: './src/layouts/Digest.astro', ...options } });
      return site;
    },
    async makeWithout(folder) {
      const site = await addTallPage(await copy(folder));
      await removeMark(site);
      return site;
    },
    paper: '/papers/2025-03-12/depths-of-small-rivers/',
    word: 'rivers',
  };
}

/** Takes the digest out of the example, as if it had never been there; its place in the navigation is a link of the site's own. */
async function takeDigestOut(site: Site): Promise<void> {
  const edit = async (
    path: string,
    edits: readonly (readonly [old: RegExp, text: string])[],
  ): Promise<void> => {
    let text = await site.read(path);
    for (const [old, replacement] of edits) {
      if (!old.test(text)) throw new Error(`${path} has no ${old}`);
      text = text.replace(old, () => replacement);
    }
    await site.write(path, text);
  };
  await site.remove('src/content/digests');
  await edit('astro.config.mjs', [
    [/import digest .*\n/, ''],
    [/ {4}digest\(\{[^]*?\}\),\n/, ''],
  ]);
  await edit('src/content.config.ts', [
    [/import \{ digestCollections.*\n/, ''],
    [/, \.\.\.digestCollections\(\)/, ''],
  ]);
  await edit('src/components/Header.astro', [
    [/import DigestNav .*\n/, ''],
    [/<DigestNav class=\{look\} \/>/, '<a href="/papers/" class={look}>Papers</a>'],
  ]);
  await edit('src/pages/index.astro', [
    [/import LatestIssue .*\n/, ''],
    [/<LatestIssue .*\/>/, '<p>Rivers and stones.</p>'],
  ]);
}

/** Sites with a digest in their layouts, by name. */
export const hostSites: Record<string, HostSite> = {
  /** A blog with Tailwind 4. */
  blog: {
    make: (folder) => copyExample('existing-blog', folder),
    async makeWithout(folder) {
      const site = await addTallPage(await copyExample('existing-blog', folder));
      await takeDigestOut(site);
      return site;
    },
    options: { title: 'Papers', masthead: false },
    ownPages: ['/blog/', '/blog/owls-by-ear/', '/blog/reading-together/'],
    paper: '/papers/2025-03-12/deep-double-descent-where-bigger-models-and-more-data-hurt/',
    word: 'network',
    column: 'main',
    switchToDark: (page) => page.getByRole('button', { name: 'Light or dark' }).click(),
    hasDark: true,
  },
  /** Documentation with Starlight. */
  starlight: {
    ...fixtureHost(
      'starlight',
      { heading: false, masthead: false },
      { 'src/layouts/Digest.astro': starlightLayout, 'src/content/docs/rivers.md': starlightPage },
    ),
    ownPages: ['/', '/rivers/'],
    column: '.main-pane .content-panel:last-of-type .sl-container',
    switchToDark: (page) => page.locator('starlight-theme-select select').first().selectOption('dark'),
    hasDark: true,
  },
  /** A blog as Astro's starter has it: elements are styled without a class or a layer. */
  starterBlog: {
    ...fixtureHost('starter-blog', {}),
    ownPages: ['/', '/about/', '/blog/', '/blog/terns-in-june/'],
    column: 'main',
    switchToDark: (page) => page.emulateMedia({ colorScheme: 'dark' }),
    hasDark: false,
  },
  /** A portfolio as Astro's starter has it: letters of display size, and no room around what is in its layout. */
  starterPortfolio: {
    ...fixtureHost('starter-portfolio', {}),
    ownPages: ['/', '/about/', '/work/'],
    column: 'main',
    switchToDark: (page) => page.getByRole('button', { name: 'Dark' }).click(),
    hasDark: true,
  },
};
