import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveOptions, type DigestOptions } from '../../src/integration/options.ts';
import { commandsOf, notRun, programOf } from '../docs/commands.ts';
import { collectionsDefined, digestCalls } from '../docs/config-block.ts';
import { blocksOf, markdownPages, repository, type CodeBlock } from '../docs/pages.ts';
import { startServices, type Services } from '../docs/services.ts';
import { Html } from '../site/html.ts';
import { Site } from '../site/site.ts';

const run = promisify(execFile);
const blocks = markdownPages().flatMap(blocksOf);
/** A dialect of one's own has collections of its own, and its page a test. */
const apart = /^docs\/how-to\/own-dialect\.md/;
const fromGuides = blocks.filter(
  ({ place }) => /^docs\/(?:tutorial|how-to\/)/.test(place) && !apart.test(place),
);

/** Files that several pages show, each with what that page is about; the longest of them has all that the site needs. */
const shownOften = ['astro.config.mjs', 'src/content.config.ts'];

describe('the site that the tutorial and the how-to pages make', () => {
  let site: Site;
  const page = async (path: string): Promise<Html> => new Html(await site.read(`dist/${path}index.html`));

  beforeAll(async () => {
    site = await Site.create('docs', { ...filesOf(fromGuides), 'astro.config.mjs': configOf(fromGuides) });
    const build = await site.astro(['build']);
    if (build.status !== 0) throw new Error(build.output);
  });

  test('has both papers of the tutorial, with what was mended', async () => {
    const issue = await page('2025-03-12/');
    expect(issue.texts('.digest-paper h2')).toEqual(['Attention Is All You Need', 'Long Short-Term Memory']);
    expect(issue.attributes('.digest-abstract a', 'href')).toEqual(['https://arxiv.org/abs/1706.03762']);
  });

  test('has the digest in the layout, with the components and the colours of the site', async () => {
    const issue = await page('2025-03-12/');
    expect(issue.text('header > a')).toBe('My site');
    expect(issue.texts('.digest-keys')).toEqual([]);
    expect(issue.text('.preprint')).toBe('a preprint');
    expect(issue.texts('style').join('')).toContain('#7fd1b9');
  });

  test('has a paper with a component, and one with facts from its file', async () => {
    expect((await page('2025-03-12/long-short-term-memory/')).text('aside')).toBe('We read this one twice.');
    const paper = await page('2025-03-12/attention-is-all-you-need/');
    expect(paper.text('.digest-facts')).toContain('Ashish Vaswani');
    expect(paper.text('.digest-abstract')).toContain('gives up recurrence');
  });

  test('has parts of the digest in its own pages', async () => {
    const start = await page('start/');
    expect(start.text('.digest-search-box label')).toBe('Find a paper');
    expect(start.texts('.digest-paper h2')).toHaveLength(2);
    expect((await page('note/')).texts('.digest-paper h2')).toEqual(['Attention Is All You Need']);
    expect((await page('titles/')).texts('li')).toContain('Long Short-Term Memory');
    expect((await page('both/')).attributes('.digest-latest h2 a', 'href')).toEqual([
      '/2025-03-12/',
      '/vision/2025-03-14/',
    ]);
  });

  test('has a form to subscribe with', async () => {
    expect((await page('subscribe/')).attributes('form', 'action')).toContain(
      'https://buttondown.com/api/emails/embed-subscribe/my-papers',
    );
  });
});

const configs = blocks.filter(
  ({ language, code }) =>
    (language === 'js' || language === 'ts') && /^(?:import digest|digest\()/m.test(code),
);

test.each(configs)('the options in $place are valid', ({ code }) => {
  const calls = digestCalls(code);
  expect(calls).not.toEqual([]);
  for (const options of calls) expect(() => resolveOptions(options)).not.toThrow();
});

const collections = blocks.filter(
  ({ language, code }) => language === 'ts' && code.includes('digestCollections('),
);

test.each(collections)('the collections in $place are defined', ({ code }) => {
  expect(collectionsDefined(code)).toEqual(expect.arrayContaining(['issues', 'papers']));
});

describe('commands', () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  let services: Services;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docs-commands-'));
    const bin = join(folder, 'bin');
    const main = join(repository, 'packages/remark-digest/dist/cli/main.js');
    await mkdir(bin);
    for (const [name, line] of [
      ['remark-digest', `exec "${process.execPath}" "${main}" "$@"`],
      ['npx', 'exec "$@"'],
    ] as const) {
      await writeFile(join(bin, name), `#!/bin/sh\n${line}\n`);
      await chmod(join(bin, name), 0o755);
    }
    services = await startServices(join(folder, 'cache'));
    env = { PATH: `${bin}:${process.env['PATH']}`, ...services.env };
  });

  afterAll(async () => {
    services.stop();
    await rm(folder, { recursive: true });
  });

  /** A folder with digests where the pages have them. */
  async function desk(name: string): Promise<string> {
    const files = filesOf(fromGuides);
    const digest = files['src/content/digests/2025-03-12.txt'] as string;
    for (const path of ['digests/2025-03-12.txt', 'src/content/digests/2025-03-12.txt', 'papers.txt']) {
      await mkdir(join(folder, name, dirname(path)), { recursive: true });
      await writeFile(join(folder, name, path), digest);
    }
    return join(folder, name);
  }

  const shell = blocks.filter(({ language, file }) => language === 'sh' && file === undefined);
  const commands = shell.flatMap(({ place, code }) =>
    commandsOf(code).map((command) => ({ place, command, program: programOf(command) })),
  );

  test('each is run, or left out for a reason', () => {
    const unknown = commands.filter(({ program }) => program !== 'remark-digest' && !(program in notRun));
    expect(unknown).toEqual([]);
  });

  test.each(
    commands.filter(({ program }) => program === 'remark-digest').map((one, index) => ({ ...one, index })),
  )('`$command` of $place ends well', async ({ command, index }) => {
    const cwd = await desk(String(index));
    // What the pages fetch from a site of somebody comes from this machine.
    const here = command.replaceAll('https://example.org', services.origin);
    await expect(run('sh', ['-c', here], { cwd, env })).resolves.toHaveProperty('stderr', expect.anything());
  });

  test('the script of the scheduled job takes the digests whose day has come', async () => {
    const cwd = await desk('job');
    const files = filesOf(fromGuides);
    const digest = files['src/content/digests/2025-03-12.txt'] as string;
    await mkdir(join(cwd, 'waiting'));
    await writeFile(join(cwd, 'take-digests.sh'), files['take-digests.sh'] as string);
    for (const day of ['2025-03-13', '2025-03-14', '2999-01-01']) {
      await writeFile(join(cwd, 'waiting', `${day}.txt`), digest.replace('Mar 12', ''));
    }
    await run('sh', ['take-digests.sh'], { cwd, env });
    expect(await readdir(join(cwd, 'waiting'))).toEqual(['2999-01-01.txt']);
    expect((await readdir(join(cwd, 'src/content/digests'))).sort()).toEqual([
      '2025-03-12.txt',
      '2025-03-13.txt',
      '2025-03-14.txt',
    ]);

    await writeFile(join(cwd, 'waiting', '2025-03-15.txt'), '');
    await expect(run('sh', ['take-digests.sh'], { cwd, env })).rejects.toHaveProperty('code', 1);
    expect(await readdir(join(cwd, 'waiting'))).toContain('2025-03-15.txt');
  });
});

const programs = blocks.filter(
  ({ language, code }) => language === 'js' && /from 'remark-digest'/.test(code),
);

test.each(programs.map((block, index) => ({ ...block, index })))(
  'the program in $place runs',
  async ({ code, index }) => {
    const folder = join(repository, 'packages/remark-digest/.artifacts');
    const file = join(folder, `docs-${index}.mjs`);
    const digest = filesOf(fromGuides)['src/content/digests/2025-03-12.txt'];
    await mkdir(folder, { recursive: true });
    await writeFile(file, `globalThis.text = ${JSON.stringify(digest)};\n${code}`);
    await expect(run(process.execPath, [file])).resolves.toHaveProperty('stderr', '');
  },
);

/** The files of blocks, by path. */
function filesOf(blocks: readonly CodeBlock[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { file, code, place } of blocks) {
    if (file === undefined) continue;
    const earlier = files[file];
    if (earlier !== undefined && earlier !== code && !shownOften.includes(file)) {
      throw new Error(`${place}: ${file} is another one on an earlier page.`);
    }
    if (earlier === undefined || code.length > earlier.length) files[file] = `${code}\n`;
  }
  return files;
}

/** One configuration out of those of all pages: the options that they give to one digest are put together. */
function configOf(blocks: readonly CodeBlock[]): string {
  const digests = new Map<string | undefined, DigestOptions>();
  for (const { file, code } of blocks) {
    if (file !== 'astro.config.mjs') continue;
    for (const options of digestCalls(code)) {
      digests.set(options.name, { ...digests.get(options.name), ...options });
    }
  }
  return `
    import { defineConfig } from 'astro/config';
    import digest from 'astro-digest';
    const digests = ${JSON.stringify([...digests.values()])};
    export default defineConfig({ site: 'https://example.org', integrations: digests.map((options) => digest(options)) });
  `;
}
