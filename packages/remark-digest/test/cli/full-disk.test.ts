import { beforeEach, describe, expect, it, vi } from 'vitest';
import { digestOf, testFolder } from './in-folder.ts';

/** Calls of the system that fail, by name, with the code, after so many that succeed. */
const failing = vi.hoisted(() => new Map<string, { code: string; after: number }>());

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<Record<string, unknown>>();
  const wrapped = ['fsyncSync', 'linkSync', 'mkdirSync', 'readFileSync', 'unlinkSync'].map((name) => [
    name,
    (...args: unknown[]) => {
      const failure = failing.get(name);
      if (failure && failure.after-- <= 0) throw Object.assign(new Error(), { code: failure.code });
      return (real[name] as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  return { ...real, ...Object.fromEntries(wrapped) };
});

const papers = {
  Birds: 'They sing. They fly.',
  Rivers: 'They move. They stay.',
  Songs: 'They end. They begin.',
};
const convert = ['convert', '@/2025-03-12.txt', '--out', '@/out'] as const;

beforeEach(() => failing.clear());

describe('a full disk', () => {
  it('stops the run with one message, and the next run goes on', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    // The state and its folder are synced first, then the first paper.
    failing.set('fsyncSync', { code: 'ENOSPC', after: 3 });
    const { status, out, err } = await folder.run(...convert);
    failing.clear();
    expect(status).toBe(1);
    expect(out).toBe('1 digest: 1 written, 0 unchanged, 2 not written; 2 errors, 0 warnings\n');
    expect(err.split('\n')).toEqual([
      'out/2025-03-12/rivers.mdx:1:1 This and 1 more are not written because the disk is full: make room and run the command again. (unwritable-file)',
      'out/.remark-digest.json:1:1 This is not written because the disk is full: make room and run the command again. (unwritable-file)',
      '',
    ]);
    expect(folder.files('out')).toEqual(['.remark-digest.json', '2025-03-12/birds.mdx']);
    expect(await folder.run(...convert)).toMatchObject({
      status: 0,
      out: '1 digest: 2 written, 1 unchanged; 0 errors, 0 warnings\n',
      err: '',
    });
  });

  it('stops the run before anything is written when the state can’t be', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    failing.set('fsyncSync', { code: 'ENOSPC', after: 0 });
    const { status, err } = await folder.run(...convert);
    expect(status).toBe(1);
    expect(err).toMatch(/^out\/\.remark-digest\.json:1:1 Nothing is written because .*the disk is full.*\n$/);
    expect(folder.files('out')).toEqual([]);
  });
});

describe('a disk without hard links', () => {
  it('is written to all the same, and keeps backups', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    failing.set('linkSync', { code: 'EPERM', after: 0 });
    expect((await folder.run(...convert)).out).toMatch(/^1 digest: 3 written/);
    folder.write('out/2025-03-12/birds.mdx', 'mine');
    folder.write('out/2025-03-12/birds.mdx.bak', 'older');
    expect((await folder.run(...convert, '--force')).status).toBe(0);
    expect(folder.read('out/2025-03-12/birds.mdx.bak')).toBe('older');
    expect(folder.read('out/2025-03-12/birds.mdx.bak1')).toBe('mine');
    expect(folder.read('out/2025-03-12/birds.mdx')).toContain('They sing.');
  });
});

describe('what the system does not let us do', () => {
  it.each([
    ['mkdirSync', 'EACCES', 0, /^out:1:1 This is not written because you have no permission: .*\n$/],
    ['linkSync', 'EIO', 0, /the disk has a fault/],
    [
      'linkSync',
      'EBUSY',
      1,
      /2025-03-12\/songs\.mdx:1:1 This is not written because another program uses it: /,
    ],
    [
      'linkSync',
      'EWEIRD',
      1,
      /This is not written because the system says EWEIRD: check the path and run the command again\./,
    ],
  ])('%s %s is said in words', async (call, code, after, message) => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    failing.set(call, { code, after });
    const { status, err } = await folder.run(...convert);
    expect(status).toBe(1);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^ +at /m);
  });

  it('includes removing a file', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    await folder.run(...convert);
    folder.write('2025-03-12.txt', digestOf({ Birds: papers.Birds }));
    failing.set('unlinkSync', { code: 'EACCES', after: 0 });
    const { status, err } = await folder.run(...convert);
    expect(status).toBe(1);
    expect(err.match(/you have no permission/g)).toHaveLength(2);
    failing.clear();
    expect((await folder.run(...convert)).out).toMatch(/2 removed/);
  });

  it('includes reading a digest', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    for (const [code, words] of [
      ['EACCES', 'you have no permission: change its permissions, or its owner'],
      ['ERR_FS_FILE_TOO_LARGE', 'it is too large: cut it into one file a digest'],
    ] as const) {
      failing.set('readFileSync', { code, after: 0 });
      const { status, out } = await folder.run('check', '@/2025-03-12.txt');
      expect(status).toBe(1);
      expect(out).toBe(`2025-03-12.txt:1:1 This file can't be read because ${words}. (unreadable-file)\n`);
    }
  });
});
