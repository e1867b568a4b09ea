import { hostFile, hostFilePath, type Host } from './host.ts';
import { findFile, redirect, serveAnswers, usualType, type Answer } from './imitation.ts';
import { readWranglerConfig } from './wrangler-config.ts';

interface Rule {
  fits: RegExp;
  headers: [name: string, value: string][];
}

/**
 * The static assets of Cloudflare Workers, imitated by the documented rules: a star stands for any characters, a word after a colon for
 * any but a slash; all rules that fit are applied, over the usual headers, and values of one name from several rules are joined.
 *
 * @see https://developers.cloudflare.com/workers/static-assets/
 */
export const cloudflare: Host = {
  name: 'Cloudflare Workers (imitated)',
  revalidates: /^public, max-age=0, must-revalidate$/,
  setsHeaders: true,
  notFound: 'nearest',
  async serve(root) {
    const { assets } = await readWranglerConfig(hostFilePath('cloudflare/wrangler.jsonc'));
    if (assets?.html_handling !== 'auto-trailing-slash' || assets.not_found_handling !== '404-page')
      throw new Error('wrangler.jsonc asks for what is not imitated.');
    const rules = readHeaders(hostFile('cloudflare/_headers'));
    const rewrites = readRewrites(hostFile('cloudflare/_redirects'));
    return serveAnswers(async (path): Promise<Answer> => {
      const rewrite = rewrites.find(({ from }) => from.test(path));
      const found = await findAsset(root, rewrite ? path.replace(rewrite.from, rewrite.to) : path);
      if (typeof found === 'object') return redirect(307, found.location);
      const file = found ?? (await nearestNotFound(root, path));
      const headers = new Headers({
        'cache-control': 'public, max-age=0, must-revalidate',
        'content-type': usualType(file ?? ''),
      });
      const set = new Set<string>();
      for (const { headers: given } of rules.filter(({ fits }) => fits.test(path))) {
        for (const [name, value] of given) {
          if (set.has(name)) headers.append(name, value);
          else headers.set(name, value);
          set.add(name);
        }
      }
      return { status: found ? 200 : 404, headers, ...(file ? { file } : {}) };
    });
  },
};

/** `auto-trailing-slash`: folders have a slash, and files of pages lose their ending. */
async function findAsset(root: string, path: string): Promise<string | { location: string } | undefined> {
  if (path.endsWith('/')) {
    const page = await findFile(root, `${path}index.html`);
    if (page !== undefined) return page;
    return (await findFile(root, `${path.slice(0, -1)}.html`)) && { location: path.slice(0, -1) };
  }
  if (path.endsWith('/index.html'))
    return (await findFile(root, path)) && { location: path.slice(0, -'index.html'.length) };
  if (path.endsWith('.html'))
    return (await findFile(root, path)) && { location: path.slice(0, -'.html'.length) };
  const file = (await findFile(root, path)) ?? (await findFile(root, `${path}.html`));
  if (file !== undefined) return file;
  return (await findFile(root, `${path}/index.html`)) && { location: `${path}/` };
}

/** `404-page`: the nearest `404.html`, upwards. */
async function nearestNotFound(root: string, path: string): Promise<string | undefined> {
  for (let folder = path; folder !== '';) {
    folder = folder.slice(0, folder.lastIndexOf('/'));
    const page = await findFile(root, `${folder}/404.html`);
    if (page !== undefined) return page;
  }
  return undefined;
}

/**
 * Reads a `_headers` file.
 *
 * @throws Error when it has more than 100 rules, a line of more than 2,000 characters, or a rule with two stars
 */
function readHeaders(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of linesOf(text)) {
    if (line.length > 2000) throw new Error(`Too long for Cloudflare: ${line}`);
    if (/^\S/.test(line)) {
      rules.push({ fits: patternOf(line.trim()), headers: [] });
      continue;
    }
    const [, name = '', value = ''] = /^\s+([\w-]+): (.+)$/.exec(line) ?? [];
    if (name === '') throw new Error(`No header: ${line}`);
    rules.at(-1)?.headers.push([name.toLowerCase(), value]);
  }
  if (rules.length > 100) throw new Error('Cloudflare takes 100 rules.');
  return rules;
}

function readRewrites(text: string): { from: RegExp; to: string }[] {
  return linesOf(text).map((line) => {
    const [from = '', to = '', status] = line.split(/\s+/);
    if (status !== '200') throw new Error(`It redirects: ${line}`);
    return { from: patternOf(from), to: to.replaceAll(/:(\w+)/g, '$<$1>') };
  });
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

function patternOf(rule: string): RegExp {
  if (!rule.startsWith('/') || rule.split('*').length > 2) throw new Error(`No rule of Cloudflare: ${rule}`);
  const escaped = rule.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  const source = escaped.replace('*', '(?<splat>.*)').replaceAll(/:([a-z]\w*)/gi, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`);
}
