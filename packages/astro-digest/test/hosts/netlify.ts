import { parseAllHeaders, type Header } from '@netlify/headers-parser';
import { hostFilePath, type Host } from './host.ts';
import { findFile, redirect, serveAnswers, usualType, type Answer } from './imitation.ts';

/**
 * Netlify, imitated: `netlify.toml` is read by its own parser, which tells what addresses each rule is for; all that fit are applied,
 * the later ones over the earlier. A folder is its `index.html` and gets a slash, an ending `.html` may be left out, and what is missing is
 * the `404.html` of the root.
 *
 * @see https://docs.netlify.com/manage/routing/headers/
 */
export const netlify: Host = {
  name: 'Netlify (imitated, with its own parser)',
  revalidates: /^public,\s?max-age=0,\s?must-revalidate$/,
  setsHeaders: true,
  notFound: 'root',
  async serve(root) {
    const { headers: rules, errors } = await parseAllHeaders({
      headersFiles: [],
      netlifyConfigPath: hostFilePath('netlify/netlify.toml'),
      configHeaders: [],
      minimal: false,
    });
    if (errors.length > 0) throw new AggregateError(errors, 'netlify.toml is not valid.');
    return serveAnswers(async (path): Promise<Answer> => {
      if (!path.endsWith('/') && (await findFile(root, `${path}/index.html`)))
        return redirect(301, `${path}/`);
      const found =
        (await findFile(root, path.replace(/\/$/, '/index.html'))) ?? (await findFile(root, `${path}.html`));
      const file = found ?? (await findFile(root, '/404.html'));
      const headers = new Headers({
        'cache-control': 'public,max-age=0,must-revalidate',
        'content-type': usualType(file ?? ''),
      });
      for (const { forRegExp, values } of rules as Header[]) {
        if (!forRegExp.test(path)) continue;
        for (const [name, value] of Object.entries(values)) headers.set(name, value);
      }
      return { status: found ? 200 : 404, headers, ...(file ? { file } : {}) };
    });
  },
};
