import { sep } from 'node:path';
import type { AstroConfig } from 'astro';

type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** What UnoCSS's own plugin gives to others, as far as it is needed here. */
interface UnoContext {
  ready: Promise<unknown>;
  uno: {
    /** Adds what may be a class name in a text to a set, and gives the set. */
    applyExtractors(code: string, id?: string, found?: Set<string>): Promise<Set<string>>;
  };
}

/**
 * Vite plugin that keeps UnoCSS from looking for class names in files and folders, whether it sees them as modules or finds them by
 * `content.filesystem`. Its generator takes the texts of both, and is what the plugin `unocss:api` is there to give.
 *
 * @param keptOut the files and folders to leave out, as absolute paths
 */
export function unocssSources(keptOut: () => readonly string[]): VitePlugin {
  const isKeptOut = (id: string): boolean => {
    const path = id.replace(/[?#].*$/, '').replaceAll('\\', '/');
    return keptOut().some((out) => isWithin(path, out.split(sep).join('/')));
  };
  return {
    name: 'astro-digest:unocss-sources',
    async configResolved({ plugins }) {
      for (const { name, api } of plugins) {
        if (name !== 'unocss:api') continue;
        const context = (api as { getContext(): UnoContext }).getContext();
        await context.ready;
        const { uno } = context;
        const apply = uno.applyExtractors.bind(uno);
        uno.applyExtractors = async (code, id, found) =>
          id !== undefined && isKeptOut(id) ? (found ?? new Set()) : apply(code, id, found);
      }
    },
  };
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
