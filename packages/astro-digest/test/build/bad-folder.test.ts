import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Html } from '../site/html.ts';
import { plainSite, Site, type Outcome } from '../site/site.ts';

/** Clears the screen, names the window, forges a line. */
const steering = '\u001B[2J\u001B]0;owned\u0007\n12:00:00 [build] Complete!\u202E';
const bare = '\u001B[2J';

describe('a folder with all that is bad in it', () => {
  let site: Site;
  let build: Outcome;
  beforeAll(async () => {
    const unknown = Array.from({ length: 30 }, (_, index) => `key${index}: 1\n`).join('');
    site = await Site.create('bad-folder', {
      ...plainSite,
      'private/2025-03-01.txt': 'Secret\n\nNobody knows. Nobody asks.\n',
      'src/content/digests/2025-03-12.txt': `---\n${unknown}---\nBirds\n\nThey fly. They sing.\n\n\u0001\n\nOwls\n\nThey hunt. They sleep.\n`,
      'src/content/digests/2025-03-13.txt': '\u0001\n\n\u200B\n\n\u202E\n',
      'src/content/digests/2025-03-10.txt': `---\n${JSON.stringify(steering)}: 1\n---\nBats\n\nThey hear. They fly.\n`,
      [`src/content/digests/2025-03-15${bare}.txt`]: `Terns ${bare}\n`,
      'src/content/digests/2025-03-16.txt': `---\n${Array.from({ length: 50_000 }, (_, index) => `a${index}: 1\n`).join('')}---\nAuks\n\nThey dive. They fly.\n`,
    });
    const digests = join(site.root, 'src/content/digests');
    await symlink('../../../private', join(digests, 'private'));
    await symlink('/etc', join(digests, 'etc'));
    await symlink('.', join(digests, 'again'));
    build = await site.astro(['build']);
  });

  test('is built, with what is good', async () => {
    expect(build.status, build.output.slice(-3000)).toBe(0);
    const pages = (await site.list('dist/papers')).filter((path) =>
      /^\d[^/]*\/[^/]+\/index\.html$/.test(path),
    );
    expect(pages).toHaveLength(5);
    expect(pages).toEqual(
      expect.arrayContaining(['2025-03-10/bats/index.html', '2025-03-16/auks/index.html']),
    );
    expect(new Html(await site.read('dist/papers/2025-03-12/owls/index.html')).text('h1')).toBe('Owls');
  });

  test('publishes nothing that stands elsewhere, and says so', async () => {
    expect((await site.list('dist')).filter((path) => /private|etc|secret/.test(path))).toEqual([]);
    expect(build.output).toContain(
      'The links src/content/digests/etc and src/content/digests/private lead out of the folder src/content/digests and are left out: put the files themselves there.',
    );
    expect(build.output).toContain(
      'The link src/content/digests/again leads to what is read already and is left out: delete it.',
    );
  });

  test('steers no terminal', () => {
    expect(build.output).toContain('“�[2J');
    expect(build.output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    expect(build.output).not.toMatch(/^12:00:00 \[build\] Complete/m);
  });

  test('is told in a few lines, and the file with all is named', async () => {
    const messages = build.output
      .split('\n')
      .filter((line) => /\((?:remark|astro)-digest:[a-z-]+\)$/.test(line));
    expect(messages.length).toBeLessThan(15);
    const all = /more messages of remark-digest:unknown-front-matter-key: read all in (\S+)\.$/m.exec(
      build.output,
    )?.[1];
    const told = (await site.read(all as string)).trimEnd().split('\n');
    expect(told.filter((line) => line.includes('unknown-front-matter-key'))).toHaveLength(31);
    expect(build.output).toContain(`${told.length} messages above`);
  });

  test('is told whole on the page about the digest, folded by rule', async () => {
    const html = new Html(await site.read('dist/papers/about/index.html'));
    const rules = html.texts('.digest-about details > summary');
    expect(rules).toContain('remark-digest:unknown-front-matter-key (31)');
    expect(rules).toContain('remark-digest:invalid-front-matter (1)');
    expect(
      html
        .texts('.digest-about details li')
        .filter((text) => /“(?:key\d+|.*Complete!.*)” is not known/.test(text)),
    ).toHaveLength(31);
  });
});
