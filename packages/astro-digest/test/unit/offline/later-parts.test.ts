import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinPage, laterEnd, laterStart, partPage } from '../../../src/offline/later-parts.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('a page without marks is left whole', () => {
  expect(partPage(encode('<p>Nothing changes here.</p>'))).toBeUndefined();
  expect(partPage(encode(`<p>A mark ${laterStart} without an end</p>`))).toBeUndefined();
});

test('what later issues change is not in the page any more', () => {
  const page = (related: string): Uint8Array =>
    encode(`<h1>Über</h1>${laterStart}${related}${laterEnd}<p>…</p>`);
  const [before, after] = [partPage(page('<ul>one</ul>')), partPage(page('<ul>two, three</ul>'))];
  expect(before?.page).toEqual(after?.page);
  expect(decode(before?.page as Uint8Array)).not.toContain('one');
  expect(decode(after?.parts as Uint8Array)).toContain('two, three');
});

test('a page that is put together again has the same bytes', () => {
  const bytes = fc.uint8Array({ maxLength: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(bytes, bytes), { minLength: 1, maxLength: 5 }), bytes, (pieces, last) => {
      const whole = Buffer.concat([
        ...pieces.flatMap(([page, part]) => [page, encode(laterStart), part, encode(laterEnd)]),
        last,
      ]);
      const parted = partPage(whole);
      expect(parted && Buffer.from(joinPage(parted)).equals(whole)).toBe(true);
    }),
  );
});
