import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsFor } from '../../src/search/dictionary-files.ts';
import { DictionaryWriter } from '../../src/search/dictionary.ts';
import { editsBetween } from '../../src/search/edits.ts';
import { openSpelling } from '../../src/search/spelling.ts';

const writer = new DictionaryWriter();
for (let paper = 0; paper < 30; paper++) writer.add(['Transformers attend to few shots', 'a single shot']);
writer.add(['Transformer: Few-Shot Learning for Jürgen']);
const files = writer.files();
const loaded: string[] = [];
const parts = partsFor(31);
const spelling = openSpelling([{ folder: '/words/', parts }], (address) => {
  loaded.push(address);
  return Promise.resolve(files.get(address.replace('/words/', '')) ?? '');
});

describe('spellings', () => {
  test.each([
    ['trasnformers', 'transformers'],
    ['tansformers', 'transformers'],
    ['transsformers', 'transformers'],
    ['transfarmers', 'transformers'],
    ['transfarmres', 'transformers'],
    ['larning', 'learning'],
    ['jurgne', 'jurgen'],
    ['fewshot', 'few shot'],
  ])('%s was meant to be %s', async (typed, meant) => {
    expect(await spelling.has(typed)).toBe(false);
    expect((await spelling.suggest(typed, 6))[0]).toBe(meant);
  });

  test('the word of more papers comes first', async () => {
    expect(await spelling.suggest('transformerz', 6)).toEqual(['transformers', 'transformer']);
  });

  test('nothing is near to nothing', async () => {
    expect(await spelling.suggest('qqqqqqqq', 6)).toEqual([]);
    expect(await spelling.suggest('x', 6)).toEqual([]);
  });

  test('only words that begin or end as what was typed are loaded', async () => {
    loaded.length = 0;
    const other = openSpelling([{ folder: '/words/', parts: 64 }], (address) => {
      loaded.push(address);
      return Promise.resolve('');
    });
    await other.has('attention');
    expect(loaded).toHaveLength(1);
    await other.suggest('atention', 6);
    expect(new Set(loaded).size).toBe(3);
    expect(
      loaded.every((address) => /^\/words\/(?:beginning-\d+|ending-\d+|short)\.txt$/.test(address)),
    ).toBe(true);
  });
});

test('one slip anywhere in a word leaves a file that has the word and is looked into', async () => {
  const vocabulary = ['the', 'owls', 'birds', 'feather', 'migration'];
  const many = new DictionaryWriter();
  // So many papers that the dictionary has several parts.
  for (let paper = 0; paper < 1000; paper++) many.add(vocabulary);
  const files = many.files();
  const spelling = openSpelling([{ folder: '', parts: partsFor(1000) }], (file) =>
    Promise.resolve(files.get(file) ?? ''),
  );
  for (const word of vocabulary) {
    for (let place = 0; place < word.length; place++) {
      const [before, letter, after] = [word.slice(0, place), word.charAt(place), word.slice(place + 1)];
      const slips = [
        `${before}${after}`,
        `${before}${letter}${letter}${after}`,
        `${before}z${after}`,
        `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
      ];
      for (const typed of slips.filter((typed) => typed !== word && typed.length > 2))
        expect(await spelling.suggest(typed, 6)).toContain(word);
    }
  }
});

describe('edits', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

  test('are none for equal words, and as many one way as the other', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editsBetween(a, a, 3)).toBe(0);
        expect(Math.min(4, editsBetween(a, b, 3))).toBe(Math.min(4, editsBetween(b, a, 3)));
      }),
    );
  });

  test.each([
    ['ab', 'ba', 1],
    ['abc', 'ac', 1],
    ['abc', 'abbc', 1],
    ['abc', 'axc', 1],
    ['abc', 'xyz', 3],
    ['kitten', 'sitting', 3],
  ])('%s and %s: %i', (a, b, edits) => {
    expect(editsBetween(a, b, 3)).toBe(edits);
  });
});
