import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { fromDigest, toMdx, type DigestEntry } from 'remark-digest';
import { describe, expect, test } from 'vitest';
import { readPaperBody, type PaperBody } from '../../src/content/paper-body.ts';
import { readPlainPaperBody } from '../../src/content/plain-paper-body.ts';
import { hostileEntry } from '../../../remark-digest/test/hostile/entry.ts';
import { randomFrom, type Random } from '../../../remark-digest/test/hostile/random.ts';
import { hostileText } from '../../../remark-digest/test/hostile/text.ts';
import { hasRealDigest, realDigest } from '../site/shared.ts';

/** The bodies of the papers of a digest, as files that were converted. */
function bodies(text: string | Uint8Array): string[] {
  return fromDigest(text).children.flatMap((node) => (node.type === 'digestEntry' ? [bodyOf(node)] : []));
}

function bodyOf(entry: DigestEntry): string {
  return toMdx(entry).replace(/^---\n.*?^---\n/ms, '');
}

/** What a parser for all of MDX makes of a body; nothing where it is no MDX. */
function readWhole(body: string, inline?: boolean): PaperBody | undefined {
  try {
    return readPaperBody(body, inline);
  } catch {
    return undefined;
  }
}

/** Those that can be read as plain. */
function plain(bodies: readonly string[]): string[] {
  return bodies.filter((body) => readPlainPaperBody(body) !== undefined);
}

/** Those that are read as plain, and otherwise than a parser for all of MDX reads them. */
function different(bodies: readonly string[], inline?: boolean): string[] {
  return bodies.filter((body) => {
    const read = readPlainPaperBody(body, inline);
    return read && !isDeepStrictEqual(read, readWhole(body, inline));
  });
}

/** A text in which a character is gone, or another one or a hostile text has come in. */
function change(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const added = random.below(2) === 0 ? hostileText(random).slice(0, 1 + random.below(6)) : '';
  return text.slice(0, at) + added + text.slice(at + random.below(2));
}

describe('a plain body is read as a parser for all of MDX reads it', () => {
  const fixtures = new URL('../../../remark-digest/test/fixtures/', import.meta.url);

  const inputOf = (name: string): string =>
    readdirSync(new URL(`${name}/`, fixtures)).find((file) => file.startsWith('input.')) ?? '';

  test.each(readdirSync(fixtures).filter((name) => !name.startsWith('.')))('fixture %s', (name) => {
    expect(different(bodies(readFileSync(new URL(`${name}/${inputOf(name)}`, fixtures))))).toEqual([]);
  });

  test.skipIf(!hasRealDigest)('the real digest, of which nearly all is plain', () => {
    const all = bodies(realDigest());
    expect(different(all)).toEqual([]);
    expect(different(all, false)).toEqual([]);
    expect(plain(all).length).toBeGreaterThan(all.length * 0.9);
  });

  test('3,000 hostile papers of seed 20250312', () => {
    const random = randomFrom(20250312);
    const all = Array.from({ length: 3000 }, () => bodyOf(hostileEntry(random)));
    expect(different(all)).toEqual([]);
    expect(plain(all).length).toBeGreaterThan(200);
  });

  test('4,000 hostile bodies of seed 20250313, written by hand', () => {
    const random = randomFrom(20250313);
    const some = ['We propose ', 'Owls\n', '\n\n', '[a](<https://a.b>)', '', ' '];
    const all = Array.from(
      { length: 4000 },
      () => random.pick(some) + hostileText(random).slice(0, 12) + random.pick(some),
    );
    expect(different(all)).toEqual([]);
    expect(plain(all).length).toBeGreaterThan(300);
  });

  test('4,000 converted papers of seed 20250314 that somebody has changed', () => {
    const random = randomFrom(20250314);
    const text = `Mar 12

Owls

We don't fly: it takes $n_2$ and [O(n)] time; see https://a.b/c_d?e=f&g. R&D_1 of "10 < 11".
`;
    const [body = ''] = bodies(text);
    const all = Array.from({ length: 4000 }, () => change(body, random));
    expect(different(all)).toEqual([]);
    expect(plain(all).length).toBeGreaterThan(1000);
  });

  test('texts of the characters that count', () => {
    const characters = [...'aw1. _[]()<>&;:/@!\\\n-#=|$^'];
    const piece = fc.constantFrom(
      ...characters,
      'www.',
      'http://a.b',
      '](<',
      '>)',
      '[a](<b>)',
      'import ',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(different([pieces.join('')])).toEqual([]);
      }),
      { seed: 20250315, numRuns: 5000 },
    );
  });
});

test.each([
  ['nothing', ''],
  ['paragraphs', 'Owls fly.\nAt night.\n\nBats too.\n'],
  ['signs that are escaped', 'They don\\\'t \\"fly\\": 10 \\< 11, a\\_b and c_d, R&D \\{x\\}\n'],
  ['links', 'See [https://a.b/c_d?e=f&g](<https://a.b/c_d?e=f&g>).\n'],
  ['formulas', 'It takes O(n\\^2) time and \\$k=m\\_2\\$ space.\n'],
])('%s can be read as plain', (_, body) => {
  expect(readPlainPaperBody(`\n\n${body}`)).toEqual(readPaperBody(`\n\n${body}`));
});

test.each([
  ['JSX', 'Owls <Fly/>'],
  ['an expression', 'Owls {fly}'],
  ['an import', 'import a from "a"'],
  ['emphasis', 'Owls *fly*'],
  ['a list', '- Owls'],
  ['a mail address', 'owls@example.org'],
  ['an address by itself', 'https://example.org'],
  ['a picture', '![a](<https://a.b>)'],
  ['a line end of another system', 'Owls\r\nfly'],
])('%s is not taken for plain', (_, body) => {
  expect(readPlainPaperBody(body)).toBeUndefined();
});

test('a long body is read in time that grows with its length', () => {
  for (const piece of [
    'a_',
    '&a',
    '\\\\',
    '\n',
    '\n\n',
    ' \n',
    '[',
    '[a](<b>)',
    '[a](<',
    '1',
    '&&&',
    'a&#1',
  ]) {
    const start = performance.now();
    readPlainPaperBody(piece.repeat(200_000 / piece.length));
    expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(2000);
  }
});
