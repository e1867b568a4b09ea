/** Versions of packages, by name. */
export type Versions = Readonly<Record<string, string>>;

/** Versions of Astro that the packages work with, each with the packages that go with it; the workspace has the newest. */
export const astroVersions: Readonly<Record<string, Versions>> = {
  6: {
    astro: '6.4.8',
    '@astrojs/markdown-remark': '7.2.0',
    '@astrojs/markdown-satteri': '0.3.0',
    '@astrojs/mdx': '6.0.3',
    '@astrojs/node': '10.1.4',
    '@astrojs/react': '5.0.7',
    '@astrojs/starlight': '0.40.0',
    '@astrojs/svelte': '8.1.2',
    '@astrojs/vue': '6.0.1',
  },
  7: {},
};

/** Versions of Node.js that the packages work with; the workspace has the newest. */
export const nodeVersions: Readonly<Record<string, Versions>> = {
  22: { node: '22.23.3' },
  24: {},
};

/** What of a package's manifest matters here. */
interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/**
 * Puts other versions of packages into a manifest, wherever it has the packages.
 *
 * @param text the text of a `package.json`
 * @returns the new text
 */
export function withVersions(text: string, versions: Versions): string {
  const manifest = JSON.parse(text) as Manifest;
  for (const packages of [manifest.dependencies, manifest.devDependencies])
    for (const [name, version] of Object.entries(versions))
      if (packages && name in packages) packages[name] = version;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
