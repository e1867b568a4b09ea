import { join } from 'node:path';
import type { Host } from './host.ts';
import { findFile, redirect, serveAnswers, usualType, type Answer } from './imitation.ts';

/**
 * GitHub Pages, imitated: what the workflow uploads is served under the name of the repository. A folder is its `index.html` and
 * gets a slash, an ending `.html` may be left out, what is missing is the `404.html` of the root, and no header can be set.
 *
 * @see https://docs.github.com/pages
 */
export const githubPages: Host = {
  name: 'GitHub Pages (imitated)',
  revalidates: /^max-age=600$/,
  setsHeaders: false,
  notFound: 'root',
  async serve(root, base) {
    const folder = join(root, base);
    return serveAnswers(async (path): Promise<Answer> => {
      const prefix = base === '' ? '' : `/${base}`;
      const inside = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;
      if (inside !== undefined && !inside.endsWith('/') && (await findFile(folder, `${inside}/index.html`)))
        return redirect(301, `${path}/`);
      const found =
        inside === undefined
          ? undefined
          : ((await findFile(folder, inside.replace(/\/$/, '/index.html'))) ??
            (await findFile(folder, `${inside}.html`)));
      const file = found ?? join(folder, '404.html');
      const headers = new Headers({ 'cache-control': 'max-age=600', 'content-type': usualType(file) });
      return { status: found ? 200 : 404, headers, file };
    });
  },
};
