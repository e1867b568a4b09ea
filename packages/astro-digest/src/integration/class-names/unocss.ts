import { existsSync, realpathSync } from 'node:fs';
import type { AstroConfig } from 'astro';

type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/** What UnoCSS's own plugin gives to others, as far as it is needed here. */
interface UnoContext {
  ready: Promise<unknown>;
  /** Reads its configuration again, forgets all class names, and looks for them in all texts that it has had. */
  reloadConfig(): Promise<unknown>;
  uno: {
    /** Adds what may be a class name in a text to a set, and gives the set. */
    applyExtractors(code: string, id?: string, found?: Set<string>): Promise<Set<string>>;
  };
}

/** UnoCSS kept from files and folders. */
interface UnocssSources {
  plugin: VitePlugin;
  /** Has UnoCSS look again, where other files are kept out than before. */
  lookAgain(): Promise<void>;
}

/**
 * Keeps UnoCSS from looking for class names in files and folders, whether it sees them as modules or finds them by
 * `content.filesystem`. Its generator takes the texts of both, and is what the plugin `unocss:api` is there to give.
 *
 * @param keptOut the files and folders to leave out, as absolute paths
 */
export function unocssSources(keptOut: () => readonly string[]): UnocssSources {
  const isKeptOut = (id: string): boolean => {
    const path = id.replace(/[?#].*$/, '').replaceAll('\\', '/');
    // Vite goes by where links lead.
    return keptOut()
      .flatMap((out) => (existsSync(out) ? [out, realpathSync(out)] : []))
      .some((out) => isWithin(path, out.replaceAll('\\', '/')));
  };
  const contexts = new Set<UnoContext>();
  const plugin: VitePlugin = {
    name: 'astro-digest:unocss-sources',
    async configResolved({ plugins }) {
      for (const { name, api } of plugins) {
        if (name !== 'unocss:api') continue;
        const context = (api as { getContext(): UnoContext }).getContext();
        // Astro makes several servers of one configuration.
        if (contexts.has(context)) continue;
        contexts.add(context);
        await context.ready;
        const { uno } = context;
        const apply = uno.applyExtractors.bind(uno);
        uno.applyExtractors = async (code, id, found) =>
          id !== undefined && isKeptOut(id) ? (found ?? new Set()) : apply(code, id, found);
      }
    },
  };
  return {
    plugin,
    async lookAgain() {
      for (const context of contexts) await context.reloadConfig();
    },
  };
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
