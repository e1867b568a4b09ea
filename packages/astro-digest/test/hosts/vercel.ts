import { getTransformedRoutes } from '@vercel/routing-utils';
import { hostFile, type Host } from './host.ts';
import { findFile, serveAnswers, usualType, type Answer } from './imitation.ts';

/**
 * Vercel, imitated: the rules are those that its own library makes of `vercel.json`. All that fit an address are applied, before the
 * file is looked for; a folder is its `index.html`, with or without a slash, and what is missing is the `404.html` of the root.
 *
 * @see https://vercel.com/docs/project-configuration/vercel-json
 */
export const vercel: Host = {
  name: 'Vercel (imitated, with its own rules of routing)',
  revalidates: /^public, max-age=0, must-revalidate$/,
  setsHeaders: true,
  notFound: 'root',
  async serve(root) {
    const { headers: rules, cleanUrls } = JSON.parse(hostFile('vercel/vercel.json'));
    const { routes, error } = getTransformedRoutes({ headers: rules, cleanUrls });
    if (error || !routes) throw new Error(error?.message);
    return serveAnswers(async (path): Promise<Answer> => {
      const headers = new Headers({ 'cache-control': 'public, max-age=0, must-revalidate' });
      const found =
        (await findFile(root, path)) ?? (await findFile(root, `${path.replace(/\/$/, '')}/index.html`));
      const file = found ?? (await findFile(root, '/404.html'));
      headers.set('content-type', usualType(file ?? ''));
      for (const route of routes) {
        if ('handle' in route || !new RegExp(route.src).test(path)) continue;
        if (route.status !== undefined) throw new Error(`vercel.json answers ${path} with ${route.status}.`);
        for (const [name, value] of Object.entries(route.headers ?? {})) headers.set(name, value);
      }
      return { status: found ? 200 : 404, headers, ...(file ? { file } : {}) };
    });
  },
};
