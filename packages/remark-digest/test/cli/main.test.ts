import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { digestOf, testFolder } from './in-folder.ts';
import { runProgram, start } from './spawn.ts';

const papers = { Birds: 'They sing. They fly.', Rivers: 'They move. They stay.' };

describe('the program', () => {
  it('converts and checks', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    expect(await runProgram(['convert', '2025-03-12.txt', '--out', 'out'], folder.path)).toEqual({
      status: 0,
      out: '1 digest: 2 written, 0 unchanged; 0 errors, 0 warnings\n',
      err: '',
    });
    const { status, out } = await runProgram(['check', '2025-03-12.txt', 'absent.txt'], folder.path);
    expect(status).toBe(1);
    expect(out).toMatch(/^2025-03-12\.txt: hugging-face, 2 papers, .*\nabsent\.txt:1:1 .*\n$/);
  });

  it('prints its help and its version', async () => {
    const folder = testFolder();
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await runProgram(['--version'], folder.path)).toEqual({
      status: 0,
      out: `${manifest.version}\n`,
      err: '',
    });
    const { status, out } = await runProgram(['--help'], folder.path);
    expect(status).toBe(0);
    expect(out).toContain('remark-digest convert FILES --out DIR');
  });

  it('says what is wrong with the command line, and how to mend it', async () => {
    const folder = testFolder();
    expect(await runProgram(['convert', 'a.txt', '--ouput', 'b'], folder.path)).toEqual({
      status: 2,
      out: '',
      err: 'remark-digest: “--ouput” is not an option of convert: use one of --out, --year, --dialect, --force, --quiet, --help.\nSee remark-digest --help.\n',
    });
  });

  it('does not mind a reader that goes away', async () => {
    const folder = testFolder();
    folder.write('2025-03-12.txt', digestOf(papers));
    const names = Array.from({ length: 300 }, (_, index) => `absent-${'x'.repeat(150)}-${index}.txt`);
    const child = start(['check', ...names], folder.path);
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdout?.destroy();
    const [status] = await once(child, 'close');
    expect({ status, err }).toEqual({ status: 1, err: '' });
  });

  it.skipIf(!existsSync('/dev/full'))(
    'fails without a stack trace when what it prints can’t be written',
    async () => {
      const folder = testFolder();
      folder.write('2025-03-12.txt', digestOf(papers));
      const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
      const child = spawn('sh', ['-c', `"${process.execPath}" "${main}" check 2025-03-12.txt > /dev/full`], {
        cwd: folder.path,
      });
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      const [status] = await once(child, 'close');
      expect({ status, err }).toEqual({ status: 1, err: '' });
    },
  );
});
