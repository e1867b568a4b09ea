import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromDigest, toMdx } from '../../src/index.ts';
import { convert, converted, papers } from './converted.ts';
import { digestOf, testFolder } from './in-folder.ts';

const birds = 'out/2025-03-12/birds.mdx';
const rivers = 'out/2025-03-12/rivers.mdx';

describe('convert', () => {
  it('writes one document a paper', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    expect(await folder.run(...convert)).toEqual({
      status: 0,
      out: '1 digest: 2 written, 0 unchanged; 0 errors, 0 warnings\n',
      err: '',
    });
    expect(folder.files('out')).toEqual([
      '.remark-digest.json',
      '2025-03-12/birds.mdx',
      '2025-03-12/rivers.mdx',
    ]);
    const entries = fromDigest(digestOf(papers)).children.filter((node) => node.type === 'digestEntry');
    expect([folder.read(birds), folder.read(rivers)]).toEqual(entries.map(toMdx));
  });

  it('checks what it writes with the real check where no other is given', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    expect((await folder.runWith(undefined, ...convert)).out).toMatch(/^1 digest: 2 written/);
  });

  it('makes a folder that is deep', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    expect((await folder.run('convert', '@/2025-03-12.txt', '--out', '@/a/b/c')).status).toBe(0);
    expect(folder.has('a/b/c/2025-03-12/birds.mdx')).toBe(true);
  });

  it('writes nothing in a second run', async () => {
    const folder = await converted();
    const before = folder.snapshot('out');
    expect((await folder.run(...convert)).out).toBe(
      '1 digest: 0 written, 2 unchanged; 0 errors, 0 warnings\n',
    );
    expect((await folder.run(...convert, '--force')).out).toMatch(/^1 digest: 0 written, 2 unchanged/);
    expect(folder.snapshot('out')).toEqual(before);
  });

  it('rewrites a paper that changed in the digest, and nothing else', async () => {
    const folder = await converted();
    const before = folder.snapshot('out');
    chmodSync(folder.at(birds), 0o640);
    folder.write('2025-03-12.txt', digestOf({ ...papers, Birds: 'They are quiet. They rest.' }));
    expect((await folder.run(...convert)).out).toMatch(/^1 digest: 1 written, 1 unchanged;/);
    expect(folder.read(birds)).toContain('They are quiet.');
    expect(statSync(folder.at(birds)).mode & 0o777).toBe(0o640);
    expect(folder.snapshot('out').get('2025-03-12/rivers.mdx')).toBe(before.get('2025-03-12/rivers.mdx'));
  });

  it('gives the same bytes whatever was there before, and in whichever order', async () => {
    const folder = await converted();
    folder.write('2025-03-12.txt', digestOf({ Rivers: papers.Rivers, Songs: 'They end. They begin.' }));
    folder.write('2025-03-13.txt', digestOf(papers, 'Mar 13'));
    await folder.run('convert', '@/2025-03-13.txt', '@/2025-03-12.txt', '--out', '@/out');
    await folder.run('convert', '@/2025-03-12.txt', '@/2025-03-13.txt', '--out', '@/other');
    const contents = (out: string) => folder.files(out).map((file) => [file, folder.read(`${out}/${file}`)]);
    expect(contents('out')).toEqual(contents('other'));
  });

  it('reads every digest of a folder, once', async () => {
    const folder = testFolder();
    folder.write('digests/2025-03-12.txt', digestOf(papers));
    folder.write('digests/2025-03-13.txt', digestOf(papers, 'Mar 13'));
    folder.write('digests/notes.log', 'Notes');
    const { out } = await folder.run(
      'convert',
      '@/digests',
      '@/digests/../digests/2025-03-12.txt',
      '--out',
      '@/out',
    );
    expect(out).toBe('2 digests: 4 written, 0 unchanged; 0 errors, 0 warnings\n');
  });

  it('names the folder of an issue after the file, made fit for an address', async () => {
    const folder = testFolder();
    folder.write('März 2025.old.txt', digestOf(papers, 'Mar 12, 2025'));
    await folder.run('convert', '@/März 2025.old.txt', '--out', '@/out');
    expect(folder.files('out')).toContain('marz-2025-old/birds.mdx');
  });

  it('prints errors only when it is told to be quiet', async () => {
    const folder = await converted();
    folder.write(birds, 'mine');
    expect(await folder.run(...convert, '--quiet')).toEqual({ status: 0, out: '', err: '' });
    const { status, out, err } = await folder.run(...convert, '@/absent.txt', '--quiet');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toBe(
      "absent.txt:1:1 This file can't be read because it is not there: check the path. (unreadable-file)\n",
    );
  });
});

describe('an edited file', () => {
  it('is kept and reported', async () => {
    const folder = await converted();
    folder.write(birds, 'mine');
    const before = folder.snapshot('out');
    expect(await folder.run(...convert)).toEqual({
      status: 0,
      out: '1 digest: 0 written, 1 unchanged, 1 left alone; 0 errors, 1 warning\n',
      err: `${birds}:1:1 This file was edited and is kept as it is: run with --force to write it anew, which keeps the edited one as birds.mdx.bak. (edited-file)\n`,
    });
    expect(folder.snapshot('out')).toEqual(before);
  });

  it('is kept when the digest changes too, and the message says so', async () => {
    const folder = await converted();
    folder.write(birds, 'mine');
    folder.write('2025-03-12.txt', digestOf({ ...papers, Birds: 'They are quiet. They rest.' }));
    expect((await folder.run(...convert)).err).toMatch(
      /the digest has changed since: .* \(outdated-edit\)\n$/,
    );
    expect(folder.read(birds)).toBe('mine');
  });

  it('is ours again when the edit is taken back', async () => {
    const folder = await converted();
    const text = folder.read(birds);
    folder.write(birds, 'mine');
    await folder.run(...convert);
    folder.write(birds, text);
    expect((await folder.run(...convert)).err).toBe('');
  });

  it('is kept beside the new one with --force, and no older backup is written over', async () => {
    const folder = await converted();
    const text = folder.read(birds);
    for (const mine of ['one', 'two', 'three']) {
      folder.write(birds, mine);
      const { status, err } = await folder.run(...convert, '--force');
      expect(status).toBe(0);
      expect(err).toMatch(/written anew: delete birds\.mdx\.bak\d?, .* \(backup-kept\)\n$/);
      expect(folder.read(birds)).toBe(text);
    }
    const backups = ['.bak', '.bak1', '.bak2'].map((end) => folder.read(birds + end));
    expect(backups).toEqual(['one', 'two', 'three']);
    expect((await folder.run(...convert)).out).toMatch(/0 written, 2 unchanged;/);
  });

  it('is kept when the digest no longer has the paper, with --force too', async () => {
    const folder = await converted();
    folder.write(birds, 'mine');
    folder.write('2025-03-12.txt', digestOf({ Rivers: papers.Rivers }));
    for (const force of [[], ['--force'], []]) {
      const { status, err } = await folder.run(...convert, ...force);
      expect(status).toBe(0);
      expect(err).toMatch(
        /^out\/2025-03-12\/birds\.mdx:1:1 The digest no longer has .* \(vanished-paper\)\n$/,
      );
      expect(folder.read(birds)).toBe('mine');
    }
  });

  it('is kept when somebody saves it while the command runs', async () => {
    const folder = await converted();
    folder.write('2025-03-12.txt', digestOf({ ...papers, Birds: 'They are quiet. They rest.' }));
    const save = async () => {
      folder.write(birds, 'mine');
      return undefined;
    };
    const { status, err } = await folder.runWith(save, ...convert);
    expect(status).toBe(1);
    expect(err).toMatch(/birds\.mdx:1:1 This file was changed while .* \(unwritable-file\)\n$/);
    expect(folder.read(birds)).toBe('mine');
    expect(folder.files('out')).toHaveLength(3);
    expect((await folder.run(...convert)).err).toMatch(/\(outdated-edit\)/);
  });

  it('is kept when somebody saves it under the name of a new paper while the command runs', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    const save = async () => {
      folder.write(birds, 'mine');
      return undefined;
    };
    expect((await folder.runWith(save, ...convert)).status).toBe(1);
    expect(folder.read(birds)).toBe('mine');
    expect((await folder.run(...convert)).err).toMatch(/\(unknown-file\)/);
  });
});

describe('a deleted file', () => {
  it('stays deleted until --force', async () => {
    const folder = await converted();
    folder.remove(birds);
    for (let run = 0; run < 2; run++) {
      const { status, err } = await folder.run(...convert);
      expect(status).toBe(0);
      expect(err).toBe(
        `${birds}:1:1 This file was deleted and stays deleted: run with --force to write it again. (deleted-file)\n`,
      );
    }
    expect(folder.has(birds)).toBe(false);
    expect((await folder.run(...convert, '--force')).out).toMatch(/1 written/);
    expect(folder.has(birds)).toBe(true);
  });

  it('stays deleted when its paper goes and comes back', async () => {
    const folder = await converted();
    folder.remove(birds);
    folder.write('2025-03-12.txt', digestOf({ Rivers: papers.Rivers }));
    expect((await folder.run(...convert)).err).toBe('');
    folder.write('2025-03-12.txt', digestOf(papers));
    expect((await folder.run(...convert)).err).toMatch(/\(deleted-file\)/);
    expect(folder.has(birds)).toBe(false);
  });

  it('stays deleted with its folder', async () => {
    const folder = await converted();
    folder.remove('out/2025-03-12');
    expect((await folder.run(...convert)).err.match(/\(deleted-file\)/g)).toHaveLength(2);
    expect(folder.files('out')).toEqual(['.remark-digest.json']);
  });
});

describe('a paper that the digest no longer has', () => {
  it('goes, and comes back', async () => {
    const folder = await converted();
    folder.write('2025-03-12.txt', digestOf({ Rivers: papers.Rivers }));
    // The other paper is written anew, because its file tells its place in the digest.
    expect((await folder.run(...convert)).out).toMatch(/^1 digest: 1 written, 0 unchanged, 1 removed;/);
    expect(folder.has(birds)).toBe(false);
    folder.write('2025-03-12.txt', digestOf(papers));
    expect((await folder.run(...convert)).out).toMatch(/^1 digest: 2 written, 0 unchanged;/);
  });

  it('goes when its title changes, and the new one comes', async () => {
    const folder = await converted();
    folder.write('2025-03-12.txt', digestOf({ 'Small birds': papers.Birds, Rivers: papers.Rivers }));
    await folder.run(...convert);
    expect(folder.files('out/2025-03-12')).toEqual(['rivers.mdx', 'small-birds.mdx']);
  });

  it('stays while another paper of the digest is refused, which may be the same one', async () => {
    const folder = await converted();
    folder.write('2025-03-12.txt', digestOf({ 'Small birds': papers.Birds, Rivers: papers.Rivers }));
    const { status, err } = await folder.runWith(async () => 'It says something else.', ...convert);
    expect(status).toBe(1);
    expect(err).toMatch(/\(refused-paper\)\n.*birds\.mdx:1:1 .* \(kept-file\)\n$/);
    expect(folder.has(birds)).toBe(true);
    await folder.run(...convert);
    expect(folder.files('out/2025-03-12')).toEqual(['rivers.mdx', 'small-birds.mdx']);
  });

  it('stays when the digest has no paper at all, or is not given, or is gone', async () => {
    const folder = await converted();
    const before = folder.snapshot('out');
    folder.write('2025-03-12.txt', 'Mar 12\n');
    expect((await folder.run(...convert)).err).toMatch(/^2025-03-12\.txt:2:1 .* \(no-papers\)\n$/);
    folder.write('2025-03-13.txt', '');
    expect((await folder.run('convert', '@/2025-03-13.txt', '--out', '@/out')).status).toBe(1);
    folder.remove('2025-03-12.txt');
    expect((await folder.run(...convert)).status).toBe(1);
    expect(folder.snapshot('out')).toEqual(before);
  });
});

describe("a person's file in the place of a paper", () => {
  it('is kept and reported, and backed up with --force', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    folder.write(birds, 'mine');
    const { status, out, err } = await folder.run(...convert);
    expect({ status, out }).toEqual({
      status: 0,
      out: '1 digest: 1 written, 0 unchanged, 1 left alone; 0 errors, 1 warning\n',
    });
    expect(err).toMatch(/^out\/2025-03-12\/birds\.mdx:1:1 .* \(unknown-file\)\n$/);
    await folder.run(...convert, '--force');
    expect(folder.read(`${birds}.bak`)).toBe('mine');
  });

  it('is not touched when it is of no paper', async () => {
    const folder = await converted();
    folder.write('out/2025-03-12/mine.mdx', 'mine');
    folder.write('out/2025-03-12/mine.png', 'mine');
    await folder.run(...convert, '--force');
    expect(folder.read('out/2025-03-12/mine.mdx')).toBe('mine');
  });

  it('is not written beside when its name is the same on many systems', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    folder.write('out/2025-03-12/Birds.mdx', 'mine');
    const { status, err } = await folder.run(...convert, '--force');
    expect(status).toBe(1);
    expect(err).toMatch(/birds\.mdx:1:1 Beside this there is “Birds\.mdx”, .* \(unsafe-path\)\n$/);
    expect(folder.files('out/2025-03-12')).toEqual(['Birds.mdx', 'rivers.mdx']);
  });

  it('is not hidden by a folder whose name is the same on many systems', async () => {
    const folder = testFolder();
    folder.write('may.txt', digestOf(papers, 'May 12, 2025'));
    folder.write('out/MAY/birds.mdx', 'mine');
    const { status, out, err } = await folder.run('convert', '@/may.txt', '--out', '@/out');
    expect(status).toBe(1);
    expect(err).toMatch(/^out\/may:1:1 Beside this there is “MAY”, /);
    expect(out).toMatch(/2 not written; 1 error/);
  });
});

describe('digests that can’t be converted', () => {
  it('do not stop the others', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    folder.write('empty.txt', '');
    mkdirSync(folder.at('folder'));
    const { status, out, err } = await folder.run(
      'convert',
      '@/absent.txt',
      '@/empty.txt',
      '@/folder',
      '@/2025-03-12.txt',
      '--out',
      '@/out',
    );
    expect(status).toBe(1);
    expect(out).toBe('2 digests: 2 written, 0 unchanged; 3 errors, 1 warning\n');
    expect(err.split('\n').map((line) => /\(([a-z-]+)\)$/.exec(line)?.[1])).toEqual([
      'unreadable-file',
      'no-papers',
      'undated',
      'no-digests',
      undefined,
    ]);
  });

  it('because their issue is another one’s already', async () => {
    const folder = testFolder();
    folder.write('a/2025-03-12.txt', digestOf(papers));
    folder.write('b/2025-03-12.txt', digestOf({ Songs: 'They end. They begin.' }));
    const { status, err } = await folder.run('convert', '@/a', '@/b', '--out', '@/out');
    expect(status).toBe(1);
    expect(err).toBe(
      'b/2025-03-12.txt:1:1 This digest and a/2025-03-12.txt would both be the issue “2025-03-12”, so this one is left out: rename one of the two files. (issue-clash)\n',
    );
    expect(folder.files('out/2025-03-12')).toEqual(['birds.mdx', 'rivers.mdx']);
  });
});

describe('a refused paper', () => {
  it.each([
    ['says something else', async () => 'It reads “x” where the paper has “y”.'],
    [
      'can’t be read',
      async () => {
        throw new Error('It reads “x” where the paper has “y”.');
      },
    ],
  ])('that %s is reported at its place in the digest, and the others go on', async (_, refuse) => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    const { status, out, err } = await folder.runWith(
      async (_mdx, entry) => (entry.title === 'Birds' ? refuse() : undefined),
      ...convert,
    );
    expect(status).toBe(1);
    expect(out).toBe('1 digest: 1 written, 0 unchanged, 1 not written; 1 error, 0 warnings\n');
    expect(err).toBe(
      '2025-03-12.txt:3:1 The paper “Birds” is not written because its document would not say the same (It reads “x” where the paper has “y”): please report it with the lines of the digest. (refused-paper)\n',
    );
    expect(folder.files('out/2025-03-12')).toEqual(['rivers.mdx']);
  });

  it('keeps the document that is there', async () => {
    const folder = await converted();
    const before = folder.snapshot('out');
    folder.write('2025-03-12.txt', digestOf({ ...papers, Birds: 'They are quiet. They rest.' }));
    await folder.runWith(async () => 'no', ...convert);
    expect(folder.snapshot('out')).toEqual(before);
    expect((await folder.run(...convert)).out).toMatch(/1 written/);
  });
});
