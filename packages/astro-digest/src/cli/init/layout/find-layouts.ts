import { posix } from 'node:path';
import { frameAround } from './layout-frame.ts';
import type { SiteComponents } from '../site/site-components.ts';

/** A layout of the site's pages. */
export interface FoundLayout {
  path: string;
  /** How a page names it. */
  specifier: string;
  /** How many pages are in it. */
  pages: number;
}

/** The line of front matter that names the layout of a Markdown page, and what stands in quotation marks there, or without them. */
const markdownLayout = /^layout:[ \t](.*)$/m;
const quoted = /^(["'])(.*?)\1/;
const comment = /(?:^|[ \t])#.*/;

/** The paths of a site's pages that can be in a layout. */
export function findPages({ files }: SiteComponents, srcDir: string): string[] {
  return files.list(posix.join(srcDir, 'pages')).filter((path) => /\.(?:astro|mdx?)$/.test(path));
}

/**
 * Finds the layouts that the pages of a site are in, the one of most pages first; those that are around them follow.
 *
 * @param pages paths of the pages
 */
export function findLayouts(components: SiteComponents, pages: readonly string[]): FoundLayout[] {
  const found = new Map<string, FoundLayout>();
  for (const page of pages) {
    const layout = layoutOf(components, page);
    if (!layout) continue;
    const known = found.get(layout.path) ?? { ...layout, pages: 0 };
    known.pages += 1;
    found.set(layout.path, known);
  }
  const direct = [...found.values()].sort((a, b) => b.pages - a.pages);
  for (const { path } of direct) {
    for (let file = components.get(path); file;) {
      const around = frameAround(components, file);
      if (!around || found.has(around.file.path)) break;
      const specifier = components.specifierOf(around.element, file) as string;
      found.set(around.file.path, { path: around.file.path, specifier, pages: 0 });
      file = around.file;
    }
  }
  return [...direct, ...[...found.values()].filter(({ pages }) => pages === 0)];
}

function layoutOf(components: SiteComponents, page: string): Omit<FoundLayout, 'pages'> | undefined {
  if (!page.endsWith('.astro')) {
    const text = components.files.read(page) ?? '';
    const specifier = markdownLayoutOf(text.slice(0, Math.max(0, text.indexOf('\n---'))));
    const path = specifier === '' ? undefined : components.resolve(specifier, page);
    return path === undefined ? undefined : { path, specifier };
  }
  const file = components.get(page);
  const around = file && frameAround(components, file);
  if (!around) return undefined;
  const specifier = components.specifierOf(around.element, file) as string;
  return { path: around.file.path, specifier };
}

/** What the front matter of a Markdown page names as its layout; empty when it names none. */
function markdownLayoutOf(frontMatter: string): string {
  const value = markdownLayout.exec(frontMatter)?.[1]?.trim() ?? '';
  return quoted.exec(value)?.[2] ?? value.replace(comment, '').trim();
}
