import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { fromDigest } from '../src/index.ts';
import { isError } from '../src/cli/messages.ts';
import { randomFrom } from './hostile/random.ts';

const day = { path: '2025-03-12.txt' };

/** Files that are no text: what they are, and their first bytes. */
const binaries: [what: string, bytes: Uint8Array][] = [
  ['a PDF file', latin1('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\n')],
  ['a PDF file', latin1('\n%PDF-1.4\n1 0 obj\n')],
  ['a picture', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
  ['a picture', latin1('\xff\xd8\xff\xe0\0\x10JFIF\0')],
  ['a picture', latin1('GIF89a\x01\0\x01\0')],
  ['a ZIP archive or an Office document', latin1('PK\x03\x04\x14\0\x06\0word/document.xml')],
  ['an Office document', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0')],
  ['an Office document', latin1('{\\rtf1\\ansi Owls\\par}')],
  ['a packed file', new Uint8Array(gzipSync('Owls\n\nThey sing. They fly.'))],
  ['a packed file', latin1(`${'owls.txt'.padEnd(257, '\0')}ustar\x0000`)],
  ['a picture, a sound or a film', latin1('ID3\x04\0\0\0\0')],
  ['a picture, a sound or a film', latin1('\0\0\0\x20ftypisom')],
  ['a program', latin1('\x7fELF\x02\x01\x01\0')],
  ['a database', latin1('SQLite format 3\0')],
  ['a font', latin1('wOF2\0\x01\0\0')],
];

it.each(binaries)('%s gives no papers and one error that says what it is', (what, bytes) => {
  expect(errorsOf(bytes)).toEqual([
    expect.stringMatching(new RegExp(`^2025-03-12.txt:1:1: This is ${what}, which gives no papers: \\w`)),
  ]);
});

it('bytes by chance give no papers and one error', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const bytes = Uint8Array.from({ length: 100 + random.below(3000) }, () => random.below(256));
    expect(errorsOf(bytes), `seed ${seed}`).toEqual([expect.stringContaining('no papers')]);
  }
});

it('text with a control character here and there is read', () => {
  const bytes = new TextEncoder().encode('Mar 12\n\nBirds\x01\n\nThey\0 sing.\x07 They fly.\x1A\n');
  expect(fromDigest(bytes, day).children.filter(({ type }) => type === 'digestEntry')).toHaveLength(1);
});

it('a file over 64 MB is not read, as bytes or as text', () => {
  const size = 64 * 1024 * 1024 + 1;
  const error =
    '2025-03-12.txt:1:1: This file is larger than 64 MB and is left out: split it into several files.';
  expect(errorsOf(new Uint8Array(size).fill(0x61))).toEqual([error]);
  expect(errorsOf('a'.repeat(size))).toEqual([error]);
});

it('a paper over 1 MB is named and left out, and the others stay', () => {
  const long = 'Birds sing at night. '.repeat(60_000);
  const bare = `Mar 12\n\nOwls\n\nThey sing. They fly.\n\nLong Birds\n\n${long.trim()}\n\nBats\n\nThey hear. They fly.\n`;
  const json = JSON.stringify([
    { title: 'Owls', abstract: 'They sing.' },
    { title: 'Long Birds', abstract: long },
    { title: 'Bats', abstract: 'They hear.' },
  ]);
  for (const [text, place] of [
    [bare, '7:1-9:1260000'],
    [json, '1:43-1:1260080'],
  ] as const) {
    const tree = fromDigest(text, day);
    expect(tree.children.flatMap((node) => (node.type === 'digestEntry' ? [node.title] : []))).toEqual([
      'Owls',
      'Bats',
    ]);
    const [message, ...others] = tree.data?.digest?.messages ?? [];
    expect(others).toEqual([]);
    expect(message?.ruleId).toBe('too-large');
    expect(message?.reason).toMatch(/^The paper “Long Birds” is larger than 1 MB and is left out: /);
    expect(String(message)).toMatch(`2025-03-12.txt:${place}: `);
  }
});

function errorsOf(value: Uint8Array | string): string[] {
  const tree = fromDigest(value, day);
  expect(tree.children).toEqual([]);
  const messages = tree.data?.digest?.messages ?? [];
  return messages.filter(({ ruleId = '', reason }) => isError({ ruleId, reason })).map(String);
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
