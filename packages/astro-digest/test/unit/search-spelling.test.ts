import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DictionaryWriter } from '../../src/search/dictionary.ts';
import { editsBetween } from '../../src/search/edits.ts';
import { openSpelling } from '../../src/search/spelling.ts';

const writer = new DictionaryWriter();
for (let paper = 0; paper < 30; paper++) writer.add(['Transformers attend to few shots', 'a single shot']);
writer.add(['Transformer: Few-Shot Learning for Jürgen']);
const files = writer.files();
const loaded: string[] = [];
const spelling = openSpelling(['/pagefind/'], (address) => {
  loaded.push(address);
  return Promise.resolve(files.get(address.replace('/pagefind/', '')) ?? '');
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

  test('only words of about the length are loaded', async () => {
    loaded.length = 0;
    const other = openSpelling(['/pagefind/'], (address) => {
      loaded.push(address);
      return Promise.resolve('');
    });
    await other.has('attention');
    expect(loaded).toEqual(['/pagefind/words/9.txt']);
  });
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
