import { chmodSync, linkSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { birds, convert, converted, papers, rivers } from './converted.ts';
import { digestOf, testFolder } from './in-folder.ts';

const state = 'out/.remark-digest.json';

describe('the state', () => {
  it.each([
    ['no JSON', '<<<<<<< HEAD'],
    ['of another program', '{"version": 1}'],
    ['empty', ''],
  ])('that is %s makes every file a person’s', async (_, text) => {
    const folder = await converted();
    folder.write(state, text);
    folder.write('2025-03-12.txt', digestOf({ ...papers, Birds: 'They are quiet. They rest.' }));
    const before = folder.snapshot('out');
    const { status, err } = await folder.run(...convert);
    expect(status).toBe(1);
    expect(err).toMatch(/^out\/\.remark-digest\.json:1:1 .* \(unreadable-state\)\n/);
    expect(err).toMatch(/birds\.mdx:1:1 .* \(unknown-file\)\n$/);
    expect(folder.snapshot('out')).toEqual(before);

    expect((await folder.run(...convert, '--force')).out).toMatch(/^1 digest: 1 written,/);
    expect(folder.read(`${state}.bak`)).toBe(text);
    expect(folder.read(`${birds}.bak`)).toContain('They sing.');
    expect(await folder.run(...convert)).toMatchObject({ status: 0, err: '' });
  });

  it('that is gone makes every file a person’s', async () => {
    const folder = await converted();
    folder.remove(state);
    expect(await folder.run(...convert)).toMatchObject({ status: 0, err: '' });
    folder.write('2025-03-12.txt', digestOf({ ...papers, Birds: 'They are quiet. They rest.' }));
    expect((await folder.run(...convert)).err).toMatch(/birds\.mdx:1:1 .* \(unknown-file\)\n$/);
    expect(folder.read(birds)).toContain('They sing.');
  });

  it('that names files elsewhere removes none of them', async () => {
    const folder = await converted();
    folder.write('precious.mdx', 'mine');
    const text = folder.read(state);
    folder.write(state, text.replace('2025-03-12/birds.mdx', '2025-03-12/../../precious.mdx'));
    await folder.run(...convert, '--force');
    expect(folder.read('precious.mdx')).toBe('mine');
  });

  it('that is a symbolic link, or a folder, stops everything', async () => {
    const folder = await converted();
    renameSync(folder.at(state), folder.at('elsewhere.json'));
    symlinkSync(folder.at('elsewhere.json'), folder.at(state));
    folder.write('2025-03-12.txt', digestOf({ Songs: 'They end. They begin.' }));
    const before = folder.snapshot();
    const linked = await folder.run(...convert);
    expect(linked).toEqual({
      status: 1,
      out: '',
      err: `${state}:1:1 Nothing is written because this can't be used (it is a symbolic link): put a file in its place. (unusable-state)\n`,
    });
    expect(folder.snapshot()).toEqual(before);
    folder.remove(state);
    mkdirSync(folder.at(state));
    expect((await folder.run(...convert)).err).toMatch(/it is a folder.*\(unusable-state\)\n$/);
  });
});

describe('symbolic links', () => {
  it('are not written through', async () => {
    const folder = await converted();
    folder.write('precious.mdx', 'mine');
    folder.remove(birds);
    symlinkSync(folder.at('precious.mdx'), folder.at(birds));
    for (const force of [[], ['--force']]) {
      const { status, err } = await folder.run(...convert, ...force);
      expect(status).toBe(1);
      expect(err).toMatch(/birds\.mdx:1:1 This is a symbolic link, .* \(unsafe-path\)\n$/);
    }
    expect(folder.read('precious.mdx')).toBe('mine');
    expect(folder.files('out')).toContain('2025-03-12/birds.mdx');
  });

  it('that lead nowhere are not written through either', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    mkdirSync(folder.at('out/2025-03-12'), { recursive: true });
    symlinkSync(folder.at('new.mdx'), folder.at(birds));
    expect((await folder.run(...convert, '--force')).status).toBe(1);
    expect(folder.has('new.mdx')).toBe(false);
  });

  it('in the place of a folder are not followed', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    folder.write('elsewhere/keep.txt', 'mine');
    mkdirSync(folder.at('out'));
    symlinkSync(folder.at('elsewhere'), folder.at('out/2025-03-12'));
    const { status, out, err } = await folder.run(...convert, '--force');
    expect(status).toBe(1);
    expect(out).toMatch(/2 not written/);
    expect(err).toBe(
      'out/2025-03-12:1:1 This is a symbolic link, and nothing is written through one: put what it leads to in its place, or delete it. (unsafe-path)\n',
    );
    expect(folder.files('elsewhere')).toEqual(['keep.txt']);
  });

  it('that take the place of a folder while the command runs are not followed', async () => {
    const folder = await converted();
    folder.write('2025-03-12.txt', digestOf({ ...papers, Songs: 'They end. They begin.' }));
    mkdirSync(folder.at('elsewhere'));
    const swap = async () => {
      renameSync(folder.at('out/2025-03-12'), folder.at('away'));
      symlinkSync(folder.at('elsewhere'), folder.at('out/2025-03-12'));
      return undefined;
    };
    expect((await folder.runWith(swap, ...convert)).status).toBe(1);
    expect(folder.files('elsewhere')).toEqual([]);
  });

  it('may lead to the folder of --out itself, which is the user’s own word', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    mkdirSync(folder.at('real'));
    symlinkSync(folder.at('real'), folder.at('out'));
    expect((await folder.run(...convert)).status).toBe(0);
    expect(folder.files('real')).toHaveLength(3);
  });

  it('that lead nowhere are no folder for --out', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    symlinkSync(folder.at('nowhere'), folder.at('out'));
    expect((await folder.run(...convert)).err).toMatch(
      /^out:1:1 Nothing is written .* \(unusable-state\)\n$/,
    );
    expect(folder.has('nowhere')).toBe(false);
  });

  it('do not reach a file through a second, hard name of it', async () => {
    const folder = await converted();
    linkSync(folder.at(birds), folder.at('second.mdx'));
    folder.write('2025-03-12.txt', digestOf({ ...papers, Birds: 'They are quiet. They rest.' }));
    await folder.run(...convert);
    expect(folder.read(birds)).toContain('They are quiet.');
    expect(folder.read('second.mdx')).toContain('They sing.');
  });
});

describe('what is in the way', () => {
  it('of a file is named', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    mkdirSync(folder.at(birds), { recursive: true });
    const { status, err } = await folder.run(...convert);
    expect(status).toBe(1);
    expect(err).toMatch(/birds\.mdx:1:1 There is something here that is no file: move it away\./);
    expect(folder.has(rivers)).toBe(true);
  });

  it('of an issue is named', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    folder.write('out/2025-03-12', 'mine');
    expect((await folder.run(...convert)).err).toMatch(
      /^out\/2025-03-12:1:1 There is something .* no folder/,
    );
  });

  it('of the folder is named', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    folder.write('out', 'mine');
    const { status, err } = await folder.run(...convert);
    expect(status).toBe(1);
    expect(err).toMatch(/^out:1:1 Nothing is written .*\(unusable-state\)\n$/);
    expect(folder.read('out')).toBe('mine');
  });

  it.skipIf(process.getuid?.() === 0)('by permission is named, and the others are written', async () => {
    const folder = await converted();
    chmodSync(folder.at('out/2025-03-12'), 0o500);
    folder.write('2025-03-12.txt', digestOf({ ...papers, Birds: 'They are quiet. They rest.' }));
    folder.write('2025-03-13.txt', digestOf(papers, 'Mar 13'));
    const { status, err } = await folder.run(...convert, '@/2025-03-13.txt');
    chmodSync(folder.at('out/2025-03-12'), 0o700);
    expect(status).toBe(1);
    expect(err).toMatch(/birds\.mdx:1:1 This is not written because you have no permission: .*\n$/);
    expect(folder.files('out/2025-03-13')).toHaveLength(2);
  });
});

describe('what a run that was cut off left behind', () => {
  it('is cleared away, unless its process still runs', async () => {
    const folder = await converted();
    // No process has this number: it is above the highest that Linux gives.
    folder.write('out/2025-03-12/.remark-digest-4194999-1.tmp', 'half');
    folder.write('out/.remark-digest-4194999-2.tmp', 'half');
    folder.write(`out/2025-03-12/.remark-digest-${process.ppid}-1.tmp`, 'busy');
    await folder.run(...convert);
    expect(folder.files('out').filter((file) => file.endsWith('.tmp'))).toEqual([
      `2025-03-12/.remark-digest-${process.ppid}-1.tmp`,
    ]);
  });
});
