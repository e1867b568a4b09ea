import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromDigest, toMdx } from '../../src/index.ts';
import { birds, convert, converted, papers, rivers } from './converted.ts';
import { digestOf, testFolder } from './in-folder.ts';

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
