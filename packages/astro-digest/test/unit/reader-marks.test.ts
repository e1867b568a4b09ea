import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedMarks, checkedStar, mergeKnown } from '../../src/lists/kept/check-marks.ts';
import { fromMark, toMark, type KnownPaper, type Star } from '../../src/lists/starred.ts';
import { parseTags } from '../../src/lists/tags.ts';
import { drawerCount, drawerOf, parseMarks, serializeMarks, withRead } from '../../src/reader/marks.ts';

const star: Star = { title: 'A title', url: '/papers/2025-03-12/a-title/', date: '2025-03-12', since: 7 };

/** What is known of papers after it was kept. */
function keptAndRead(papers: Record<string, KnownPaper>): Record<string, KnownPaper> {
  const entries = Object.entries(papers);
  const text = serializeMarks(new Map(entries.map(([id, known]) => [id, toMark(id, known, '/papers/')])));
  return Object.fromEntries([...parseMarks(text)].map(([id, mark]) => [id, fromMark(id, mark, '/papers/')]));
}

/** The star of a paper in a file where everything else of it is right. */
function starOf(change: Record<string, unknown>): Star | undefined {
  return checkedStar({ ...star, ...change }, 1);
}

test.each([null, '', 'no JSON', '[[', 'null', '1', '{}', '{"version":1}', '[1]', '[["2025-03-12/"]]'])(
  'what is no marks counts as none: %j',
  (text) => {
    expect(parseMarks(text).size).toBe(0);
  },
);

test('marks come back as they were', () => {
  const papers: Record<string, KnownPaper> = {
    '2025-03-12/a-title': { star },
    '2025-03-12/a-title-2': { star: { ...star, url: '/papers/2025-03-12/a-title-2/' }, read: '2025-03-13' },
    'undated/b': { star: { title: 'B', url: '/papers/undated.html#b', since: 1 } },
    '2025-03-12/c': { star: { ...star, date: '2025-03-10', tags: ['a', 'b'], note: 'Two\nlines' } },
    '2025-03-12/d': { read: '2025-03-13' },
    __proto__x: { read: '2025-03-13' },
  };
  expect(keptAndRead(papers)).toEqual(papers);
});

test('what tells nothing is not kept', () => {
  expect(serializeMarks(new Map([['a', ['a', null]]]))).toBe('[]');
});

test('a star takes little more room than its title', () => {
  const mark = toMark('2025-03-12/a-title', { star: { ...star, since: 1_764_500_000_000 } }, '/papers/');
  expect(JSON.stringify(mark)).toBe('["2025-03-12/",null,1764500000000,"A title"]');
});

test('a mark is read today, or not, and the rest of it stays', () => {
  const mark = toMark('2025-03-12/a-title', { star }, '/papers/');
  const read = withRead(mark, true);
  expect(fromMark('2025-03-12/a-title', read, '/papers/')).toEqual({
    star,
    read: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  expect(fromMark('2025-03-12/a-title', withRead(read, false), '/papers/')).toEqual({ star });
});

test('papers are spread over all texts', () => {
  const drawers = Array.from({ length: 40_000 }, (_, index) => drawerOf(`2025-03-12/paper-${index}`));
  const counts = new Map<number, number>();
  for (const drawer of drawers) counts.set(drawer, (counts.get(drawer) ?? 0) + 1);
  expect(Math.max(...counts.values())).toBeLessThan(200);
  expect(Math.max(...drawers)).toBeLessThan(drawerCount);
});

describe('a file', () => {
  test('is read but for what has another shape', () => {
    const value = {
      read: { a: '2025-03-12', b: 1, c: null, d: ['2025-03-12'], e: '2025-03-12<script>' },
      starred: { a: star, b: null, c: 'text', d: [], e: { title: 1, url: '/' }, f: { url: '/' } },
    };
    expect([...checkedMarks(value)]).toEqual([
      ['a', { star }],
      ['a', { read: '2025-03-12' }],
    ]);
    expect([...checkedMarks({ read: 'text', starred: 7 })]).toEqual([]);
    expect([...checkedMarks({ read: null })]).toEqual([]);
  });

  test('of an earlier version, whose stars have no time, keeps their order', () => {
    const { since, ...old } = star;
    const found = [...checkedMarks({ starred: { a: old, b: old, c: star } })];
    expect(found.map(([, known]) => known.star?.since)).toEqual([1, 2, since]);
  });

  test('has stars with usable days, titles, tags and notes', () => {
    expect(starOf({ date: '12 March' })?.date).toBeUndefined();
    expect(starOf({ title: '' })).toBeUndefined();
    expect(starOf({ title: 'a'.repeat(5000) })).toBeUndefined();
    expect(starOf({ title: '<img onerror=alert(1)>' })).toMatchObject({ title: '<img onerror=alert(1)>' });
    expect(starOf({ tags: ['#one', 2, 'two, three', ''] })?.tags).toEqual(['one', 'two', 'three']);
    expect(starOf({ tags: 'one', note: 5 })).toEqual(star);
    expect(starOf({ note: 'n'.repeat(6000) })?.note).toHaveLength(5000);
  });

  test.each(['/', '/a/', '/papers/2025-03-12/%C3%A9/', '/a//b'])('may lead to %j', (url) => {
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
  ])('may not lead to %j', (url) => {
    expect(starOf({ url })).toBeUndefined();
  });

  test('leads nowhere else, whatever is accepted', () => {
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

  test('never throws, and gives nothing of another shape', () => {
    const leaf = fc.oneof(
      fc.constantFrom('2025-03-12', '/a/', '//a', null, 1, true, 1e308, {}, []),
      fc.constant(star),
      fc.jsonValue(),
    );
    const key = fc.constantFrom('__proto__', 'constructor', 'toString', 'a/b', '0', 'length', '\ud800');
    const entries = fc.oneof(fc.array(fc.tuple(key, leaf)).map(Object.fromEntries), leaf);
    fc.assert(
      fc.property(fc.record({ read: entries, starred: entries }), (value) => {
        for (const [id, { read, star }] of checkedMarks(value)) {
          expect(typeof id).toBe('string');
          expect([undefined, '2025-03-12']).toContain(read);
          expect(star?.url ?? '/').toMatch(/^\/(?!\/)/);
        }
        expect(({} as { title?: string }).title).toBeUndefined();
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

test('what is here stays when a file is added, which fills in what is missing', () => {
  const other = { ...star, title: 'Another', since: 1, tags: ['theirs'], note: 'Theirs' };
  const here: KnownPaper = { star: { ...star, note: 'Mine' }, read: '2025-03-13' };
  expect(mergeKnown(here, { star: other, read: '2025-01-01' })).toEqual({
    star: { ...star, tags: ['theirs'], note: 'Mine' },
    read: '2025-03-13',
  });
  expect(mergeKnown({}, here)).toEqual(here);
  expect(mergeKnown(here, {})).toEqual(here);
});

test('tags are words with commas between, each once', () => {
  expect(parseTags(' one, #two ,, one,三、四，five  six,')).toEqual(['one', 'two', '三', '四', 'five six']);
  expect(parseTags('')).toEqual([]);
  expect(parseTags('a'.repeat(500))[0]).toHaveLength(60);
});
