import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeCssAddresses } from './css-addresses.ts';
import { mimeTypeOf } from './mime-types.ts';
import { withoutBehind, type FindFile } from './site-assets.ts';

/** Reads files of a site as addresses that hold them: `data:` with the bytes. */
export function inlineAssets(
  folder: string,
  find: FindFile,
): { style(css: string, from: string): string; data(path: string): string } {
  const known = new Map<string, string>();
  const data = (path: string): string => {
    const inline =
      known.get(path) ??
      `data:${mimeTypeOf(path)};base64,${readFileSync(join(folder, path)).toString('base64')}`;
    known.set(path, inline);
    return inline;
  };
  const style = (css: string, from: string): string =>
    changeCssAddresses(css, (to) => {
      const { file, behind } = withoutBehind(to);
      const found = find(file, from);
      if (found === undefined) return 'data:,';
      if (!found.endsWith('.css')) return data(found) + behind.replace(/^\?[^#]*/, '');
      // One that another one imports.
      const within = style(readFileSync(join(folder, found), 'utf8'), found);
      return `data:text/css;base64,${Buffer.from(within).toString('base64')}`;
    });
  return { style, data };
}
