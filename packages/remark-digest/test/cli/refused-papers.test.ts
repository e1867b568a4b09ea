import { describe, expect, it } from 'vitest';
import { convert, converted, papers } from './converted.ts';
import { digestOf, testFolder } from './in-folder.ts';

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
