import { expect, test } from 'vitest';
import { toJsonLines } from '../../src/outputs/json-lines.ts';
import { adam, citedPaper, hostileTitles } from './cited-paper.ts';

const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

test('a line has all that the digest knows of a paper', () => {
  const paper = citedPaper(
    {
      authors: ['Jimmy Ba'],
      organizations: ['Somewhere'],
      links: [{ url: 'https://github.com/a/b', kind: 'code' }],
      date: '2025-03-10',
      arxivId: '2503.01234',
      doi: '10.1109/5.771073',
      venue: 'ICML',
      upvotes: 12,
      submittedBy: 'ann',
    },
    { abstract: 'One.\n\nTwo.' },
  );
  expect(lines(toJsonLines([paper]))).toEqual([
    {
      id: '2025-03-12/a-paper',
      citationKey: 'ba2025paper',
      title: 'A Paper',
      authors: ['Jimmy Ba'],
      organizations: ['Somewhere'],
      issue: '2025-03-12',
      issueDate: '2025-03-12',
      position: 1,
      date: '2025-03-10',
      arxivId: '2503.01234',
      doi: '10.1109/5.771073',
      venue: 'ICML',
      upvotes: 12,
      submittedBy: 'ann',
      links: [{ url: 'https://github.com/a/b', kind: 'code' }],
      abstract: 'One.\nTwo.',
      url: 'https://example.org/papers/a-paper/',
    },
  ]);
});

test('what is not known is not there', () => {
  expect(Object.keys(lines(toJsonLines([citedPaper()]))[0] as object)).toEqual(
    'id citationKey title issue issueDate position authors organizations links abstract url'.split(' '),
  );
  expect(toJsonLines([])).toBe('');
});

test.each(hostileTitles)('a line stays one line: %j', (title) => {
  const paper = citedPaper(
    { title, authors: [title], venue: title },
    { abstract: `${title}\u0085\n\n${title}` },
  );
  const text = toJsonLines([paper, adam]);
  expect(text.split(/[\r\n\v\f\u0085\u2028\u2029]/)).toHaveLength(3);
  expect(text.isWellFormed()).toBe(true);
  expect(lines(text)).toHaveLength(2);
});
