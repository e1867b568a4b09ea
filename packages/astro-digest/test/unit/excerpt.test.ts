import { expect, test } from 'vitest';
import { excerpt } from '../../src/model/excerpt.ts';

test('a short text stays whole, on one line', () => {
  expect(excerpt(' Two\n lines. ', 20)).toBe('Two lines.');
});

test('a long text is cut at a word, and says so', () => {
  expect(excerpt('One two three, four five', 16)).toBe('One two three…');
});

test('a word longer than the room is cut anywhere, but never inside a character', () => {
  const cut = excerpt(`${'x'.repeat(8)}😀${'x'.repeat(8)}`, 10);
  expect(cut.length).toBeLessThanOrEqual(10);
  expect(cut.isWellFormed()).toBe(true);
});
