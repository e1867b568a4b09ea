import { readFile } from 'node:fs/promises';
import { openAssetWorker, type AssetConfig } from './asset-worker.ts';
import { hostFile, hostFilePath, type Host } from './host.ts';
import { findFile, serveAnswers, usualType } from './imitation.ts';
import { readWranglerConfig } from './wrangler-config.ts';

/**
 * The static assets of Cloudflare Workers: `wrangler.jsonc` is read by Wrangler's own library, and Cloudflare's own worker serves the
 * files; only the reading of `_headers` and `_redirects` is imitated.
 *
 * @see https://developers.cloudflare.com/workers/static-assets/
 */
export const cloudflare: Host = {
  name: 'Cloudflare Workers (its own worker of static assets)',
  revalidates: /^public, max-age=0, must-revalidate$/,
  setsHeaders: true,
  notFound: 'nearest',
  async serve(root) {
    const { assets } = await readWranglerConfig(hostFilePath('cloudflare/wrangler.jsonc'));
    const config: AssetConfig = {
      html_handling: String(assets?.html_handling),
      not_found_handling: String(assets?.not_found_handling),
      headers: { version: 2, rules: readHeaders(hostFile('cloudflare/_headers')) },
      redirects: { version: 1, staticRules: {}, rules: readRedirects(hostFile('cloudflare/_redirects')) },
    };
    const answer = await openAssetWorker(config, async (path) => {
      const file = await findFile(root, path);
      return file === undefined ? undefined : { body: await readFile(file), type: usualType(file) };
    });
    return serveAnswers(async (path) => {
      const response = await answer(new Request(`https://example.org${path}`));
      return {
        status: response.status,
        headers: response.headers,
        body: Buffer.from(await response.arrayBuffer()),
      };
    });
  },
};

/**
 * Reads a `_headers` file: a path, and below it, indented, its headers.
 *
 * @throws Error when it has more than 100 rules, a line of more than 2,000 characters, or a rule with two stars
 */
function readHeaders(text: string): AssetConfig['headers']['rules'] {
  const rules: AssetConfig['headers']['rules'] = {};
  let rule: Record<string, string> = {};
  for (const line of linesOf(text)) {
    if (line.length > 2000) throw new Error(`Too long for Cloudflare: ${line}`);
    if (/^\S/.test(line)) {
      if (!/^\/[^*]*\*?[^*]*$/.test(line) || line in rules)
        throw new Error(`No rule for Cloudflare: ${line}`);
      rules[line] = { set: (rule = {}) };
      continue;
    }
    const [, name = '', value = ''] = /^\s+([\w-]+): (.+)$/.exec(line) ?? [];
    if (name === '') throw new Error(`No header: ${line}`);
    rule[name.toLowerCase()] = value;
  }
  if (Object.keys(rules).length > 100) throw new Error('Cloudflare takes 100 rules.');
  return rules;
}

/** Reads a `_redirects` file: on each line from where, to where, and with which status. */
function readRedirects(text: string): AssetConfig['redirects']['rules'] {
  return Object.fromEntries(
    linesOf(text).map((line) => {
      const [from = '', to = '', status] = line.split(/\s+/);
      return [from, { to, status: Number(status) }];
    }),
  );
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}
