import { copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findServer } from '../../../../scripts/server-programs.ts';
import { serveFolder } from '../../../../scripts/static-server.ts';
import { themeEarlyHash } from '../../src/reader/theme-early.ts';
import { caddy } from '../hosts/caddy.ts';
import { cloudflare } from '../hosts/cloudflare.ts';
import { githubPages } from '../hosts/github-pages.ts';
import type { Host } from '../hosts/host.ts';
import { netlify } from '../hosts/netlify.ts';
import { nginx } from '../hosts/nginx.ts';
import { s3CloudFront } from '../hosts/s3-cloudfront.ts';
import { vercel } from '../hosts/vercel.ts';
import { visitPath, walk, type ServedSite } from '../hosts/walk.ts';
import { policyOfHosts } from '../hosts/policy.ts';
import { copyExample } from '../site/example.ts';
import { docsBlock } from '../site/docs-block.ts';
import { Html } from '../site/html.ts';
import { workflowCommands } from '../site/workflow.ts';
import { digestText, plainSite, Site } from '../site/site.ts';
import { newReader, openBrowser } from './reader.ts';

const base = 'site';
const programs = { nginx: await findServer('nginx'), caddy: await findServer('caddy') };
const hosts: (Host & { isMissing?: boolean })[] = [
  { ...nginx(programs.nginx), isMissing: programs.nginx === undefined },
  { ...caddy(programs.caddy), isMissing: programs.caddy === undefined },
  cloudflare,
  netlify,
  vercel,
  s3CloudFront,
  githubPages,
];

let browser: Browser;
/** The example under a base, with the policy in headers in `dist`, in pages in `pages`. */
let site: Site;
/** A digest under `/papers`, in a site without a base that has its page for what is missing. */
let section: Site;
let notFoundOfSite: string;

beforeAll(async () => {
  browser = await openBrowser();
  site = await copyExample('minimal', 'hosts');
  const { status, output } = await site.astro(['build', '--base', `/${base}`, '--outDir', `dist/${base}`]);
  if (status !== 0) throw new Error(output);

  section = await Site.create('hosts-section', {
    ...plainSite,
    'src/content/digests/2025-03-12.txt': digestText('Mar 12', [['One Paper', 'Its abstract.']]),
    'src/pages/404.astro': docsBlock('deploy.md', '---'),
  });
  const built = await section.astro(['build']);
  if (built.status !== 0) throw new Error(built.output);
  notFoundOfSite = await section.read('dist/404.html');
  await section.write(
    'dist/404.html',
    '<!doctype html><title>Not here</title><p>It is the page of the site.',
  );

  // Where no header can be set, the policy is in the pages, and the workflow's own command builds them.
  const config = await site.read('astro.config.mjs');
  const security = docsBlock('deploy.md', 'security:');
  await site.write('astro.config.mjs', config.replace('integrations: [', `${security}\n  integrations: [`));
  for (const { command } of workflowCommands('hosts/github-pages/publish.yml')) {
    const [, , ...args] = command
      .replace('${{ steps.pages.outputs.origin }}', 'https://example.org')
      .replace('${{ steps.pages.outputs.base_path }}', `/${base}`)
      .replaceAll('"', '')
      .split(' ');
    const build = await site.astro([...args, '--outDir', `pages/${base}`]);
    if (build.status !== 0) throw new Error(build.output);
  }
});
afterAll(() => browser.close());

for (const host of hosts)
  describe.skipIf(host.isMissing)(`${host.name}`, () => {
    let served: ServedSite;
    let stop: () => Promise<void>;

    beforeAll(async () => {
      const root = join(site.root, host.setsHeaders ? 'dist' : 'pages');
      if (host.notFound === 'root') await copyFile(join(root, base, '404.html'), join(root, '404.html'));
      const running = await host.serve(root, base);
      served = { host, root, base, address: running.address, policy: policyOfHosts() };
      stop = running.stop;
    });
    afterAll(async () => {
      await stop();
      await rm(join(served.root, '404.html'), { force: true });
    });

    test('every page and file is at its address with its type and headers, and no link is redirected', async () => {
      const { visited, problems } = await walk(served);
      expect(problems).toEqual([]);
      expect(visited).toBeGreaterThan(300);
    });

    test.each(['no-such-page/', '2025-03-10/no-such-paper/', 'no-such-file.txt', '_astro/none.js'])(
      '%s is the 404 page with its status',
      async (path) => {
        const { status, body, headers } = await visitPath(served, `/${base}/${path}`);
        expect(status).toBe(404);
        expect(body.toString()).toBe(await readFile(join(served.root, base, '404.html'), 'utf8'));
        expect(headers.get('content-type')).toMatch(/^text\/html/);
      },
    );

    test('search finds a paper, and nothing on the way is refused by the policy', async () => {
      const reader = await newReader(browser);
      const { page } = reader;
      await page.goto(`${served.address}/${base}/`);
      // Over the page, and on the page of the search.
      await page.getByRole('link', { name: 'Search', exact: true }).click();
      await page.keyboard.type('lottery ticket');
      await page
        .getByRole('option', { name: /Lottery Ticket/ })
        .first()
        .waitFor();
      await page.getByRole('link', { name: 'All results and filters' }).click();
      await page.waitForURL(`**/${base}/search/?q=lottery+ticket`);
      expect((await reader.search('lottery ticket'))[0]).toContain('Lottery Ticket');
      await page.locator('.digest-search ol a').first().click();
      await page.getByRole('heading', { level: 1, name: /Lottery Ticket/ }).waitFor();
      await page.goto(`${served.address}/${base}/starred/`);
      await page.goto(`${served.address}/${base}/subscribe/`);
      expect(reader.messages).toEqual([]);
      const own = reader.requests.every((url) => url.startsWith(served.address) || url.startsWith('data:'));
      expect(own).toBe(true);
      await page.context().close();
    });

    test('a mail edition is shown with its styles', async () => {
      const { page, messages } = await newReader(browser);
      await page.goto(`${served.address}/${base}/2025-03-10/mail.html`);
      const style = await page.getByRole('main').evaluate((main) => getComputedStyle(main).maxWidth);
      expect(style).toMatch(/px$/);
      // The browser looks for an icon, too, which mails don't name.
      expect(messages.filter((message) => message.includes('Content Security Policy'))).toEqual([]);
      await page.context().close();
    });

    test('a digest that is a section of a site has its own page for what is missing, where the host looks for it', async () => {
      const root = join(section.root, 'dist');
      const running = await host.serve(root, '');
      const { problems } = await walk({
        host,
        root,
        base: '',
        address: running.address,
        policy: policyOfHosts(),
      });
      const missing = await Promise.all(
        ['/papers/2025-03-12/none/', '/none/'].map((path) => visitPath(running, path)),
      );
      await running.stop();
      expect(problems).toEqual([]);
      expect(missing.map(({ status }) => status)).toEqual([404, 404]);
      const [ofDigest, ofSite] = await Promise.all(
        ['papers/404.html', '404.html'].map((file) => section.read(`dist/${file}`)),
      );
      expect(missing.map(({ body }) => body.toString())).toEqual([
        host.notFound === 'nearest' ? ofDigest : ofSite,
        ofSite,
      ]);
    });
  });

test('the page for what is missing can be that of the whole site', async () => {
  expect(notFoundOfSite).toContain('There is no such page');
  expect(notFoundOfSite).toBe(await section.read('dist/papers/404.html'));
});

test('where no header can be set, every page has the policy', async () => {
  const pages = (await site.list('pages')).filter(
    (file) => file.endsWith('.html') && !file.endsWith('mail.html'),
  );
  const without: string[] = [];
  for (const file of pages) {
    const [policy = ''] = new Html(await site.read(`pages/${file}`)).attributes(
      'meta[http-equiv="content-security-policy" i]',
      'content',
    );
    if (!policy.includes("'wasm-unsafe-eval'") || !policy.includes(themeEarlyHash)) without.push(file);
  }
  expect(pages.length).toBeGreaterThan(60);
  expect(without).toEqual([]);
});

test('a policy that lacks the script of the theme would be noticed', async () => {
  // What the tests above rest on: a browser says in the console what a policy refuses.
  const policy = policyOfHosts().replace(/ 'sha256-[^']*'/, '');
  const server = await serveFolder(join(site.root, 'dist', base), `/${base}/`, {
    'content-security-policy': policy,
  });
  const reader = await newReader(browser);
  await reader.page.goto(`${server.address}/`);
  expect(reader.messages.join('\n')).toContain('Content Security Policy');
  await reader.page.context().close();
  await server.stop();
});
