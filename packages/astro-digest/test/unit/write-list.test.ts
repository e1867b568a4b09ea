import { expect, test } from 'vitest';
import { writeList } from '../../src/outputs/write-list.ts';
import type { CitablePaper } from '../../src/model/citation.ts';

const paper = (id: string, title: string, author: string): CitablePaper => ({
  id,
  abstract: '',
  url: `https://example.org/${id}`,
  data: { title, authors: [author], organizations: [], links: [] },
});

test('a list that a browser writes has a key of its own for each paper', () => {
  const bibtex = writeList('bib', [
    paper('a', 'Über Größen', 'Søren Łukasiewicz'),
    paper('b', 'Über Größen', 'Søren Łukasiewicz'),
    paper('c', '神经网络', '王伟'),
    paper('d', '言語モデル', '山田太郎'),
  ]);
  expect([...bibtex.matchAll(/^@\w+\{([^,]*),/gm)].map(([, key]) => key)).toEqual([
    'lukasiewiczuber',
    'lukasiewiczuberb',
    'paper',
    'paperb',
  ]);
});
