import type { AstroConfig } from 'astro';
import { digestQuery } from './digest-modules.ts';

type VitePlugin = NonNullable<AstroConfig['vite']['plugins']>[number];

/**
 * Vite plugin that gives the scripts of a named digest's components to Astro 6 as those of their files. Astro 6 builds the scripts of
 * a component by its whole id, with the query of the digest, but a page asks for them by the file; Astro 7 goes by the file.
 *
 * @param name name of the digest
 */
export function scriptsByFile(name: string): VitePlugin {
  const script = '?astro&type=script';
  const byFile = (id: string): string => id.replace(`${digestQuery(name)}${script}`, script);
  return {
    name: `astro-digest:scripts:${name}`,
    enforce: 'pre',
    buildStart() {
      // From what a build is asked for, Astro learns which file a script is in.
      const { rollupOptions } = this.environment.config.build as { rollupOptions?: { input?: unknown } };
      const input = rollupOptions?.input;
      if (Array.isArray(input))
        input.push(...(input as string[]).map(byFile).filter((id) => !input.includes(id)));
    },
    resolveId(source) {
      const id = byFile(source);
      return id === source ? undefined : id;
    },
  };
}
