import { expect, test } from 'vitest';
import { toCitation } from '../../src/model/keyed-citation.ts';
import { toPlainCitation, toPlainCitations } from '../../src/outputs/plain-citation.ts';
import { adam, citedPaper, hostileTitles, residual } from './cited-paper.ts';

const plain = (...[data, rest]: Parameters<typeof citedPaper>): string =>
  toPlainCitation(toCitation(citedPaper(data, rest)));

test('a citation is as a reader would paste it', () => {
  expect(toPlainCitations([adam, residual].map((paper) => toCitation(paper)))).toBe(
    'Diederik P. Kingma and Jimmy Ba (2014). Adam: A Method for Stochastic Optimization. arXiv:1412.6980. https://arxiv.org/abs/1412.6980\n' +
      'Kaiming He, Xiangyu Zhang, Shaoqing Ren, and Jian Sun (2016). Deep Residual Learning for Image Recognition. CVPR 2016. arXiv:1512.03385. https://doi.org/10.1109/CVPR.2016.90\n',
  );
});

test.each([
  [{}, 'A Paper. https://example.org/papers/a-paper/'],
  [{ date: '2025-03-12' }, 'A Paper (2025). https://example.org/papers/a-paper/'],
  [{ authors: ['Plato'] }, 'Plato. A Paper. https://example.org/papers/a-paper/'],
  [{ title: 'Why?', venue: 'Somewhere' }, 'Why? Somewhere. https://example.org/papers/a-paper/'],
  [{ authors: ['Sammy Davis Jr.'] }, 'Sammy Davis Jr. A Paper. https://example.org/papers/a-paper/'],
])('%j is cited with what is known', (data, text) => expect(plain(data)).toBe(text));

test('a page that has no absolute address is not in it', () => {
  expect(plain({}, { url: '/papers/a-paper/' })).toBe('A Paper.');
});

test('of more than ten authors, ten are named', () => {
  const authors = Array.from('abcdefghijk', (letter) => `Ana ${letter.toUpperCase()}`);
  expect(plain({ authors })).toMatch(/^Ana A, .*, Ana J et al\. A Paper\./);
  expect(plain({ authors: authors.slice(1) })).toMatch(/^Ana B, .*, and Ana K\. A Paper\./);
});

test.each(hostileTitles)('a citation is one clean line: %j', (title) => {
  const text = plain({ title, authors: [title], venue: title });
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
});
