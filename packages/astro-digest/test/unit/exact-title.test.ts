import { expect, test } from 'vitest';
import { exactTitleFirst } from '../../src/search/exact-title.ts';

const results = ['Attention is not not Explanation', 'On Explanation', 'Attention is not Explanation'].map(
  (title) => ({
    meta: { title },
  }),
);
const order = (query: string) => exactTitleFirst(results, query).map(({ meta }) => meta.title);

test('a title typed whole comes first, whatever the case and the punctuation', () => {
  expect(order('attention is not: explanation?')[0]).toBe('Attention is not Explanation');
});

test('the order stays when no title was typed whole', () => {
  expect(order('attention')).toEqual(results.map(({ meta }) => meta.title));
});

test('letters with and without accents are the same, and signs that are part of a name are not', () => {
  const titles = [{ meta: { title: 'C and You' } }, { meta: { title: 'C++ and Poincaré' } }];
  expect(exactTitleFirst(titles, 'c++ and poincare')[0]?.meta.title).toBe('C++ and Poincaré');
  expect(exactTitleFirst([...titles].toReversed(), 'C and you')[0]?.meta.title).toBe('C and You');
});
