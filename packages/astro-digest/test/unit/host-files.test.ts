import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hostFile } from '../hosts/host.ts';
import { policyOfHosts } from '../hosts/policy.ts';
import { sync, viewerRequest } from '../hosts/s3-cloudfront.ts';
import { workflowProblems } from '../hosts/workflow-problems.ts';
import { docsBlock } from '../site/docs-block.ts';

test.each(['hosts/github-pages/publish.yml', 'workflows/shards.yml'])('GitHub takes %s', async (path) => {
  const text = readFileSync(new URL(`../../../../docs/${path}`, import.meta.url), 'utf8');
  expect(await workflowProblems(text)).toEqual([]);
  expect(await workflowProblems(text.replace('runs-on:', 'runs:'))).not.toEqual([]);
});

test('GitHub takes the workflow of the daily digest', async () => {
  const text = docsBlock('how-to/daily-digest.md', '# .github/workflows/daily-digest.yml');
  expect(await workflowProblems(text)).toEqual([]);
});

test('every host that sets headers is given the policy that the docs explain', () => {
  const policy = policyOfHosts();
  expect(docsBlock('deploy.md', 'default-src').trim().replaceAll(/;\s+/g, '; ')).toBe(policy);
  for (const path of [
    'caddy/Caddyfile',
    'cloudflare/_headers',
    'netlify/netlify.toml',
    'nginx/digest.conf',
    's3-cloudfront/response-headers-policy.json',
    'vercel/vercel.json',
  ])
    expect(hostFile(path), path).toContain(policy);
});

test.each([
  ['/', '/index.html'],
  ['/papers/', '/papers/index.html'],
  ['/papers/2025-03-12', '/papers/2025-03-12/index.html'],
  ['/papers/rss.xml', '/papers/rss.xml'],
  ['/papers/pagefind/fragment/en_1a2b3c4.pf_fragment', '/papers/pagefind/fragment/en_1a2b3c4.pf_fragment'],
])('on CloudFront %s is the file %s', (address, file) => {
  expect(viewerRequest()({ request: { uri: address } }).uri).toBe(file);
});

describe('a bucket', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'digest-sync-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function publish(files: Record<string, string>): Promise<void> {
    const built = join(folder, 'dist');
    await rm(built, { recursive: true, force: true });
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(built, path)), { recursive: true });
      await writeFile(join(built, path), text);
    }
    await sync(built, join(folder, 'bucket'));
  }
  const sent = async (path: string): Promise<number> => (await stat(join(folder, 'bucket', path))).mtimeMs;

  test('has what was built last and nothing else, files for good are sent once, and pages after what they need', async () => {
    const lasting = { '_astro/kept.js': 'same', 'papers/pagefind/fragment/en_1.pf_fragment': 'same' };
    await publish({
      ...lasting,
      'papers/index.html': 'one',
      'papers/rss.xml': 'feed',
      '_astro/old.js': 'gone',
    });
    const page = await sent('papers/index.html');
    const before = await Promise.all(Object.keys(lasting).map(sent));
    expect(Math.max(...before, await sent('papers/rss.xml'))).toBeLessThan(page);

    await publish({ ...lasting, 'papers/index.html': 'two' });
    const names = await readdir(join(folder, 'bucket'), { recursive: true });
    expect(names.filter((name) => /\.\w+$/.test(name) && !name.endsWith('.metadata')).sort()).toEqual([
      '_astro/kept.js',
      'papers/index.html',
      'papers/pagefind/fragment/en_1.pf_fragment',
    ]);
    expect(await readFile(join(folder, 'bucket/papers/index.html'), 'utf8')).toBe('two');
    expect(await Promise.all(Object.keys(lasting).map(sent))).toEqual(before);
  });
});
