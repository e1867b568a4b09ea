import { describe, expect, it } from 'vitest';
import { decode } from '../src/decode.ts';
import { fromDigest } from '../src/index.ts';
import { plainTree } from './plain-tree.ts';

const text = 'Mar 12\r\n\r\nÖl – “鸟” 🦉\n\nThey sing.\r';

describe('bytes', () => {
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`)],
    ['UTF-16LE with a byte order mark', utf16(`\ufeff${text}`, 'le')],
    ['UTF-16BE with a byte order mark', utf16(`\ufeff${text}`, 'be')],
    ['UTF-16LE', utf16(text, 'le')],
    ['UTF-16BE', utf16(text, 'be')],
  ])('in %s become the text, with its line ends', (_, bytes) => {
    expect(read(bytes)).toEqual({ text, messages: [] });
  });

  it('in Windows-1252 become the text, with a message at the first of them', () => {
    const bytes = Uint8Array.from([...utf8('Birds\nsay '), 0x93, 0x80, 0x94, 0x20, 0x96, 0x20, 0xe9, 0x92]);
    expect(read(bytes)).toEqual({
      text: 'Birds\nsay “€” – é’',
      messages: [
        '2:5 invalid-encoding: The file is not in UTF-8, so it was read as Windows-1252: save it as UTF-8.',
      ],
    });
  });

  it('in UTF-8 with a broken one among many good ones keep the good ones', () => {
    const bytes = Uint8Array.from([...utf8('Vögel hören Öl '), 0xff, ...utf8(' nie')]);
    expect(read(bytes)).toEqual({
      text: 'Vögel hören Öl \ufffd nie',
      messages: [
        '1:16 invalid-encoding: The file is not in UTF-8, so bytes that are no characters became U+FFFD: save it as UTF-8.',
      ],
    });
  });

  it('in UTF-8 that hold U+FFFD itself are right', () => {
    expect(read(utf8('a \ufffd b'))).toEqual({ text: 'a \ufffd b', messages: [] });
  });

  it('in UTF-8 that hold a zero byte are no UTF-16', () => {
    expect(read(utf8('Birds \0 sing'))).toEqual({ text: 'Birds \0 sing', messages: [] });
  });

  // The low byte of Ā is zero, and so is the ideographic space’s.
  it.each(['Ā', '\u3000', '─'])('in UTF-16 without a byte order mark may hold %j', (character) => {
    const long = `Birds and rivers ${character} they sing and move`;
    expect(read(utf16(long, 'le'))).toEqual({ text: long, messages: [] });
    expect(read(utf16(long, 'be'))).toEqual({ text: long, messages: [] });
  });

  it('in UTF-16 that end in half a character get a message', () => {
    const bytes = utf16('\ufeffBirds sing', 'le');
    const { messages } = read(bytes.subarray(0, bytes.length - 1));
    expect(messages).toEqual([expect.stringMatching(/^1:10 invalid-encoding: /)]);
  });

  it('of no file at all are no text', () => {
    expect(read(new Uint8Array())).toEqual({ text: '', messages: [] });
    expect(read(Uint8Array.from([0xff, 0xfe]))).toEqual({ text: '', messages: [] });
  });
});

describe('text', () => {
  it('stays as it is', () => {
    expect(read(`\ufeff${text}`)).toEqual({ text: `\ufeff${text}`, messages: [] });
  });

  it('counts its byte order mark as a character, so that offsets hold', () => {
    const source = '\ufeffBirds\n\nThey sing. They fly.';
    const [paper] = fromDigest(source, { path: '2025-03-12.txt' }).children;
    expect(paper).toMatchObject({ title: 'Birds', position: { start: { line: 1, column: 2, offset: 1 } } });
  });

  it('gives the same tree as its bytes', () => {
    const options = { path: '2025-03-12.txt' };
    const tree = plainTree(fromDigest(text, options));
    for (const bytes of [utf8(text), utf16(text, 'le'), utf16(`\ufeff${text}`, 'be')]) {
      expect(plainTree(fromDigest(bytes, options))).toEqual(tree);
    }
  });
});

function read(value: string | Uint8Array) {
  const messages: string[] = [];
  const text = decode(value, ({ ruleId, reason }, place) => {
    const { line, column } = 'start' in place ? place.start : place;
    messages.push(`${line}:${column} ${ruleId}: ${reason}`);
  });
  return { text, messages };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, end: 'le' | 'be'): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), end === 'le');
  }
  return new Uint8Array(view.buffer);
}
