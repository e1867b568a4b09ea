import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFiles } from '../../src/content/find-files.ts';
import { leftOutSentences } from '../../src/content/left-out-sentences.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'links-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), 'Mar 12\n\nOwls\n\nThey fly.\n');
}

function link(path: string, target: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
}

/** The paths of all that is read, and what is said of the rest. */
function find(): { read: string[]; said: string[] } {
  const { issues, leftOut } = findFiles(root, 'digests');
  return {
    read: issues
      .flatMap(({ digest, papers }) => (digest ? [digest, ...papers] : papers))
      .map(({ path, bytes }) => (bytes.length > 0 ? path.slice('digests/'.length) : ''))
      .sort(),
    said: leftOutSentences('digests', leftOut ?? []),
  };
}

describe('a link in the folder of digests', () => {
  test('to a file or a folder outside of it is left out, and said', () => {
    put('digests/2025-03-12.txt');
    put('private/2025-03-13.txt');
    link('digests/2025-03-13.txt', '../private/2025-03-13.txt');
    link('digests/all', '../private');
    link('digests/disk', '/etc');
    link('digests/up', '..');
    expect(find()).toEqual({
      read: ['2025-03-12.txt'],
      said: [
        'The links digests/2025-03-13.txt, digests/all, digests/disk and 1 more lead out of the folder digests and are left out: put the files themselves there.',
      ],
    });
  });

  test('in a ring has an end', () => {
    put('digests/2025/03-12.txt');
    link('digests/a', '.');
    link('digests/2025/b', '..');
    link('digests/c', '2025');
    link('digests/d.txt', 'd.txt');
    expect(find()).toEqual({
      read: ['2025/03-12.txt'],
      said: [
        'The links digests/2025/b, digests/a and digests/c lead to what is read already and are left out: delete them.',
        'The link digests/d.txt leads to nothing and is left out: correct or delete it.',
      ],
    });
  });

  test('within the folder is followed where it leads to something that has no other name', () => {
    put('digests/_drafts/owls/2025-03-12.txt');
    put('digests/_drafts/2025-03-13.txt');
    link('digests/_drafts/owls/again', '..');
    link('digests/2025-03-13.txt', '_drafts/2025-03-13.txt');
    link('digests/2025-03-14.txt', '_drafts/2025-03-13.txt');
    link('digests/owls', '_drafts/owls');
    expect(find()).toEqual({
      read: ['2025-03-13.txt', 'owls/2025-03-12.txt'],
      said: ['The link digests/2025-03-14.txt leads to what is read already and is left out: delete it.'],
    });
  });

  test('to what would not be read is passed over', () => {
    put('digests/2025-03-12.txt');
    put('README.log');
    link('digests/README.log', '../README.log');
    link('digests/nothing.log', 'nowhere');
    link('digests/.hidden.txt', '/etc/passwd');
    link('digests/_private', '/etc');
    expect(find()).toEqual({ read: ['2025-03-12.txt'], said: [] });
  });

  test('may be the folder itself', () => {
    put('elsewhere/2025-03-12.txt');
    link('digests', 'elsewhere');
    expect(find()).toEqual({ read: ['2025-03-12.txt'], said: [] });
  });

  test('never leads to a file outside, or to one file twice, however they are made', () => {
    const folders = ['digests', 'digests/a', 'digests/a/b', 'digests/_c', 'outside', 'outside/d'];
    const link = fc.record({
      folder: fc.constantFrom(...folders),
      name: fc.constantFrom('x', 'y.txt', 'z.txt', '_w'),
      target: fc.constantFrom(
        '.',
        '..',
        '../..',
        'x',
        'a',
        'a/b',
        '../a',
        '../../outside',
        'y.txt',
        '../_c/own.txt',
        '/',
      ),
    });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 8 }), (links) => {
        rmSync(root, { recursive: true, force: true });
        for (const folder of folders) {
          mkdirSync(join(root, folder), { recursive: true });
          writeFileSync(join(root, folder, 'own.txt'), folder);
        }
        for (const { folder, name, target } of links) {
          rmSync(join(root, folder, name), { force: true });
          symlinkSync(target, join(root, folder, name));
        }
        const texts = findFiles(root, 'digests').issues.map(({ digest }) => String(digest?.bytes));
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.filter((text) => text.includes('outside'))).toEqual([]);
        expect(texts).toEqual(expect.arrayContaining(['digests', 'digests/a', 'digests/a/b']));
      }),
      { seed: 20250312, numRuns: 300 },
    );
  });
});

test('a file with a name that is no text is left out, and said', () => {
  put('digests/2025-03-12.txt');
  const name = Buffer.concat([Buffer.from(join(root, 'digests/')), Buffer.from([0xff]), Buffer.from('.txt')]);
  try {
    writeFileSync(name, 'Mar 12\n');
  } catch {
    // Some file systems have no such names.
    return;
  }
  expect(find()).toEqual({
    read: ['2025-03-12.txt'],
    said: ['The file digests/\uFFFD.txt has a name that is no UTF-8 and is left out: give it another name.'],
  });
});
