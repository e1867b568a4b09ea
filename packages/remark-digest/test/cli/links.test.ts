import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digestOf, testFolder, type TestFolder } from './in-folder.ts';

const owls = digestOf({ Owls: 'They hunt. They sleep.' });

function folderWithLinks(links: Record<string, string>): TestFolder {
  const folder = testFolder();
  folder.write('digests/2025-03-12.txt', owls);
  folder.write('elsewhere/secret.txt', owls);
  for (const [name, target] of Object.entries(links)) symlinkSync(target, folder.at(`digests/${name}`));
  return folder;
}

describe('a link in a folder of digests', () => {
  it('that leads out of it is left out, and said', async () => {
    const folder = folderWithLinks({
      '2025-03-11.txt': '../elsewhere/secret.txt',
      'passwd.txt': '/etc/passwd',
    });
    const { status, out } = await folder.run('check', '@/digests');
    expect(status).toBe(1);
    expect(out.split('\n')).toEqual([
      'digests/2025-03-11.txt:1:1 This link leads out of its folder and is left out: put the file itself there, or name it. (link-outside)',
      'digests/2025-03-12.txt: hugging-face, 1 paper, 0 links, 0 maths, 100 % of 3 lines accounted for',
      'digests/passwd.txt:1:1 This link leads out of its folder and is left out: put the file itself there, or name it. (link-outside)',
      '',
    ]);
    const converted = await folder.run('convert', '@/digests', '--out', '@/out');
    expect(converted.status).toBe(1);
    expect(folder.files('out').filter((path) => path.endsWith('.mdx'))).toEqual(['2025-03-12/owls.mdx']);
  });

  it('that leads to another digest of it is read once', async () => {
    const folder = folderWithLinks({
      'latest.txt': '2025-03-12.txt',
      'ring.txt': 'ring.txt',
      'self.txt': '.',
    });
    const { status, out } = await folder.run('check', '@/digests');
    expect(status).toBe(1);
    expect(out.match(/1 paper/g)).toHaveLength(1);
    expect(out).toContain('digests/latest.txt:1:1 This link leads to another file of its folder');
    expect(out).toContain("digests/ring.txt:1:1 This file can't be read because");
    expect(out).toContain('digests/self.txt:1:1 This link leads out of its folder');
  });

  it('that gives a file of another name a name of a digest is read', async () => {
    const folder = folderWithLinks({ '2025-03-13.txt': 'draft.md' });
    folder.write('digests/draft.md', owls.replace('12', '13'));
    const { status, out } = await folder.run('check', '@/digests');
    expect(status).toBe(0);
    expect(out.match(/1 paper/g)).toHaveLength(2);
  });

  it('is followed where it is named itself', async () => {
    const folder = folderWithLinks({ '2025-03-11.txt': '../elsewhere/secret.txt' });
    symlinkSync('digests', folder.at('linked'));
    expect((await folder.run('check', '@/digests/2025-03-11.txt')).out).toContain('1 paper');
    expect((await folder.run('check', '@/linked')).out).toContain(
      'linked/2025-03-12.txt: hugging-face, 1 paper',
    );
  });
});

describe('what is no file', () => {
  it('is not waited for in a folder', async () => {
    const folder = folderWithLinks({});
    mkdirSync(folder.at('digests/folder.txt'));
    if (process.platform !== 'win32')
      execFileSync('sh', ['-c', 'mkfifo "$0"', folder.at('digests/pipe.txt')]);
    const { status, out } = await folder.run('check', '@/digests');
    expect(status).toBe(1);
    expect(out).toContain("digests/folder.txt:1:1 This file can't be read because");
    expect(out).not.toContain('pipe');
  });
});
