import { describe, expect, it } from 'vitest';
import { birds, convert, converted, papers } from './converted.ts';
import { digestOf } from './in-folder.ts';

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
