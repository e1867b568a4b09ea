import { dirname, relative } from 'node:path';
import type { AstroConfig } from 'astro';

type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** Query of a module that is no style sheet, whatever its file is. */
const otherUse = /[?&](?:raw|url|worker|sharedworker)\b/;

/** What brings Tailwind into a style sheet: directly, or by another sheet that it imports. */
const mayHaveTailwind = /@(?:import|tailwind)\b/;

const styleElement = /(<style\b[^>]*>)([^]*?)(?=<\/style>)/g;

/**
 * Vite plugins that add lines such as `@source not "../content/digests";` to the style sheets that may have Tailwind 4 in them, so that
 * it looks for class names elsewhere. They do so before anything else sees the sheet, and take the lines off again after Tailwind,
 * where the sheet turned out to have nothing of it.
 *
 * @param hasPostcss whether the site has Tailwind for PostCSS; its Vite plugin is seen by itself
 * @param keptOut the files and folders to leave out, as absolute paths
 */
export function tailwindSources(hasPostcss: boolean, keptOut: () => readonly string[]): VitePlugin[] {
  let way: 'vite' | 'postcss' | undefined;
  const linesOf = (id: string): string[] =>
    keptOut().map((path) => sourceNot(dirname(id.replace(/\?.*$/, '')), path));
  const addLines = (css: string, id: string): string =>
    mayHaveTailwind.test(css) ? `${css}\n${linesOf(id).join(' ')}` : css;
  const takeLines = (code: string, id: string) =>
    isSheet(id) && code.includes('@source not')
      ? changed(
          code,
          linesOf(id).reduce((css, line) => css.replaceAll(line, ''), code),
        )
      : undefined;
  return [
    {
      name: 'astro-digest:tailwind-sources',
      enforce: 'pre',
      configResolved({ plugins, css }) {
        if (plugins.some(({ name }) => name.startsWith('@tailwindcss/vite'))) way = 'vite';
        // Vite has one of the two for all sheets.
        else if (hasPostcss && css.transformer !== 'lightningcss') way = 'postcss';
      },
      transform: {
        order: 'pre',
        handler(code, id) {
          if (way === undefined || otherUse.test(id)) return undefined;
          if (isSheet(id)) return changed(code, addLines(code, id));
          // Of such a file, PostCSS gets the styles before Vite has them as a sheet.
          if (way !== 'postcss' || !/\.(?:astro|svelte)$/.test(id)) return undefined;
          return changed(
            code,
            code.replace(styleElement, (_, tag: string, css: string) => tag + addLines(css, id)),
          );
        },
      },
    },
    {
      name: 'astro-digest:tailwind-sources:vite',
      enforce: 'pre',
      transform: (code, id) => (way === 'vite' ? takeLines(code, id) : undefined),
    },
    {
      // Vite runs PostCSS before the plugins without an order of their own.
      name: 'astro-digest:tailwind-sources:postcss',
      transform: (code, id) => (way === 'postcss' ? takeLines(code, id) : undefined),
    },
  ];
}

/** The line that keeps Tailwind out of a file or a folder, in a sheet that lies in the folder `from`. */
export function sourceNot(from: string, path: string): string {
  return `@source not "${relative(from, path).replaceAll('\\', '/')}";`;
}

function isSheet(id: string): boolean {
  return /\.css(?:\?|$)|[?&]lang\.css\b/.test(id) && !otherUse.test(id);
}

/** Text is only added at the end of a line, so that all places stay. */
function changed(before: string, after: string): { code: string; map: null } | undefined {
  return after === before ? undefined : { code: after, map: null };
}
