import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import { printableLogger } from '../../content/printable-logger.ts';
import { syncFiles, type SyncFiles } from '../../content/sync-files.ts';
import { digestFolder, keptOut, type DigestPlace } from './kept-out.ts';
import { siteVersion } from './site-version.ts';
import { tailwindSources } from './tailwind.ts';
import { unocssSources } from './unocss.ts';

/** The folders of this package whose modules make the pages of a digest. */
const ownFolders = ['components', 'routes', 'dist'].map((folder) =>
  fileURLToPath(new URL(`../../../${folder}`, import.meta.url)),
);

/**
 * Keeps the tools that look for class names in all texts of a site from looking into the digests and what is made of them, so that a
 * word such as “hidden” adds no rule to the site's own style sheets. Where only the site can do it, it is told how.
 *
 * It has to stand at the end of the list of integrations, so that its plugins come after those of the others.
 */
export function withoutClassNames(place: DigestPlace): AstroIntegration {
  let site: AstroConfig;
  let files: SyncFiles;
  /** The folder of the digests, as far as it was known before the loaders ran. */
  let assumed: string;
  const folder = (): string => digestFolder(files, place.name);
  const unocss = unocssSources(() => [...ownFolders, ...keptOut(site, place, folder())]);
  const whenLoaded = async (unsafe: AstroIntegrationLogger): Promise<void> => {
    // UnoCSS looks at its files when Vite starts, before the content configuration is read.
    if (folder() !== assumed) await unocss.lookAgain();
    const logger = printableLogger(unsafe);
    const root = fileURLToPath(site.root);
    if (!['tailwindcss', '@tailwindcss/cli'].some((name) => siteVersion(root, name) !== undefined)) return;
    // It has a parser, of which a site without Tailwind has no need.
    const { tellMissingLines } = await import('./find-missing-lines.ts');
    const srcDir = relative(root, fileURLToPath(site.srcDir));
    for (const sentence of tellMissingLines(root, srcDir, folder())) logger.warn(sentence);
  };
  return {
    name: 'astro-digest:class-names',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        site = config;
        files = syncFiles(config.cacheDir, command === 'dev' ? 'dev' : 'build', place.name);
        const root = fileURLToPath(config.root);
        assumed = folder();
        const hasPostcss = siteVersion(root, '@tailwindcss/postcss') !== undefined;
        // Older versions stop at the lines.
        const knowsLines = !/^(?:[0-3]|4\.0)\./.test(siteVersion(root, 'tailwindcss') ?? '');
        const tailwind = knowsLines
          ? tailwindSources(hasPostcss, () => keptOut(config, place, folder()))
          : [];
        updateConfig({ vite: { plugins: [...tailwind, unocss.plugin] } });
      },
      'astro:server:start': ({ logger }) => whenLoaded(logger),
      'astro:build:start': ({ logger }) => whenLoaded(logger),
    },
  };
}
