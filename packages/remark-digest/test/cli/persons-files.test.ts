import { describe, expect, it } from 'vitest';
import { birds, convert, converted, papers } from './converted.ts';
import { digestOf, testFolder } from './in-folder.ts';

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
