import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  noMarks,
  parseMarks,
  serializeMarks,
  withSeen,
  withStar,
  type Marks,
} from '../../src/reader/marks.ts';
import { mergeMarks } from '../../src/reader/merge-marks.ts';

const star = { title: 'A title', url: '/papers/2025-03-12/a-title/', date: '2025-03-12' };

function withRead(marks: Marks, id: string, day: string): Marks {
  return { ...marks, read: new Map(marks.read).set(id, day) };
}

/** The marks that a value stands for once it is JSON. */
function parseValue(value: unknown): Marks | undefined {
  return parseMarks(JSON.stringify(value));
}

/** The star of a paper in marks where everything else of it is right. */
function starOf(change: Record<string, unknown>): unknown {
  return parseValue({ version: 1, read: {}, starred: { a: { ...star, ...change } } })?.starred.get('a');
}

describe('what is no marks at all', () => {
  test.each([
    null,
    '',
    'no JSON',
    '{"version":1',
    'null',
    '1',
    '"version"',
    '[]',
    '{}',
    '{"version":2}',
    '{"version":"1"}',
  ])('%j', (text) => {
    expect(parseMarks(text)).toBeUndefined();
  });
});

test('marks come back as they were written', () => {
  const marks = withSeen(withRead(withStar(noMarks, 'a/b', star), 'c/d', '2025-03-13'), '2025-03-14');
  expect(JSON.parse(serializeMarks(marks))).toEqual({
    version: 1,
    seen: '2025-03-14',
    read: { 'c/d': '2025-03-13' },
    starred: { 'a/b': star },
  });
  expect(parseMarks(serializeMarks(marks))).toEqual(marks);
});

test('what has another shape is left out, and the rest stays', () => {
  expect(
    parseValue({
      version: 1,
      seen: 'yesterday',
      read: { a: '2025-03-12', b: 1, c: null, d: ['2025-03-12'], e: '2025-03-12<script>' },
      starred: { a: star, b: null, c: 'text', d: [], e: { title: 1, url: '/' }, f: { url: '/' } },
      other: true,
    }),
  ).toEqual({ read: new Map([['a', '2025-03-12']]), starred: new Map([['a', star]]) });
  expect(parseValue({ version: 1, read: 'text', starred: 7 })).toEqual(noMarks);
  expect(parseValue({ version: 1, read: null })).toEqual(noMarks);
});

test('a star without a usable day has none', () => {
  expect(starOf({ date: '12 March' })).toEqual({ title: star.title, url: star.url });
});

test('a title is a text that a title could be', () => {
  expect(starOf({ title: '' })).toBeUndefined();
  expect(starOf({ title: 'a'.repeat(5000) })).toBeUndefined();
  expect(starOf({ title: '<img onerror=alert(1)>' })).toMatchObject({ title: '<img onerror=alert(1)>' });
});

describe('an address leads to a page of this host', () => {
  test.each(['/', '/a/', '/papers/2025-03-12/%C3%A9/', '/a//b'])('%j', (url) => {
    expect(starOf({ url })).toMatchObject({ url });
  });
  test.each([
    '',
    'a',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/\n/evil.example/',
    ' //evil.example/',
    'javascript:alert(1)',
    'https://evil.example/',
    '\\\\evil.example',
    '/é',
    `/${'a'.repeat(5000)}`,
  ])('not %j', (url) => {
    expect(starOf({ url })).toBeUndefined();
  });

  test('whatever is accepted', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '\t',
      '\n',
      '.',
      '..',
      ':',
      '@',
      '?',
      '#',
      '%2f',
      'http',
      'evil',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join('')),
          fc.webUrl(),
          fc.string(),
        ),
        (url) => {
          if (starOf({ url }) === undefined) return;
          expect(new URL(url, 'https://digest.example/papers/').origin).toBe('https://digest.example');
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });
});

test('no text makes it throw, change a prototype, or give another shape', () => {
  const key = fc.constantFrom('__proto__', 'constructor', 'toString', 'a/b', '0', 'length', '\ud800');
  const leaf = fc.oneof(
    fc.constantFrom('2025-03-12', '/a/', '//a', null, 1, true, 1e308, {}, []),
    fc.constant(star),
    fc.jsonValue(),
  );
  const entries = fc.oneof(fc.array(fc.tuple(key, leaf)).map(Object.fromEntries), leaf);
  const value = fc.oneof(
    fc.record(
      { version: fc.constant(1), seen: leaf, read: entries, starred: entries },
      { requiredKeys: ['version'] },
    ),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        value.map((value) => JSON.stringify(value)),
        fc.string(),
      ),
      (text) => {
        const marks = parseMarks(text);
        expect(({} as { title?: string }).title).toBeUndefined();
        if (!marks) return;
        for (const [id, day] of marks.read) expect([typeof id, day]).toEqual(['string', '2025-03-12']);
        for (const star of marks.starred.values()) {
          expect(Object.getPrototypeOf(star)).toBe(Object.prototype);
          expect(typeof star.title).toBe('string');
          expect(star.url).toMatch(/^\/(?!\/)/);
        }
        expect(parseMarks(serializeMarks(marks))).toEqual(marks);
      },
    ),
    { seed: 1, numRuns: 2000 },
  );
});

test('a paper may be called __proto__', () => {
  const marks = withStar(withRead(noMarks, '__proto__', '2025-03-12'), '__proto__', star);
  const again = parseMarks(serializeMarks(marks));
  expect(again?.read.get('__proto__')).toBe('2025-03-12');
  expect(again?.starred.get('__proto__')).toEqual(star);
});

test('texts as large as a browser keeps are read soon', () => {
  const read = Object.fromEntries(
    Array.from({ length: 100_000 }, (_, index) => [`${index}/a`, '2025-03-12']),
  );
  const start = performance.now();
  expect(parseValue({ version: 1, read })?.read.size).toBe(100_000);
  expect(parseValue({ version: 1, read: 'a'.repeat(5_000_000) })).toEqual(noMarks);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('a star is given and taken, and the marks before stay as they were', () => {
  const given = withStar(noMarks, 'a', star);
  expect([...given.starred]).toEqual([['a', star]]);
  expect([...withStar(given, 'a', undefined).starred]).toEqual([]);
  expect([...given.starred]).toEqual([['a', star]]);
  expect([...noMarks.starred]).toEqual([]);
});

test('the newest day that was seen is never an earlier one again', () => {
  const seen = withSeen(noMarks, '2025-03-12');
  expect(withSeen(seen, '2025-03-11').seen).toBe('2025-03-12');
  expect(withSeen(seen, '2025-03-13').seen).toBe('2025-03-13');
  expect(withSeen(noMarks, '')).toEqual(noMarks);
});

test('an export is added to what is here, and what is here stays', () => {
  const here = withSeen(withRead(withStar(noMarks, 'a', star), 'r', '2025-03-13'), '2025-03-12');
  const other = { title: 'Another', url: '/other/' };
  const added = withRead(
    withRead(withStar(withStar(noMarks, 'a', other), 'b', other), 'r', '2025-01-01'),
    's',
    '2025-01-02',
  );
  const merged = mergeMarks(here, withSeen(added, '2025-03-14'));
  expect(Object.fromEntries(merged.starred)).toEqual({ a: star, b: other });
  expect(Object.fromEntries(merged.read)).toEqual({ r: '2025-03-13', s: '2025-01-02' });
  expect(merged.seen).toBe('2025-03-14');
  expect(mergeMarks(merged, added)).toEqual(merged);
  expect(mergeMarks(noMarks, here)).toEqual(here);
});
