import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { encodeBody, encodedSize } from '../../src/outputs/mime-encoding.ts';

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 90 }) },
  fc.constantFrom('From ', '.', '=', ' ', '\t', '\n', ' \n', '\n.\n', '\nFrom ', 'é', '漢字', '😀'),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('a body', () => {
  test.each([
    ['plain', 'quoted-printable', 'plain'],
    ['a = b', 'quoted-printable', 'a =3D b'],
    ['first \n.\nFrom here\nlast', 'quoted-printable', 'first=20\r\n=2E\r\n=46rom here\r\nlast'],
    ['x'.repeat(76), 'quoted-printable', `${'x'.repeat(75)}=\r\nx`],
    [`${'x'.repeat(74)}=`, 'quoted-printable', `${'x'.repeat(74)}=\r\n=3D`],
    [`${'x'.repeat(75)}From y`, 'quoted-printable', `${'x'.repeat(75)}=\r\n=46rom y`],
    ['漢字', 'base64', '5ryi5a2X'],
    ['', 'quoted-printable', ''],
  ])('%j is in %s', (plain, encoding, body) => expect(encodeBody(plain)).toEqual({ encoding, body }));

  test('is read as the text that it was', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (plain) => {
        const { encoding, body } = encodeBody(plain);
        const head = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}`;
        const { text: read = '' } = await PostalMime.parse(`${head}\r\n\r\n${body}`);
        expect(read.replaceAll('\r\n', '\n').trimEnd()).toBe(plain.trimEnd());
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('is ASCII in lines of 76 characters, none of which a server takes for something else', () => {
    fc.assert(
      fc.property(text, (plain) => {
        const { body } = encodeBody(plain);
        for (const line of body.split('\r\n')) {
          expect(line).toMatch(/^[\t -~]{0,76}$/);
          expect(line).not.toMatch(/^\.|^From |[\t ]$/);
        }
        expect(body.length).toBeLessThanOrEqual(encodedSize(plain));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
