import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDigest, slugify } from '../src/index.ts';

const wellFormed = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const runs = { seed: 20250312, numRuns: 1000 };

describe('slugify', () => {
  it.each([
    ['Pointer Networks', 'pointer-networks'],
    ['BERT: Pre-training of Deep Transformers', 'bert-pre-training-of-deep-transformers'],
    ["What's in a Name?", 'whats-in-a-name'],
    ['What’s in a Name?', 'whats-in-a-name'],
    ['Über Flüsse & Vögel', 'uber-flusse-vogel'],
    ['Ærø', 'aero'],
    ['Реки и птицы', 'reki-i-ptitsy'],
    ['Ποταμοί', 'potamoi'],
    ['ﬁnding １２ birds', 'finding-12-birds'],
    ['U\u0308ber', 'uber'],
    ['  spaces \t and\nlines  ', 'spaces-and-lines'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a/b\\c', 'a-b-c'],
    ['--a--', 'a'],
    ['3.5', '3-5'],
  ])('makes %j into %s', (text, slug) => {
    expect(slugify(text, 'paper')).toBe(slug);
  });

  it.each(['', '   ', '!!!', '—', '\u0000', '\ud83e'])('names %j by its hash', (text) => {
    expect(slugify(text, 'paper')).toMatch(/^paper-[a-z0-9]{7}$/);
    expect(slugify(text, 'issue')).toMatch(/^issue-[a-z0-9]{7}$/);
  });

  it('tells texts without a word apart', () => {
    expect(slugify('!!!', 'paper')).not.toBe(slugify('???', 'paper'));
  });

  it.each([
    'index',
    '404',
    'pagefind',
    'search',
    'archive',
    'topics',
    'authors',
    'subscribe',
    'about',
    'con',
    'prn',
    'aux',
    'nul',
    'com0',
    'com1',
    'com9',
    'lpt1',
    'lpt9',
    'INDEX',
    'Con',
    'COM¹',
    'nul.',
    '/search/',
  ])('never gives the reserved name %s', (text) => {
    const slug = slugify(text, 'paper');
    expect(slug).toMatch(/^paper-/);
    expect(slugify(text, 'issue')).toBe(slug.replace('paper', 'issue'));
  });

  it.each(['indexes', 'con-man', 'com10', 'research'])(
    'leaves a name that only holds a reserved one: %s',
    (text) => {
      expect(slugify(text, 'paper')).toBe(text);
    },
  );

  it('is cut at a word, at 80 bytes', () => {
    const title = Array.from({ length: 20 }, () => 'bird').join(' ');
    expect(slugify(title, 'paper')).toBe(Array.from({ length: 16 }, () => 'bird').join('-'));
    expect(slugify(`${'a'.repeat(40)} ${'b'.repeat(39)}`, 'paper')).toHaveLength(80);
    expect(slugify(`${'a'.repeat(40)} ${'b'.repeat(40)}`, 'paper')).toBe('a'.repeat(40));
    expect(slugify('a'.repeat(100), 'paper')).toBe('a'.repeat(80));
  });

  it('is well formed for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const slug = slugify(text, 'paper');
        expect(slug).toMatch(wellFormed);
        expect(slug.length).toBeLessThanOrEqual(80);
      }),
      runs,
    );
  });

  it('is the same for both forms of Unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!slugify(text.normalize('NFC'), 'paper').startsWith('paper-'));
        expect(slugify(text.normalize('NFD'), 'paper')).toBe(slugify(text.normalize('NFC'), 'paper'));
      }),
      runs,
    );
  });
});

describe('the slugs of an issue', () => {
  const birds = ['Birds', 'They sing.'];
  const rivers = ['Rivers', 'They move.'];
  const otherBirds = ['Birds', 'They fly.'];

  it('rest on the titles', () => {
    expect(slugsOf([birds, rivers])).toEqual(['birds', 'rivers']);
  });

  it('stay when papers are added or put in another order', () => {
    const [first, second, third] = slugsOf([birds, rivers, otherBirds]);
    expect(slugsOf([otherBirds, birds, rivers])).toEqual([third, first, second]);
    expect(slugsOf([['Songs', 'They end.'], birds, otherBirds, rivers])).toEqual([
      'songs',
      first,
      third,
      second,
    ]);
  });

  it('tell papers of one title apart, the same way in any order', () => {
    const slugs = slugsOf([birds, otherBirds]);
    expect(slugs).toContain('birds');
    expect(slugs.find((slug) => slug !== 'birds')).toMatch(/^birds-[a-z0-9]{7}$/);
    expect(slugsOf([otherBirds, birds])).toEqual(slugs.toReversed());
  });

  it('tell titles apart that differ in letter case, in Unicode form or in punctuation alone', () => {
    const titles = ['Café Birds', 'CAFÉ BIRDS', 'Cafe\u0301 birds', 'Cafe: Birds?', 'Ｃafe birds'];
    expect(faults(slugsOf(titles.map((title) => [title, 'They sing.'])))).toEqual([]);
  });

  it('tell a reserved name apart from the title that looks like its way out', () => {
    expect(
      faults(
        slugsOf([
          ['Index', 'They sing.'],
          ['Paper Index', 'They sing.'],
          ['Paper: Index', 'They sing.'],
        ]),
      ),
    ).toEqual([]);
  });

  it('tell papers apart that are the same', () => {
    expect(faults(slugsOf([birds, birds, birds, birds]))).toEqual([]);
  });

  it('tell long titles of one beginning apart', () => {
    const long = 'On the songs of small birds that live beside small rivers in the far north of the land and';
    expect(
      faults(
        slugsOf([
          [`${long} sing`, 'They sing.'],
          [`${long} fly`, 'They fly.'],
          [`${long} sleep`, 'They sleep.'],
        ]),
      ),
    ).toEqual([]);
  });

  it('are cut at a word where papers of one long title are told apart', () => {
    const long = 'On the songs of small birds that live beside small rivers in the far-off north of the land';
    const bare = slugify(long, 'paper');
    const slugs = slugsOf([
      [long, 'They sing.'],
      [long, 'They fly.'],
    ]);
    const [words = ''] = slugs
      .filter((slug) => slug !== bare)
      .map((slug) => slug.replace(/-[a-z0-9]{7}$/, ''));
    expect(bare.slice(0, words.length + 1)).toBe(`${words}-`);
  });

  it('are well formed and unique for any titles', () => {
    const title = fc.oneof(
      fc.constantFrom(
        'Birds',
        'birds',
        'BIRDS',
        'Index',
        'paper index',
        'Öl',
        'O\u0308l',
        '…',
        '鸟',
        '🦉',
        'con',
      ),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(3)),
    );
    const paper = fc
      .tuple(title, fc.constantFrom('They sing.', 'They fly.'))
      .map(([title, abstract]) => [title.replace(/\s+/g, ' ').trim() || 'x', abstract]);
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 8 }), (papers) => {
        expect(faults(slugsOf(papers))).toEqual([]);
      }),
      { ...runs, numRuns: 300 },
    );
  });
});

function slugsOf(papers: readonly (readonly string[])[]): string[] {
  const text = `Mar 12\n\n${papers.flat().join('\n\n')}`;
  return fromDigest(text, { year: 2025 })
    .children.filter((node) => node.type === 'digestEntry')
    .map((entry) => entry.slug);
}

/** The slugs that are malformed, too long or taken by a paper before. */
function faults(slugs: readonly string[]): string[] {
  return slugs.filter(
    (slug, index) => !wellFormed.test(slug) || slug.length > 80 || slugs.indexOf(slug) !== index,
  );
}
